// The one difference of two texts: which word of the later text each word of the earlier one is. Whole paragraphs and sentences are
// matched first, wherever they stand; what lies between them word by word; then sentences that were both moved and reworded.

import { linkAlikeSentences } from './alike-sentences.ts'
import { heaviestInOrder, type Match } from './in-order.ts'
import { emptyMap, link, matchesOf, type WordMap } from './links.ts'
import type { Parted, Parts } from './parts.ts'
import { unchangedPairs } from './shortest-edit.ts'
import { wordsInCommon } from './unlike.ts'
import { at } from './words.ts'

/** Shorter sentences say too little to be matched wherever they stand. In words. */
const shortestAlone = 5
/** Reworded sentences are matched wherever they stand if so much is the same and no other comes near; at last if so much is. */
const alike = { anywhere: 0.6, lead: 0.15, elsewhere: 0.5 } as const
/** Between matched parts, runs of so many words that stand once on both sides hold the texts together. */
const anchorLength = 4
/** Most insertions and deletions between two such runs; past that the sentences are compared one by one. */
const mostEdits = 400
/** Up to so many words on both sides together, no such runs are needed. */
const shortGap = 160

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

/** Links the words that stay between two lists of word indexes. */
function linkGap(map: WordMap, before: readonly number[], after: readonly number[]): void {
  const numberBefore = (index: number) => at(map.before.words.numbers, at(before, index))
  const numberAfter = (index: number) => at(map.after.words.numbers, at(after, index))
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && numberBefore(head) === numberAfter(head)) head++
  let tail = 0
  while (tail < shorter - head && numberBefore(before.length - 1 - tail) === numberAfter(after.length - 1 - tail))
    tail++
  for (let index = 0; index < head; index++) link(map, at(before, index), at(after, index))
  for (let index = 1; index <= tail; index++)
    link(map, at(before, before.length - index), at(after, after.length - index))
  linkMiddle(map, before.slice(head, before.length - tail), after.slice(head, after.length - tail))
}

function linkMiddle(map: WordMap, before: readonly number[], after: readonly number[]): void {
  if (before.length === 0 || after.length === 0) return
  const anchors = before.length + after.length <= shortGap ? [] : anchorsOf(map, before, after)
  let fromBefore = 0
  let fromAfter = 0
  for (const anchor of [...anchors, { before: before.length, after: after.length, length: 0 }]) {
    linkShortest(map, before.slice(fromBefore, anchor.before), after.slice(fromAfter, anchor.after))
    for (let index = 0; index < anchor.length; index++)
      link(map, at(before, anchor.before + index), at(after, anchor.after + index))
    fromBefore = anchor.before + anchor.length
    fromAfter = anchor.after + anchor.length
  }
}

function linkShortest(map: WordMap, before: readonly number[], after: readonly number[]): void {
  if (before.length === 0 || after.length === 0) return
  const numbersBefore = before.map((index) => at(map.before.words.numbers, index))
  const numbersAfter = after.map((index) => at(map.after.words.numbers, index))
  for (const [one, other] of unchangedPairs(numbersBefore, numbersAfter, mostEdits) ?? [])
    link(map, at(before, one), at(after, other))
}

/** Runs that stand once on each side, put together where they touch, those that keep their order. Indexes are into the lists. */
function anchorsOf(map: WordMap, before: readonly number[], after: readonly number[]): readonly Match[] {
  const pairNumbers = new Map<number, number>()
  const inBefore = uniqueRuns(
    before.map((index) => at(map.before.words.numbers, index)),
    pairNumbers,
  )
  const inAfter = uniqueRuns(
    after.map((index) => at(map.after.words.numbers, index)),
    pairNumbers,
  )
  const matches: Match[] = []
  for (const [key, one] of inBefore) {
    const other = inAfter.get(key) ?? -1
    if (one === -1 || other === -1) continue
    const last = matches.at(-1)
    const touches = last !== undefined && one - last.before === other - last.after && one <= last.before + last.length
    if (touches) matches[matches.length - 1] = { ...last, length: one + anchorLength - last.before }
    else matches.push({ before: one, after: other, length: anchorLength })
  }
  return withoutOverlap(heaviestInOrder(matches.toSorted((a, b) => a.before - b.before)))
}

/** Runs of four words by number; -1 where several are the same. */
function uniqueRuns(numbers: readonly number[], pairNumbers: Map<number, number>): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (let index = 0; index + anchorLength <= numbers.length; index++) {
    const key = pairNumber(numbers, index, pairNumbers) * 2 ** 26 + pairNumber(numbers, index + 2, pairNumbers)
    found.set(key, found.has(key) ? -1 : index)
  }
  return found
}

function pairNumber(numbers: readonly number[], index: number, known: Map<number, number>): number {
  const key = at(numbers, index) * 2 ** 26 + at(numbers, index + 1)
  const number = known.get(key) ?? known.size
  if (number === known.size) known.set(key, number)
  return number
}

function withoutOverlap(matches: readonly Match[]): readonly Match[] {
  const apart: Match[] = []
  for (const match of matches) {
    const last = apart.at(-1)
    const cut =
      last === undefined
        ? 0
        : Math.max(0, last.before + last.length - match.before, last.after + last.length - match.after)
    if (cut < match.length)
      apart.push({ before: match.before + cut, after: match.after + cut, length: match.length - cut })
  }
  return apart
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
