// The meeting summary as lines: which words of the text stand behind each, and how sure the reading is. Nothing here is a sentence
// of ours; what is shown are the text's own words.
import type {
  CorrectedMeeting,
  CorrectedOutcome,
  CorrectedReading,
  Field,
  Participant,
} from '../../domain/reading/corrected.ts'
import type { FieldState } from '../../domain/reading/corrections.ts'
import type { MeetingFormat, OffsetPair, OutcomeKind } from '../../domain/reading/reading.ts'
import { shortened } from '../../domain/reading/shorten.ts'
import { onOneLine } from '../../domain/text/lines.ts'
import { type NumberedText, numberAt, spansOf, type Why, whyOf } from './why.ts'

/** A thing that was read, and the words that say it, in UTF-16 offsets. */
export type WordsOfLine = { readonly key: string; readonly spans: readonly OffsetPair[] }

/** One thing of the summary that opens its words. */
export type SummaryLine = {
  /** Unlike any other line's; the same while its item is the same. */
  readonly key: string
  readonly text: string
  readonly state: FieldState
  readonly why: Why | null
  /** The words that support it, in UTF-16 offsets; the first are where it leads to. None for what a person added from elsewhere. */
  readonly spans: readonly OffsetPair[]
  /** Number of the paragraph the first words are in; null when that has none. */
  readonly paragraph: number | null
}

/** `due.text` is an ISO date. */
export type SummaryOutcome = SummaryLine & { readonly kind: OutcomeKind; readonly due: SummaryLine | null }
export type SummaryPerson = SummaryLine & { readonly role: string | null; readonly affiliation: string | null }

export type SummaryEvent = {
  readonly key: string
  readonly label: SummaryLine
  readonly format: Field<MeetingFormat>
  /** The words that tie it to another event ("in the margins"), or null. */
  readonly tie: string | null
  /** `text` is an ISO date. */
  readonly day: SummaryLine | null
  readonly place: SummaryLine | null
  readonly people: readonly SummaryPerson[]
  readonly outcomes: readonly SummaryOutcome[]
  readonly topics: readonly SummaryLine[]
}

export type Summary = {
  readonly events: readonly SummaryEvent[]
  /** Outcomes and topics that belong to no event. */
  readonly outcomes: readonly SummaryOutcome[]
  readonly topics: readonly SummaryLine[]
  /** Of the whole text: shown when it reports no event. */
  readonly people: readonly SummaryPerson[]
  readonly places: readonly SummaryLine[]
}

/** The summary of a reading with its corrections. In: that, and the text it is of. */
export function summaryOf(reading: CorrectedReading, text: NumberedText): Summary {
  const outcomes = reading.outcomes.map((outcome) => ({
    of: outcome.meeting.value,
    line: outcomeLine(text, outcome),
  }))
  const topics = reading.topics.map(({ key, text: words, meeting, span }) => ({
    of: meeting.value,
    line: lineOf(text, `topic ${key}`, words.value, words.state, [span]),
  }))
  const ofMeeting = (key: string | null) => ({
    outcomes: outcomes.filter(({ of }) => of === key).map(({ line }) => line),
    topics: topics.filter(({ of }) => of === key).map(({ line }) => line),
  })
  const introduced = new Set<string>()
  return {
    events: reading.meetings.map((meeting) => ({
      ...eventOf(text, reading, meeting, introduced),
      ...ofMeeting(meeting.key),
    })),
    ...ofMeeting(null),
    people: reading.people.map(({ key, name, role, affiliation, spans }) => ({
      ...lineOf(text, `person ${key}`, name.value, name.state, spans),
      role: role.value,
      affiliation: affiliation.value,
    })),
    places: reading.places.map(({ key, name, spans }) => lineOf(text, `place ${key}`, name.value, name.state, spans)),
  }
}

