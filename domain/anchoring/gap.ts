// Word by word: what stays between two stretches of text that lie between matched sentences. Runs of words that stand once on both
// sides hold the stretches together; between these the shortest edit decides.
import { heaviestInOrder, type Match } from './in-order.ts'
import { link, type WordMap } from './links.ts'
import { unchangedPairs } from './shortest-edit.ts'
import { at } from './words.ts'

/** Between matched parts, runs of so many words that stand once on both sides hold the texts together. */
const anchorLength = 4
/** Most insertions and deletions between two such runs; past that the sentences are compared one by one. */
const mostEdits = 400
/** Up to so many words on both sides together, no such runs are needed. */
const shortGap = 160

/** Links the words that stay between two lists of word indexes. */
export function linkGap(map: WordMap, before: readonly number[], after: readonly number[]): void {
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
