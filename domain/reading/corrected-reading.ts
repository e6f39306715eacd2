// Applies corrections to a reading: what everybody shows. What a person settled stands; the rest follows the reading, so that a better
// engine improves what nobody has spoken on and loses nothing that somebody has.
import type {
  CorrectedMeeting,
  CorrectedMention,
  CorrectedOutcome,
  CorrectedPerson,
  CorrectedReading,
  CorrectedTopic,
  Field,
  ItemList,
  RemovedItem,
} from './corrected.ts'
import { type Entry, fieldRead } from './correcting/entries.ts'
import { type MeetingEntry, type OutcomeEntry, type TopicEntry, wordsOf } from './correcting/event-entries.ts'
import { type MentionEntry, type PersonEntry, printed } from './correcting/mention-entries.ts'
import { compareSpans } from './correcting/overlap.ts'
import { type Attendance, participantsNamed, participantsRead } from './correcting/participants.ts'
import { finder } from './correcting/touching.ts'
import { type Workings, workOut } from './correcting/workings.ts'
import type { Corrections, HeadField, MentionFields } from './corrections.ts'
import type { Evidence, OffsetPair, Reading, SummarySentence } from './reading.ts'

/** A reading with corrections applied. Never throws: decisions whose words are nowhere are shown as they were last seen. */
export function correctedReading(reading: Reading, corrections: Corrections): CorrectedReading {
  return shownReading(reading, corrections, workOut(reading, corrections))
}

/** The same, from workings at hand. */
export function shownReading(reading: Reading, corrections: Corrections, workings: Workings): CorrectedReading {
  const meetings = workings.meetings.filter(isShown)
  const outcomes = workings.outcomes.filter(isShown)
  return {
    head: headOf(reading, corrections),
    meetings: meetings.map((entry) => meetingOf(reading, workings.attendance, entry)),
    people: workings.people.filter(isShown).map(personOf),
    // Chosen words may stand elsewhere than those that report it.
    outcomes: outcomes
      .map((entry) => outcomeOf(reading, workings, entry))
      .toSorted((a, b) => compareSpans(a.span, b.span)),
    places: workings.places.filter(isShown).map(mentionOf),
    organisations: workings.organisations.filter(isShown).map(mentionOf),
    documents: reading.documents,
    topics: workings.topics.filter(isShown).map((entry) => topicOf(workings, entry)),
    summary: summaryOf(reading, [...meetings.map(({ spans }) => spans[0] ?? nowhere), ...outcomes.map(shownAt)]),
    removed: removedOf(reading, workings),
  }
}

function isShown(entry: { readonly isHidden: boolean }): boolean {
  return !entry.isHidden
}

function headOf(reading: Reading, corrections: Corrections): CorrectedReading['head'] {
  const { title, dateline, head } = reading
  const field = (name: HeadField, read: string | null, evidence: Evidence | null): Field<string | null> => {
    const value = corrections[name]
    if (value === undefined) return fieldRead(read, evidence)
    const agrees = value === read
    const state = agrees || corrections.confirmed?.includes(name) ? 'confirmed' : 'corrected'
    return { value, state, evidence: agrees ? evidence : null }
  }
  return {
    title: field('title', title, head.title),
    place: field('place', dateline.place, head.place),
    date: field('date', dateline.date, head.date),
    source: field('source', dateline.source, head.source),
  }
}

const nowhere: OffsetPair = [0, 0]

function meetingOf(reading: Reading, attendance: Attendance, entry: MeetingEntry): CorrectedMeeting {
  const { key, spans, fields, asRead, item } = entry
  const meeting = item === null ? undefined : reading.meetings[item]
  const read = meeting === undefined ? [] : participantsRead(attendance, meeting)
  const people = { ...fields.people, value: participantsNamed(attendance, fields.people.value, read) }
  return { key, isRead: asRead !== null, span: spans[0] ?? nowhere, ...fields, people }
}

function personOf({ key, spans, fields, asRead, aliases, alike }: PersonEntry): CorrectedPerson {
  return { key, isRead: asRead !== null, spans, ...fields, aliases, alike }
}

function outcomeOf(reading: Reading, { meetingMeant }: Workings, entry: OutcomeEntry): CorrectedOutcome {
  const { key, fields, asRead, item } = entry
  const span = shownAt(entry)
  const asPrinted = item === null || fields.words.value !== null ? undefined : reading.outcomes[item]?.text
  const text = asPrinted ?? printed(reading, span)
  const meeting = { ...fields.meeting, value: shownKey(meetingMeant(fields.meeting.value)) }
  return { key, isRead: asRead !== null, span, text, ...fields, meeting }
}

function shownAt(entry: OutcomeEntry): OffsetPair {
  return wordsOf(entry) ?? nowhere
}

function mentionOf({ key, spans, fields, asRead }: MentionEntry<MentionFields>): CorrectedMention {
  return { key, isRead: asRead !== null, spans, ...fields }
}

function topicOf({ meetingMeant }: Workings, { key, spans, fields, asRead }: TopicEntry): CorrectedTopic {
  const meeting = { ...fields.meeting, value: shownKey(meetingMeant(fields.meeting.value)) }
  return { key, isRead: asRead !== null, span: spans[0] ?? nowhere, ...fields, meeting }
}

/** Null for a meeting that was removed, and for none. */
function shownKey(meeting: MeetingEntry | null): string | null {
  return meeting === null || meeting.isHidden ? null : meeting.key
}

/** The reading's sentences without those that only carry what was removed, and the words of what was added. */
function summaryOf(reading: Reading, places: readonly OffsetPair[]): readonly SummarySentence[] {
  const all = [...reading.meetings, ...reading.outcomes].map(({ span }) => span)
  const [isShownAt, isReadAt] = [anyAt(places), anyAt(all)]
  const kept = reading.summary.filter(({ span }) => isShownAt(span) || !isReadAt(span))
  const isCarried = anyAt([...kept.map(({ span }) => span), ...all])
  const added = places.filter((span) => !isCarried(span)).map((span) => ({ text: printed(reading, span), span }))
  return [...kept, ...added].toSorted((a, b) => compareSpans(a.span, b.span))
}

/** Tells whether any of these spans shares something with a given one. */
function anyAt(spans: readonly OffsetPair[]): (span: OffsetPair) => boolean {
  const touching = finder(spans, (span) => span)
  return (span) => touching(span).length > 0
}

function removedOf(reading: Reading, workings: Workings): readonly RemovedItem[] {
  const of = <Fields>(
    list: ItemList,
    entries: readonly Entry<Fields>[],
    textOf: (entry: Entry<Fields>) => string,
  ): readonly RemovedItem[] =>
    entries
      .filter(({ decision }) => decision?.verdict === 'removed')
      .map((entry) => ({ list, key: entry.key, text: textOf(entry), spans: entry.spans }))
  return [
    ...of('meetings', workings.meetings, ({ fields }) => fields.label.value),
    ...of('people', workings.people, ({ fields }) => fields.name.value),
    ...of('outcomes', workings.outcomes, (entry) => printed(reading, shownAt(entry))),
    ...of('places', workings.places, ({ fields }) => fields.name.value),
    ...of('organisations', workings.organisations, ({ fields }) => fields.name.value),
    ...of('topics', workings.topics, ({ fields }) => fields.text.value),
  ]
}
