// Finding what stands in some words among thousands of spans, so that a book costs no more for each of its items than a page.
import type { OffsetPair } from '../reading.ts'
import { shared } from './overlap.ts'

/**
 * Makes the lookup of all values whose span shares something with a given one, in the order of the text. Making it costs a sort;
 * looking up does not visit what is far away.
 */
export function finder<Value>(values: readonly Value[], spanOf: (value: Value) => OffsetPair) {
  const sorted = values.map((value) => ({ value, span: spanOf(value) })).toSorted((a, b) => a.span[0] - b.span[0])
  // The furthest end up to each place: what begins earlier may still reach this far.
  let furthest = 0
  const reach = sorted.map(({ span }) => {
    furthest = Math.max(furthest, span[1])
    return furthest
  })
  return (wanted: OffsetPair): readonly Value[] => {
    const found: Value[] = []
    for (let index = firstFrom(sorted, wanted[1]) - 1; index >= 0 && (reach[index] ?? 0) > wanted[0]; index -= 1) {
      const candidate = sorted[index]
      if (candidate !== undefined && shared(candidate.span, wanted) > 0) found.push(candidate.value)
    }
    return found.toReversed()
  }
}

/** The first index whose span begins at or after an offset (binary search). */
function firstFrom(sorted: readonly { readonly span: OffsetPair }[], offset: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.span[0] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
