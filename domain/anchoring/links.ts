// Which word of the later text each word of the earlier one is: the one thing that comparing two texts makes.
import type { Match } from './in-order.ts'
import type { Parted } from './parts.ts'
import { at } from './words.ts'

/** For each word of one text the index of the same word in the other, or -1. Filled while the texts are compared. */
export type WordMap = {
  readonly before: Parted
  readonly after: Parted
  readonly toAfter: Int32Array
  readonly toBefore: Int32Array
}

/** A map without links. */
export function emptyMap(before: Parted, after: Parted): WordMap {
  return {
    before,
    after,
    toAfter: new Int32Array(before.words.starts.length).fill(-1),
    toBefore: new Int32Array(after.words.starts.length).fill(-1),
  }
}

/** Notes that a word of the earlier text is a word of the later one. */
export function link({ toAfter, toBefore }: WordMap, before: number, after: number): void {
  toAfter[before] = after
  toBefore[after] = before
}

/** The runs of words that stand together in both texts, in the earlier one's order. */
export function matchesOf({ toAfter }: WordMap): readonly Match[] {
  const matches: Match[] = []
  for (let before = 0; before < toAfter.length; before++) {
    const after = at(toAfter, before)
    if (after === -1) continue
    let length = 1
    while (before + length < toAfter.length && at(toAfter, before + length) === after + length) length++
    matches.push({ before, after, length })
    before += length - 1
  }
  return matches
}
