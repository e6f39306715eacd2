// Where the words of one note are in the later text. The words are the proof: nothing is same or moved whose words are not there, in
// their own sentence, at the one place they can have come to.
import type { Span } from '../span.ts'
import type { Landing } from './carry-over.ts'
import type { Comparison } from './comparison.ts'
import { likenessOf } from './likeness.ts'
import { rewordedPlace } from './reworded-place.ts'
import { landingSpan, spanOf } from './spans.ts'
import { compareSurroundings, type Surroundings, sentenceInCommon } from './surroundings.ts'
import { at, type Run, type Words } from './words.ts'

/** Least share of the own sentence that must still be around the words: in the aligned paragraph, and elsewhere. */
const leastSentence = { same: 0.5, moved: 0.7 } as const
/** From so much on, words in the aligned paragraph are sure to be in their own sentence. */
const plainSentence = 0.65
/** A second place whose surroundings rank no more than this below the first may be meant as well. */
export const uniquenessMargin = 0.07
/** Changed words less like the quote than this are something else, unless most of the sentence around them stands. */
export const scoreFloor = 0.2
const leastStanding = 0.5
/** Words that stand only in other sentences are candidates when they are so many; fewer are anybody's. */
const fewestElsewhere = 3
/** Most candidates listed. */
export const mostCandidates = 20

export const gone: Landing = { state: 'gone', span: null, score: 0, candidates: [] }

/** Lands a run of the earlier text's words; `span` is the note's own, in UTF-16 offsets of that text. */
export function landWords(comparison: Comparison, run: Run, span: Span): Landing {
  const place = unbrokenPlace(comparison, run)
  if (place !== null) return landUnbroken(comparison, run, span, place)
  const changed = rewordedPlace(comparison.map, run)
  if (changed !== null && hasSameWords(comparison, run, changed)) return landUnbroken(comparison, run, span, changed)
  return landReworded(comparison, run, changed) ?? landElsewhere(comparison, run, span)
}

function hasSameWords({ map }: Comparison, run: Run, place: Run): boolean {
  const words = map.before.words.numbers.subarray(run.from, run.to)
  return (
    place.to - place.from === words.length &&
    words.every((word, index) => word === map.after.words.numbers[place.from + index])
  )
}

/** Where all of the words stand side by side as in the earlier text; null when they do not. */
export function unbrokenPlace({ map }: Comparison, { from, to }: Run): Run | null {
  const first = at(map.toAfter, from)
  if (first === -1) return null
  for (let index = from; index < to; index++) if (map.toAfter[index] !== first + index - from) return null
  return { from: first, to: first + to - from }
}

type Candidate = { readonly place: Run; readonly around: Surroundings }

function candidate({ map }: Comparison, run: Run, place: Run): Candidate {
  return { place, around: compareSurroundings(map.before, run, map.after, place) }
}

function landUnbroken(comparison: Comparison, run: Run, span: Span, place: Run): Landing {
  const { map } = comparison
  const isAligned = comparison.isAligned(run.from, place.from)
  const sentence = sentenceInCommon(map.before, run, map.after, place)
  const isOwn = sentence >= (isAligned ? leastSentence.same : leastSentence.moved)
  // In its place, in a sentence that stands, words can only be taken for what is new; otherwise for the same words anywhere.
  const isPlain = isAligned && sentence >= plainSentence
  const others = othersAfter(comparison, run, place, isPlain)
  const earlier = othersBefore(comparison, run, isPlain)
  const isAlone = isOwn && others.length + earlier.length === 0
  if (!isAlone) {
    const found = candidate(comparison, run, place)
    const least = isOwn ? found.around.rank - uniquenessMargin : 0
    const isNear = ({ around }: Candidate) => around.rank >= least
    const near = others.map((other) => candidate(comparison, run, other)).filter(isNear)
    const isClaimed = earlier.some((other) => isNear(candidate(comparison, other, place)))
    if (!isOwn || isClaimed || near.length > 0) return ambiguous(comparison, run, span, [found, ...near])
  }
  const there = landingSpan(comparison, run, span, place)
  return { state: isAligned ? 'same' : 'moved', span: there, score: 1, candidates: [] }
}

/** Other places in the later text where the words may have come to. */
function othersAfter({ newPlaces, placesAfter }: Comparison, run: Run, place: Run, isPlain: boolean): readonly Run[] {
  return (isPlain ? newPlaces : placesAfter)(run, place.from).filter(({ from }) => from !== place.from)
}

/** Other places in the earlier text where the words may have come from. */
function othersBefore({ lostPlaces, placesBefore }: Comparison, run: Run, isPlain: boolean): readonly Run[] {
  return (isPlain ? lostPlaces : placesBefore)(run, run.from).filter(({ from }) => from !== run.from)
}

function landReworded(comparison: Comparison, run: Run, place: Run | null): Landing | null {
  const { map, before, after } = comparison
  if (place === null) return null
  const span = spanOf(map.after.words, place)
  const { start, end } = spanOf(map.before.words, run)
  const score = likenessOf(before.text.slice(start, end), after.text.slice(span.start, span.end))
  if (score < scoreFloor && !isStanding(comparison, run)) return null
  return { state: 'reworded', span, score: Math.min(score, 0.99), candidates: [] }
}

/** True when most of the own sentence's other words are still there. */
function isStanding({ map }: Comparison, run: Run): boolean {
  const { sentences, words } = map.before
  const from = at(sentences.starts, at(sentences.of, run.from))
  const to = at(sentences.starts, at(sentences.of, run.to - 1) + 1)
  let all = 0
  let kept = 0
  for (let index = from; index < to; index++) {
    if (words.spoken[index] === 0 || (index >= run.from && index < run.to)) continue
    all++
    if (map.toAfter[index] !== -1) kept++
  }
  return kept > 0 && kept >= all * leastStanding
}

function landElsewhere(comparison: Comparison, run: Run, span: Span): Landing {
  const places = comparison.newPlaces(run, run.from).map((place) => candidate(comparison, run, place))
  const isMany = spokenCount(comparison.map.before.words, run) >= fewestElsewhere
  const likely = places.filter(({ around }) => isMany || around.sentence >= leastSentence.moved)
  return likely.length === 0 ? gone : ambiguous(comparison, run, span, likely)
}

function spokenCount({ spoken }: Words, { from, to }: Run): number {
  return spoken.subarray(from, to).reduce((sum, one) => sum + one, 0)
}

function ambiguous(comparison: Comparison, run: Run, span: Span, found: readonly Candidate[]): Landing {
  const candidates = found
    .toSorted((a, b) => b.around.rank - a.around.rank || a.place.from - b.place.from)
    .slice(0, mostCandidates)
    .map(({ place }) => landingSpan(comparison, run, span, place))
  return { state: 'ambiguous', span: candidates[0] ?? null, score: 1, candidates }
}
