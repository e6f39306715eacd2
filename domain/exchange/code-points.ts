// Offsets in code points, as the W3C Web Annotation model counts them, and in UTF-16 units, as the app does. A count at every block of the
// text makes each conversion short, so that thousands of notes on a book cost one reading of it.
import { splitsPair } from '../span.ts'

/** UTF-16 units between two counts. */
const block = 1_024

export type CodePoints = {
  /** The number of code points before a UTF-16 offset within the text. */
  readonly pointOf: (unit: number) => number
  /** The UTF-16 offset before which there are that many code points; null when the text has fewer, or for no whole number. */
  readonly unitOf: (point: number) => number | null
}

/** Counts a text once for any number of conversions. */
export function codePointsOf(text: string): CodePoints {
  const pairs = pairsBeforeBlocks(text)
  const pointOf = (unit: number): number => {
    const first = Math.floor(unit / block)
    let point = unit - (pairs[first] ?? 0)
    for (let index = first * block; index < unit; index++) point -= splitsPair(text, index) ? 1 : 0
    return point
  }
  const total = pointOf(text.length)
  return {
    pointOf,
    unitOf: (point) => {
      if (!Number.isInteger(point) || point < 0 || point > total) return null
      let unit = blockOf(pairs, point) * block
      let passed = pointOf(unit)
      while (passed < point || splitsPair(text, unit)) {
        passed += splitsPair(text, unit) ? 0 : 1
        unit += 1
      }
      return unit
    },
  }
}

/** For each block, how many surrogate pairs have their second half before it begins. */
function pairsBeforeBlocks(text: string): Uint32Array {
  const counts = new Uint32Array(Math.floor(text.length / block) + 1)
  let pairs = 0
  for (let index = 0; index < text.length; index++) {
    if (index % block === 0) counts[index / block] = pairs
    if (splitsPair(text, index)) pairs += 1
  }
  if (text.length % block === 0) counts[text.length / block] = pairs
  return counts
}

/** The last block that begins at or before a code point. */
function blockOf(pairs: Uint32Array, point: number): number {
  let [low, high] = [0, pairs.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (middle * block - (pairs[middle] ?? 0) <= point) low = middle
    else high = middle - 1
  }
  return low
}
