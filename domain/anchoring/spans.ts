// From words back to offsets: the span in the later text that covers what a note covered in the earlier one, to the letter.
import type { Span } from '../span.ts'
import type { Comparison } from './comparison.ts'
import { at, type Run, type Words } from './words.ts'

/** UTF-16 offsets of a run of words, not empty. */
export function spanOf({ starts, ends }: Words, { from, to }: Run): Span {
  return { start: at(starts, from), end: at(ends, to - 1) }
}

/**
 * The span of a note's words at a place where the same words stand. A note that begins or ends within a word, or takes in the white
 * space beside one, does so again, where the later text has the same there.
 */
export function landingSpan({ map, before, after }: Comparison, run: Run, span: Span, place: Run): Span {
  const [words, there] = [map.before.words, map.after.words]
  const own = spanOf(words, run)
  const found = spanOf(there, place)
  const isSame = (one: number, other: number) =>
    at(words.ends, one) - at(words.starts, one) === at(there.ends, other) - at(there.starts, other)
  const lead = span.start - own.start
  const tail = span.end - own.end
  const start = lead > 0 && !isSame(run.from, place.from) ? found.start : found.start + lead
  const end = tail < 0 && !isSame(run.to - 1, place.to - 1) ? found.end : found.end + tail
  const hasLead =
    lead >= 0 || before.text.slice(span.start, own.start) === after.text.slice(Math.max(0, start), found.start)
  const hasTail = tail <= 0 || before.text.slice(own.end, span.end) === after.text.slice(found.end, end)
  return { start: hasLead ? start : found.start, end: hasTail ? end : found.end }
}
