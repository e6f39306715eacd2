// Two versions of a text, compared: all that landing a note needs to know.
import { alignedParagraphs } from './aligned-paragraphs.ts'
import type { ParagraphedText } from './carry-over.ts'
import type { WordMap } from './links.ts'
import { parted } from './parts.ts'
import { wordMapOf } from './word-map.ts'
import { at, firstAbove, newWordNumbers, type Run, type Words, wordsOf } from './words.ts'

export type Comparison = {
  readonly before: ParagraphedText
  readonly after: ParagraphedText
  readonly map: WordMap
  /** Whether the paragraphs of two words (indexes in the earlier and the later text) are one, in its place. */
  readonly isAligned: (before: number, after: number) => boolean
  /** Where a run of the earlier text's words stands in what is new in the later text. */
  readonly newPlaces: FindPlaces
  /** Where the same words stand in what is lost of the earlier text. */
  readonly lostPlaces: FindPlaces
  /** Where the same words stand anywhere in the later and in the earlier text. */
  readonly placesAfter: FindPlaces
  readonly placesBefore: FindPlaces
}

/** Places of a run of the earlier text's words, those near a word (its index in the text looked in) first; not all when there are very many. */
export type FindPlaces = (run: Run, near: number) => readonly Run[]

/** Most places that are looked at for one note. */
const mostPlaces = 200

/** Compares two texts once, for any number of notes. */
export function compareTexts(before: ParagraphedText, after: ParagraphedText): Comparison {
  const numbers = newWordNumbers()
  const map = wordMapOf(parted(before, wordsOf(before.text, numbers)), parted(after, wordsOf(after.text, numbers)))
  const { words } = map.before
  return {
    before,
    after,
    map,
    isAligned: alignedParagraphs(map),
    newPlaces: placesOf(words, map.after.words, (index) => map.toBefore[index] === -1),
    lostPlaces: placesOf(words, words, (index) => map.toAfter[index] === -1),
    placesAfter: placesOf(words, map.after.words, () => true),
    placesBefore: placesOf(words, words, () => true),
  }
}

/** Finds runs of `quoted` among those words of a text that count. */
function placesOf(quoted: Words, words: Words, counts: (index: number) => boolean): FindPlaces {
  let known: ReadonlyMap<number, readonly number[]> | null = null
  return (run, near) => {
    known ??= indexesByNumber(words, counts)
    const rarest = rarestWord(quoted, run, known)
    const places: Run[] = []
    for (const index of outwards(known.get(at(quoted.numbers, rarest)) ?? [], near)) {
      const place = { from: index - (rarest - run.from), to: index - (rarest - run.from) + run.to - run.from }
      if (stands(quoted, run, words, place, counts)) places.push(place)
      if (places.length === mostPlaces) break
    }
    return places
  }
}

/** Ascending numbers, the nearest to one of them first. */
function* outwards(ascending: readonly number[], near: number): Generator<number> {
  let right = firstAbove(ascending, near - 1)
  let left = right - 1
  while (left >= 0 || right < ascending.length) {
    const isLeft = right >= ascending.length || (left >= 0 && near - at(ascending, left) <= at(ascending, right) - near)
    yield isLeft ? at(ascending, left--) : at(ascending, right++)
  }
}

function indexesByNumber(words: Words, counts: (index: number) => boolean): ReadonlyMap<number, readonly number[]> {
  const byNumber = new Map<number, number[]>()
  for (let index = 0; index < words.numbers.length; index++) {
    if (!counts(index)) continue
    const list = byNumber.get(at(words.numbers, index))
    if (list === undefined) byNumber.set(at(words.numbers, index), [index])
    else list.push(index)
  }
  return byNumber
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

function stands(quoted: Words, run: Run, words: Words, place: Run, counts: (index: number) => boolean): boolean {
  if (place.from < 0 || place.to > words.numbers.length) return false
  for (let index = place.from; index < place.to; index++)
    if (words.numbers[index] !== quoted.numbers[run.from + index - place.from] || !counts(index)) return false
  return true
}
