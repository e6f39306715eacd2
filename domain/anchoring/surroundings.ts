// How far two places of the same words are the same place: what their own sentences, and the words around, have in common.
import { type Parted, widened } from './parts.ts'
import type { Run, Words } from './words.ts'
import { at } from './words.ts'

/** So many words of the own sentence on either side are compared, and of whatever stands around. */
const reachOfSentence = 24
const reachAround = 16
/** How much more of the other text may take up the same words. */
const slack = 6
/** What the own sentence and the words around weigh. */
const weights = { sentence: 0.6, around: 0.4 } as const

export type Surroundings = {
  /** Share of the own sentence's words, the quoted ones with them, that both places have in common, 0 to 1. */
  readonly sentence: number
  /** The weighted sum with the words around, 0 to 1: what places are ranked by. */
  readonly rank: number
}

/** Compares a run of words of one text with a run of the same or nearly the same words of another. */
export function compareSurroundings(one: Parted, runOne: Run, other: Parted, runOther: Run): Surroundings {
  const own = sentenceInCommon(one, runOne, other, runOther)
  const everything = { from: 0, to: Number.MAX_SAFE_INTEGER }
  const around = [
    inCommon(one.words, left(runOne, everything, reachAround), other.words, left(runOther, everything, reachAround)),
    inCommon(one.words, right(runOne, everything, reachAround), other.words, right(runOther, everything, reachAround)),
  ]
  const most = around.reduce((sum, { most }) => sum + most, 0)
  const common = around.reduce((sum, { common }) => sum + common, 0)
  const aroundShare = most === 0 ? 1 : common / most
  return { sentence: own, rank: weights.sentence * own + weights.around * aroundShare }
}

/** The least of what the own sentences of the run have in common with where their words stand, 0 to 1: each must be there. */
export function sentenceInCommon(one: Parted, runOne: Run, other: Parted, runOther: Run): number {
  let least = 1
  for (let from = runOne.from; from < runOne.to; ) {
    const to = Math.min(runOne.to, widened(one.sentences, { from, to: from + 1 }).to)
    const shift = runOther.from - runOne.from
    least = Math.min(least, oneSentence(one, { from, to }, other, { from: from + shift, to: to + shift }))
    from = to
  }
  return least
}

function oneSentence(one: Parted, runOne: Run, other: Parted, runOther: Run): number {
  const [sentenceOne, sentenceOther] = [widened(one.sentences, runOne), widened(other.sentences, runOther)]
  const sides = [left, right].map((side) =>
    inCommon(
      one.words,
      side(runOne, sentenceOne, reachOfSentence),
      other.words,
      side(runOther, sentenceOther, reachOfSentence + slack),
    ),
  )
  const quoted = spokenCount(one.words, runOne) * 2
  const common = sides.reduce((sum, side) => sum + side.common * 2, quoted)
  const all = sides.reduce((sum, side) => sum + side.one + side.other, quoted)
  return all === 0 ? 1 : common / all
}

function left(run: Run, { from }: Run, reach: number): Run {
  return { from: Math.max(from, 0, run.from - reach), to: run.from }
}

function right(run: Run, { to }: Run, reach: number): Run {
  return { from: run.to, to: Math.min(to, run.to + reach) }
}

type Common = { readonly common: number; readonly one: number; readonly other: number; readonly most: number }

function inCommon(one: Words, runOne: Run, other: Words, runOther: Run): Common {
  const numbersOne = spokenNumbers(one, runOne)
  const numbersOther = spokenNumbers(other, runOther)
  return {
    common: commonInOrder(numbersOne, numbersOther),
    one: numbersOne.length,
    other: numbersOther.length,
    most: Math.max(numbersOne.length, numbersOther.length),
  }
}

function spokenNumbers({ numbers, spoken }: Words, { from, to }: Run): readonly number[] {
  const found: number[] = []
  for (let index = from; index < Math.min(to, numbers.length); index++)
    if (spoken[index] === 1) found.push(at(numbers, index))
  return found
}

function spokenCount({ spoken }: Words, { from, to }: Run): number {
  let count = 0
  for (let index = from; index < to; index++) count += at(spoken, index)
  return count
}

/** Length of the longest list of numbers that both have in the same order. For short lists: time grows with both lengths. */
function commonInOrder(one: readonly number[], other: readonly number[]): number {
  const shorter = Math.min(one.length, other.length)
  let head = 0
  while (head < shorter && one[head] === other[head]) head++
  let tail = 0
  while (tail < shorter - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++
  if (head + tail === shorter) return shorter
  return head + tail + commonBetween(one.slice(head, one.length - tail), other.slice(head, other.length - tail))
}

function commonBetween(one: readonly number[], other: readonly number[]): number {
  const row = new Int32Array(other.length + 1)
  for (const number of one) {
    let diagonal = 0
    for (let index = 1; index <= other.length; index++) {
      const above = at(row, index)
      row[index] = number === other[index - 1] ? diagonal + 1 : Math.max(above, at(row, index - 1))
      diagonal = above
    }
  }
  return at(row, other.length)
}
