// Which sentences have too little in common to be one sentence reworded, by the words that were found the same.

import type { WordMap } from './links.ts'
import type { Parted } from './parts.ts'
import { at } from './words.ts'

/** Least share of the words of two sentences that must be the same, or of the shorter one's, if it is a part of the longer. */
const leastOfBoth = 0.3
const leastOfShorter = 0.6
/** So many words at least make a part. */
const leastPart = 3

/** Gives whether the sentences of two linked words are alike, as the links stand now. */
export function wordsInCommon({ before, after, toAfter }: WordMap): (wordBefore: number, wordAfter: number) => boolean {
  const shared = new Map<number, number>()
  const key = (one: number, other: number) => at(before.sentences.of, one) * 2 ** 26 + at(after.sentences.of, other)
  for (let index = 0; index < toAfter.length; index++) {
    const other = at(toAfter, index)
    if (other === -1 || before.words.spoken[index] === 0) continue
    shared.set(key(index, other), (shared.get(key(index, other)) ?? 0) + 1)
  }
  const [sizeBefore, sizeAfter] = [spokenWords(before), spokenWords(after)]
  return (one, other) => {
    const common = shared.get(key(one, other)) ?? 0
    const sizes = [at(sizeBefore, at(before.sentences.of, one)), at(sizeAfter, at(after.sentences.of, other))] as const
    return isEnough(common, sizes[0], sizes[1])
  }
}

function isEnough(common: number, one: number, other: number): boolean {
  const shorter = Math.min(one, other)
  const isPart = common === shorter || (common >= leastPart && common >= shorter * leastOfShorter)
  return isPart || common * 2 >= (one + other) * leastOfBoth
}

/** How many words with letters or digits each sentence has. */
export function spokenWords({ words, sentences }: Parted): Int32Array {
  const sizes = new Int32Array(sentences.starts.length)
  for (let index = 0; index < words.spoken.length; index++) {
    const sentence = at(sentences.of, index)
    sizes[sentence] = at(sizes, sentence) + at(words.spoken, index)
  }
  return sizes
}