/** Every line of a summary that is shown: what words in the text are looked up in. */
export function linesOfSummary(summary: Summary): readonly SummaryLine[] {
  const ofOutcome = (outcome: SummaryOutcome) => [outcome, outcome.due]
  const ofEvent = ({ label, day, place, people, outcomes, topics }: SummaryEvent) => {
    return [label, day, place, ...people, ...outcomes.flatMap(ofOutcome), ...topics]
  }
  const alone = summary.events.length > 0 ? [] : [...summary.people, ...summary.places]
  const all = [...summary.events.flatMap(ofEvent), ...summary.outcomes.flatMap(ofOutcome), ...summary.topics, ...alone]
  return all.filter((line) => line !== null)
}

/** The keys of the things that the words at a UTF-16 offset support. */
export function linesAt(lines: readonly WordsOfLine[], offset: number): readonly string[] {
  const supports = ({ spans }: WordsOfLine) => spans.some(([start, end]) => start <= offset && offset < end)
  return lines.filter(supports).map(({ key }) => key)
}

/** `introduced`: people whose office was said in an event above; it is not said again. */
function eventOf(text: NumberedText, reading: CorrectedReading, meeting: CorrectedMeeting, introduced: Set<string>) {
  const key = `event ${meeting.key}`
  const { label, format, date, place, people, span } = meeting
  const labelSpans = [...spansOf(label.evidence), span].slice(0, label.evidence === null ? 1 : undefined)
  return {
    key,
    label: lineOf(text, `${key} label`, label.value, label.state, labelSpans),
    format,
    tie: tieOf(text, meeting),
    day: fieldLine(text, `${key} day`, date, span),
    place: fieldLine(text, `${key} place`, place, span),
    people: people.value.map((one, at) => {
      const line = participantLine(text, reading, `${key} person ${at}`, one, people.state)
      const isKnown = introduced.has(one.name)
      introduced.add(one.name)
      return isKnown ? { ...line, role: null, affiliation: null } : line
    }),
  }
}

/** Words that say how this event hangs together with another one, where they carry its place over. */
function tieOf({ text }: NumberedText, { place, label }: CorrectedMeeting): string | null {
  const via = place.evidence?.via ?? null
  if (via === null) return null
  const tie = text.slice(...via)
  return label.value.includes(tie) ? null : tie
}

/** The outcome's own words, shortened only by leaving out words around them. */
function outcomeLine(text: NumberedText, { key, kind, due, span }: CorrectedOutcome): SummaryOutcome {
  const words = onOneLine(text.text.slice(...shortened(text.text, span, text.language)))
  const line = lineOf(text, `outcome ${key}`, words, kind.state, [span])
  return { ...line, kind: kind.value, due: fieldLine(text, `outcome ${key} due`, due, span) }
}

function participantLine(
  text: NumberedText,
  reading: CorrectedReading,
  key: string,
  { name, person, evidence }: Participant,
  listState: FieldState,
): SummaryPerson {
  const known = reading.people.find((candidate) => candidate.key === person)
  const spans = evidence === null ? (known?.spans.slice(0, 1) ?? []) : spansOf(evidence)
  const asRead = listState === 'certain' || listState === 'likely'
  const state = asRead ? (evidence?.certainty ?? listState) : listState
  const line = lineOf(text, key, name, state, spans)
  return { ...line, role: known?.role.value ?? null, affiliation: known?.affiliation.value ?? null }
}

function fieldLine(text: NumberedText, key: string, field: Field<string | null>, item: OffsetPair): SummaryLine | null {
  if (field.value === null) return null
  const why = field.state === 'certain' || field.state === 'likely' ? whyOf(text, field.evidence, item) : null
  return { ...lineOf(text, key, field.value, field.state, spansOf(field.evidence)), why }
}

function lineOf(
  text: NumberedText,
  key: string,
  words: string,
  state: FieldState,
  spans: readonly OffsetPair[],
): SummaryLine {
  const first = spans[0]
  return { key, text: words, state, why: null, spans, paragraph: first === undefined ? null : numberAt(text, first[0]) }
}
