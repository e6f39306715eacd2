// Two versions of a text, compared: all that landing a note needs to know.
import { alignedParagraphs } from './aligned-paragraphs.ts'
import type { ParagraphedText } from './carry-over.ts'
import type { WordMap } from './links.ts'
import { type Parted, parted } from './parts.ts'
import { wordMapOf } from './word-map.ts'
import { at, type Run, type WordNumbers, type Words, wordsOf } from './words.ts'

export type Comparison = {
  readonly before: ParagraphedText
  readonly after: ParagraphedText
  readonly map: WordMap
  /** Whether the paragraphs of two words (indexes in the earlier and the later text) are one, in its place. */
  readonly isAligned: (before: number, after: number) => boolean
  /** Where a run of the earlier text's words stands in what is new in the later text. */
  readonly newPlaces: (run: Run) => readonly Run[]
  /** Where the same words stand in what is lost of the earlier text. */
  readonly lostPlaces: (run: Run) => readonly Run[]
}

/** Most places that are looked at for one note. */
const mostPlaces = 200

/** Compares two texts once, for any number of notes. */
export function compareTexts(before: ParagraphedText, after: ParagraphedText): Comparison {
  const numbers: WordNumbers = new Map()
  const map = wordMapOf(parted(before, wordsOf(before.text, numbers)), parted(after, wordsOf(after.text, numbers)))
  return {
    before,
    after,
    map,
    isAligned: alignedParagraphs(map),
    newPlaces: unlinkedPlaces(map.before.words, map.after, map.toBefore),
    lostPlaces: unlinkedPlaces(map.before.words, map.before, map.toAfter),
  }
}

/** Finds the words of runs of `quoted` among the words of a text that are linked to nothing. */
function unlinkedPlaces(quoted: Words, { words }: Parted, linked: Int32Array): (run: Run) => readonly Run[] {
  const byNumber = new Map<number, number[]>()
  for (let index = 0; index < linked.length; index++) {
    if (linked[index] !== -1) continue
    const list = byNumber.get(at(words.numbers, index))
    if (list === undefined) byNumber.set(at(words.numbers, index), [index])
    else list.push(index)
  }
  return (run) => {
    const rarest = rarestWord(quoted, run, byNumber)
    const places: Run[] = []
    for (const index of byNumber.get(at(quoted.numbers, rarest)) ?? []) {
      const from = index - (rarest - run.from)
      if (stands(quoted, run, words, linked, from)) places.push({ from, to: from + run.to - run.from })
      if (places.length === mostPlaces) break
    }
    return places
  }
}

/** Index of the run's word with the fewest places; long runs are told by their first words. */
function rarestWord({ numbers }: Words, { from, to }: Run, byNumber: ReadonlyMap<number, readonly number[]>): number {
  let rarest = from
  let fewest = Number.POSITIVE_INFINITY
  for (let index = from; index < to && fewest > 0; index++) {
    const count = byNumber.get(at(numbers, index))?.length ?? 0
    if (count < fewest) [rarest, fewest] = [index, count]
  }
  return rarest
}

function stands(quoted: Words, { from, to }: Run, words: Words, linked: Int32Array, place: number): boolean {
  if (place < 0 || place + to - from > linked.length) return false
  for (let index = 0; index < to - from; index++) {
    const isThere = words.numbers[place + index] === quoted.numbers[from + index]
    if (!isThere || linked[place + index] !== -1) return false
  }
  return true
}
