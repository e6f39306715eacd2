// Sentences that were reworded and stand elsewhere: found by the pairs of words that they share with what is new in the later text.

import { link, type WordMap } from './links.ts'
import type { Parted } from './parts.ts'
import { unchangedPairs } from './shortest-edit.ts'
import { at } from './words.ts'

/** Pairs of words that stand in more sentences than this tell nothing. */
const mostSentences = 16
/** So many of the sentences with the most pairs in common are compared. */
const compared = 3

type Likeness = { readonly before: number; readonly after: number; readonly share: number; readonly pairs: Pairs }
type Pairs = readonly (readonly [number, number])[]

/**
 * Links the words of sentences that are alike wherever they stand, the most alike first, among those without links. `least`: the share
 * of their words that must be the same, in order. `lead`: by how much of that share no other sentence may come near either of them.
 */
export function linkAlikeSentences(map: WordMap, least: number, lead: number): void {
  const byPair = sentencesByPair(map.after, map.toBefore)
  if (byPair.size === 0) return
  const likenesses = unlinkedSentences(map.before, map.toAfter)
    .flatMap((before) =>
      mostInCommon(map.before, before, byPair).map((after) => compareSentences(map, before, after, least)),
    )
    .filter((likeness) => likeness !== null)
    .toSorted((a, b) => b.share - a.share)
  const best = { before: bestShares(likenesses, 'before'), after: bestShares(likenesses, 'after') }
  const taken = { before: new Set<number>(), after: new Set<number>() }
  for (const { before, after, share, pairs } of likenesses) {
    if (taken.before.has(before) || taken.after.has(after)) continue
    if (isContested(best.before.get(before), share, lead) || isContested(best.after.get(after), share, lead)) continue
    taken.before.add(before)
    taken.after.add(after)
    for (const [one, other] of pairs) if (map.toAfter[one] === -1 && map.toBefore[other] === -1) link(map, one, other)
  }
}

type Best = readonly [number, number]

/** The two highest shares of each sentence. */
function bestShares(likenesses: readonly Likeness[], side: 'before' | 'after'): ReadonlyMap<number, Best> {
  const best = new Map<number, Best>()
  for (const likeness of likenesses) {
    const known = best.get(likeness[side])
    if (known === undefined) best.set(likeness[side], [likeness.share, 0])
    else if (known[1] === 0) best.set(likeness[side], [known[0], likeness.share])
  }
  return best
}

function isContested(best: Best | undefined, share: number, lead: number): boolean {
  if (best === undefined || lead === 0) return false
  const [first, second] = best
  return share < first || first - second < lead
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
  const most = [...votes.values()].reduce((a, b) => Math.max(a, b), 0)
  return [...votes]
    .filter(([, count]) => count * 2 > most)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, compared)
    .map(([other]) => other)
}

function compareSentences({ before, after }: WordMap, one: number, other: number, least: number): Likeness | null {
  const [fromOne, toOne] = [at(before.sentences.starts, one), at(before.sentences.starts, one + 1)]
  const [fromOther, toOther] = [at(after.sentences.starts, other), at(after.sentences.starts, other + 1)]
  const length = toOne - fromOne + toOther - fromOther
  const pairs = unchangedPairs(
    [...before.words.numbers.subarray(fromOne, toOne)],
    [...after.words.numbers.subarray(fromOther, toOther)],
    Math.floor(length * (1 - least)),
  )
  if (pairs === null) return null
  const share = (2 * pairs.length) / length
  return { before: one, after: other, share, pairs: pairs.map(([x, y]) => [fromOne + x, fromOther + y] as const) }
}
