// Which event of a reading is which of the labels': by the sentence it is reported in first, then by words, persons and day.
import { locateQuote } from '../../domain/anchoring/locate.ts'
import type { Meeting, OffsetPair, Reading } from '../../domain/reading/reading.ts'
import type { LabelledEvent, Labels } from './labelled.ts'
import { paired, shared } from './likeness.ts'

export type EventPairs = {
  readonly pairs: readonly (readonly [asked: number, found: number])[]
  /** Events of the reading that count: those that are only background to the labels don't. */
  readonly counted: number
}

/** Least likeness of an event and its label. */
const least = 0.75

/** Pairs the labels' events with the reading's. */
export function eventPairs(labels: Labels, reading: Reading): EventPairs {
  const sentences = sentencesOf(reading.text)
  const measure = (asked: LabelledEvent, found: Meeting) =>
    likeness(asked, found, reportedIn(asked, reading.text, sentences))
  const pairs = paired(labels.meetings, reading.meetings, measure, least)
  const rest = reading.meetings.filter((_, index) => !pairs.some(([, found]) => found === index))
  const background = paired(labels.background_events ?? [], rest, measure, least).length
  return { pairs, counted: reading.meetings.length - background }
}

function likeness(asked: LabelledEvent, found: Meeting, sentence: OffsetPair | null): number {
  const there = sentence !== null && found.span[0] < sentence[1] && found.span[1] > sentence[0] ? 2 : 0
  const together = asked.people.some((name) => found.people.some((other) => shared(name, other) >= 0.5)) ? 0.5 : 0
  const day = asked.date === null || found.date === null ? 0 : asked.date === found.date ? 0.5 : -1.5
  return there + shared(asked.label, found.label) + together + day
}

function sentencesOf(text: string): readonly OffsetPair[] {
  return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].map(({ segment, index }) => [
    index,
    index + segment.length,
  ])
}

/** The sentence that begins with, or holds, the quoted words; null when they are not there once. */
function reportedIn({ span_quote }: LabelledEvent, text: string, sentences: readonly OffsetPair[]): OffsetPair | null {
  const found = locateQuote(text, { quote: span_quote, prefix: null, suffix: null })
  if (!found.ok) return null
  const { start, end } = found.value
  const last = sentences.findLast((sentence) => sentence[0] < end)
  const first = sentences.findLast((sentence) => sentence[0] <= start)
  return first === undefined || last === undefined ? null : [first[0], last[1]]
}
