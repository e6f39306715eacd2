// The one difference of two texts: which word of the later text each word of the earlier one is. Whole paragraphs and sentences are
// matched first, wherever they stand; what lies between them word by word; then sentences that were both moved and reworded.
import { linkAlikeSentences } from './alike-sentences.ts'
import { linkGap } from './gap.ts'
import { heaviestInOrder } from './in-order.ts'
import { emptyMap, link, matchesOf, type WordMap } from './links.ts'
import type { Parted, Parts } from './parts.ts'
import { wordsInCommon } from './unlike.ts'
import { at } from './words.ts'

/** Shorter sentences say too little to be matched wherever they stand. In words. */
const shortestAlone = 5
/** Reworded sentences are matched wherever they stand if so much is the same and no other comes near; at last if so much is. */
const alike = { anywhere: 0.6, lead: 0.15, elsewhere: 0.5 } as const

/** Compares two texts whose words share their numbers. */
export function wordMapOf(before: Parted, after: Parted): WordMap {
  const map = emptyMap(before, after)
  linkEqualParts(map, before.paragraphs, after.paragraphs, 1)
  linkEqualParts(map, before.sentences, after.sentences, shortestAlone)
  linkAlikeSentences(map, alike.anywhere, alike.lead)
  linkBetween(map)
  unlinkUnlike(map)
  linkAlikeSentences(map, alike.elsewhere, 0)
  return map
}

/** Links parts of the same words that stand only once in each text, among those not linked yet. */
function linkEqualParts(map: WordMap, before: Parts, after: Parts, leastWords: number): void {
  const inBefore = uniqueParts(before, map.before.words.numbers, map.toAfter, leastWords)
  const inAfter = uniqueParts(after, map.after.words.numbers, map.toBefore, leastWords)
  for (const [key, part] of inBefore) {
    const other = inAfter.get(key) ?? -1
    if (part === -1 || other === -1) continue
    const [from, to] = [at(before.starts, part), at(after.starts, other)]
    for (let index = 0; index < at(before.starts, part + 1) - from; index++) link(map, from + index, to + index)
  }
}

/** Parts by their words; -1 where several have the same. */
function uniqueParts(
  parts: Parts,
  numbers: Int32Array,
  linked: Int32Array,
  leastWords: number,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (let part = 0; part + 1 < parts.starts.length; part++) {
    const from = at(parts.starts, part)
    const to = at(parts.starts, part + 1)
    if (to - from < leastWords || at(linked, from) !== -1) continue
    const key = numbers.subarray(from, to).join(' ')
    found.set(key, found.has(key) ? -1 : part)
  }
  return found
}

/** Compares what lies between the matches that keep their order. */
function linkBetween(map: WordMap): void {
  let before = 0
  let after = 0
  const ends = { before: map.toAfter.length, after: map.toBefore.length, length: 0 }
  for (const match of [...heaviestInOrder(matchesOf(map)), ends]) {
    linkGap(map, unlinked(map.toAfter, before, match.before), unlinked(map.toBefore, after, match.after))
    before = match.before + match.length
    after = match.after + match.length
  }
}

function unlinked(linked: Int32Array, from: number, to: number): readonly number[] {
  const indexes: number[] = []
  for (let index = from; index < to; index++) if (linked[index] === -1) indexes.push(index)
  return indexes
}

/** Takes back links between sentences that have little in common: small words alone do not make them the same. */
function unlinkUnlike(map: WordMap): void {
  const isAlike = wordsInCommon(map)
  for (let before = 0; before < map.toAfter.length; before++) {
    const after = at(map.toAfter, before)
    if (after === -1 || isAlike(before, after)) continue
    map.toAfter[before] = -1
    map.toBefore[after] = -1
  }
}
