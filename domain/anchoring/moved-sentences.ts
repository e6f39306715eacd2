// Sentences that were reworded and stand elsewhere: found by the pairs of words that they share with what is new in the later text.

import { link, type WordMap } from './links.ts'
import type { Parted } from './parts.ts'
import { unchangedPairs } from './shortest-edit.ts'
import { at } from './words.ts'

/** Least share of the words of both that must be the same, in order. */
const leastAlike = 0.5
/** Pairs of words that stand in more sentences than this tell nothing. */
const mostSentences = 24
/** So many of the sentences with the most pairs in common are compared. */
const compared = 3

type Likeness = { readonly before: number; readonly after: number; readonly share: number; readonly pairs: Pairs }
type Pairs = readonly (readonly [number, number])[]

/** Links the words of sentences without links on both sides, the most alike first. */
export function linkMovedSentences(map: WordMap): void {
  const byPair = sentencesByPair(map.after, map.toBefore)
  if (byPair.size === 0) return
  const likenesses: Likeness[] = []
  for (const before of unlinkedSentences(map.before, map.toAfter)) {
    for (const after of mostInCommon(map.before, before, byPair)) {
      const likeness = compareSentences(map, before, after)
      if (likeness !== null) likenesses.push(likeness)
    }
  }
  const taken = { before: new Set<number>(), after: new Set<number>() }
  for (const { before, after, pairs } of likenesses.toSorted((a, b) => b.share - a.share)) {
    if (taken.before.has(before) || taken.after.has(after)) continue
    taken.before.add(before)
    taken.after.add(after)
    for (const [one, other] of pairs) if (map.toAfter[one] === -1 && map.toBefore[other] === -1) link(map, one, other)
  }
}

/** Sentences less than half of whose words are linked. */
function unlinkedSentences({ sentences }: Parted, linked: Int32Array): readonly number[] {
  const found: number[] = []
  for (let sentence = 0; sentence + 1 < sentences.starts.length; sentence++) {
    const [from, to] = [at(sentences.starts, sentence), at(sentences.starts, sentence + 1)]
    let count = 0
    for (let index = from; index < to; index++) count += linked[index] === -1 ? 1 : 0
    if (count * 2 > to - from) found.push(sentence)
  }
  return found
}

function pairKeys({ words, sentences }: Parted, sentence: number): ReadonlySet<number> {
  const keys = new Set<number>()
  const to = at(sentences.starts, sentence + 1)
  for (let index = at(sentences.starts, sentence); index + 1 < to; index++)
    keys.add(at(words.numbers, index) * 2 ** 26 + at(words.numbers, index + 1))
  return keys
}

function sentencesByPair(text: Parted, linked: Int32Array): ReadonlyMap<number, readonly number[]> {
  const byPair = new Map<number, number[]>()
  for (const sentence of unlinkedSentences(text, linked)) {
    for (const key of pairKeys(text, sentence)) {
      const list = byPair.get(key)
      if (list === undefined) byPair.set(key, [sentence])
      else if (list.length <= mostSentences) list.push(sentence)
    }
  }
  return byPair
}

function mostInCommon(
  text: Parted,
  sentence: number,
  byPair: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  const votes = new Map<number, number>()
  for (const key of pairKeys(text, sentence)) {
    const sentences = byPair.get(key) ?? []
    if (sentences.length > mostSentences) continue
    for (const other of sentences) votes.set(other, (votes.get(other) ?? 0) + 1)
  }
  return [...votes]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, compared)
    .map(([other]) => other)
}

function compareSentences({ before, after }: WordMap, one: number, other: number): Likeness | null {
  const [fromOne, toOne] = [at(before.sentences.starts, one), at(before.sentences.starts, one + 1)]
  const [fromOther, toOther] = [at(after.sentences.starts, other), at(after.sentences.starts, other + 1)]
  const length = toOne - fromOne + toOther - fromOther
  const pairs = unchangedPairs(
    [...before.words.numbers.subarray(fromOne, toOne)],
    [...after.words.numbers.subarray(fromOther, toOther)],
    Math.floor(length * (1 - leastAlike)),
  )
  if (pairs === null) return null
  const share = (2 * pairs.length) / length
  return { before: one, after: other, share, pairs: pairs.map(([x, y]) => [fromOne + x, fromOther + y] as const) }
}
