// Where a note on a whole paragraph is in the later text. The paragraph counts: words put into it change it as words taken out do.
// A paragraph that was only split or joined with others still has the same words, and the note stays on these.
import type { Span } from '../span.ts'
import type { Landing } from './carry-over.ts'
import type { Comparison } from './comparison.ts'
import { gone, landWords, scoreFloor, unbrokenPlace } from './landing.ts'
import { likenessOf } from './likeness.ts'
import { widened } from './parts.ts'
import { spanOf } from './spans.ts'
import { at, type Run } from './words.ts'

/** Lands a run of the earlier text's words that are a paragraph's; `span` is the note's own, in UTF-16 offsets of that text. */
export function landParagraph(comparison: Comparison, run: Run, span: Span): Landing {
  const { map } = comparison
  const place = unbrokenPlace(comparison, run)
  if (place === null) return landChanged(comparison, run, span)
  const there = widened(map.after.paragraphs, place)
  return hasNewWords(map.toBefore, there) ? reworded(comparison, run, there) : landWords(comparison, run, span)
}

function hasNewWords(toBefore: Int32Array, { from, to }: Run): boolean {
  return toBefore.subarray(from, to).includes(-1)
}

/** The paragraphs that have most of what is left of the words. */
function landChanged(comparison: Comparison, run: Run, span: Span): Landing {
  const { map } = comparison
  const counts = new Map<number, number>()
  for (let index = run.from; index < run.to; index++) {
    const after = at(map.toAfter, index)
    if (after === -1) continue
    const paragraph = at(map.after.paragraphs.of, after)
    counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1)
  }
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
  if (best === undefined) return landWords(comparison, run, span)
  const { starts } = map.after.paragraphs
  return reworded(comparison, run, { from: at(starts, best[0]), to: at(starts, best[0] + 1) })
}

function reworded({ map, before, after }: Comparison, run: Run, place: Run): Landing {
  const own = spanOf(map.before.words, run)
  const span = spanOf(map.after.words, place)
  const score = likenessOf(before.text.slice(own.start, own.end), after.text.slice(span.start, span.end))
  return score < scoreFloor ? gone : { state: 'reworded', span, score: Math.min(score, 0.99), candidates: [] }
}
