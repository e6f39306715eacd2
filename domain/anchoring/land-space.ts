// Where a note on nothing but white space is in the later text: between the same two words, if white space still parts them.
import { isSpanWithin, type Span } from '../span.ts'
import type { Landing } from './carry-over.ts'
import type { Comparison } from './comparison.ts'
import { gone } from './landing.ts'
import { at } from './words.ts'

/** Lands white space before the word with index `next` of the earlier text; `span` in UTF-16 offsets of that text. */
export function landSpace({ map, after, isAligned }: Comparison, next: number, span: Span): Landing {
  const [left, right] = [at(map.toAfter, next - 1), at(map.toAfter, next)]
  if (left === -1 || right !== left + 1) return gone
  const there = { start: at(map.after.words.ends, left), end: at(map.after.words.starts, right) }
  if (!isSpanWithin(there, after.text.length)) return gone
  const start = Math.min(there.end - 1, there.start + span.start - at(map.before.words.ends, next - 1))
  const end = Math.max(start + 1, Math.min(there.end, start + span.end - span.start))
  return { state: isAligned(next - 1, left) ? 'same' : 'moved', span: { start, end }, score: 1, candidates: [] }
}
