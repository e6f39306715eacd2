// Meetings, outcomes and topics of a reading with decisions applied. Names of people follow renaming and merging; an outcome or topic refers
// to its meeting by that one's words, because indices change with every reading.
import type { Decision, MeetingFields, MeetingReference, OutcomeFields, TopicFields } from '../corrections.ts'
import type { Evidence, Meeting, OffsetPair, Outcome, Reading, Topic } from '../reading.ts'
import { type Entry, type Fielded, fieldRead, isHidden, overlaid, withKeys } from './entries.ts'
import { likenessOfMeetings, likenessOfOutcomes, likenessOfTopics } from './likeness.ts'
import { matchEvents, type ReadEvent } from './match-events.ts'
import { shared } from './overlap.ts'
import { type Attendance, namesOf } from './participants.ts'

export type MeetingEntry = Entry<MeetingFields>
export type OutcomeEntry = Entry<OutcomeFields>
export type TopicEntry = Entry<TopicFields>

/** Meetings in the order of the text, those removed included. */
export function meetingEntries(
  reading: Reading,
  decisions: readonly Decision<MeetingFields>[],
  attendance: Attendance,
): readonly MeetingEntry[] {
  const events = reading.meetings.map((meeting) => ({ span: meeting.span, fields: meetingFields(meeting) }))
  const found = matchEvents(decisions, events, likenessOfMeetings)
  return eventEntries(decisions, events, found, (item) => {
    const meeting = reading.meetings[item]
    return meeting === undefined ? null : meetingRead(meeting, attendance)
  })
}

/** Outcomes in the order of the text, those removed included. */
export function outcomeEntries(
  reading: Reading,
  decisions: readonly Decision<OutcomeFields>[],
): readonly OutcomeEntry[] {
  const events = reading.outcomes.map((outcome) => ({ span: outcome.span, fields: outcomeFields(reading, outcome) }))
  const found = matchEvents(decisions, events, likenessOfOutcomes)
  return eventEntries(decisions, events, found, (item) => {
    const outcome = reading.outcomes[item]
    return outcome === undefined ? null : outcomeRead(reading, outcome)
  })
}

/** Topics in the order of the text, those removed included. */
export function topicEntries(reading: Reading, decisions: readonly Decision<TopicFields>[]): readonly TopicEntry[] {
  const events = reading.topics.map((topic) => ({ span: topic.span, fields: topicFields(reading, topic) }))
  const found = matchEvents(decisions, events, likenessOfTopics)
  return eventEntries(decisions, events, found, (item) => {
    const topic = reading.topics[item]
    return topic === undefined ? null : topicRead(reading, topic)
  })
}

/** The words an outcome is shown with; null where it has none. */
export function wordsOf({ fields, spans }: OutcomeEntry): OffsetPair | null {
  return fields.words.value ?? spans[0] ?? null
}

function eventEntries<Fields extends object>(
  decisions: readonly Decision<Fields>[],
  events: readonly ReadEvent<Fields>[],
  found: readonly (number | null)[],
  read: (item: number) => Fielded<Fields> | null,
): readonly Entry<Fields>[] {
  const ofDecisions = decisions.map((decision, at) => {
    const item = found[at] ?? null
    const fields = overlaid(decision, item === null ? null : read(item))
    const event = item === null ? undefined : events[item]
    const spans = event === undefined ? decision.spans.slice(0, 1) : [event.span]
    return {
      spans,
      fields,
      asRead: event?.fields ?? null,
      item,
      decision,
      at,
      isHidden: isHidden(decision, item !== null),
    }
  })
  const taken = new Set(found)
  const ofReading = events.flatMap((event, item) => {
    const fields = taken.has(item) ? null : read(item)
    if (fields === null) return []
    return [{ spans: [event.span], fields, asRead: event.fields, item, decision: null, at: null, isHidden: false }]
  })
  return withKeys([...ofDecisions, ...ofReading])
}

function meetingFields({ label, format, date, place, people }: Meeting): MeetingFields {
  return { label, format, date, place, people }
}

function meetingRead(meeting: Meeting, attendance: Attendance): Fielded<MeetingFields> {
  const { evidence } = meeting
  const isSure = evidence.people.length > 0 && evidence.people.every(({ certainty }) => certainty === 'certain')
  return {
    label: fieldRead(meeting.label, evidence.label),
    format: fieldRead(meeting.format, evidence.format),
    date: fieldRead(meeting.date, evidence.date),
    place: fieldRead(meeting.place, evidence.place),
    people: { value: namesOf(attendance, meeting), state: isSure ? 'certain' : 'likely', evidence: null },
  }
}

function outcomeFields(reading: Reading, { kind, due, meeting }: Outcome): OutcomeFields {
  return { kind, due, meeting: referenceIn(reading, meeting), words: null }
}

function topicFields(reading: Reading, { text, meeting }: Topic): TopicFields {
  return { text, meeting: referenceIn(reading, meeting) }
}

/** In: an index of a reading's meetings, or null. */
function referenceIn(reading: Reading, meeting: number | null): MeetingReference | null {
  const found = meeting === null ? undefined : reading.meetings[meeting]
  return found === undefined ? null : { span: found.span, label: found.label }
}

function outcomeRead(reading: Reading, outcome: Outcome): Fielded<OutcomeFields> {
  const { kind, due, meeting } = outcomeFields(reading, outcome)
  return {
    kind: fieldRead(kind, outcome.evidence.kind),
    due: fieldRead(due, outcome.evidence.due),
    meeting: fieldRead(meeting, meeting === null ? null : besides(meeting, outcome)),
    words: fieldRead(null, null),
  }
}

function topicRead(reading: Reading, topic: Topic): Fielded<TopicFields> {
  const { text, meeting } = topicFields(reading, topic)
  return {
    text: fieldRead(text, { span: topic.span, via: null, certainty: 'certain' }),
    meeting: fieldRead(meeting, meeting === null ? null : besides(meeting, topic)),
  }
}

/** That an outcome or topic is a meeting's is sure only where one sentence reports both. */
function besides({ span }: MeetingReference, item: { readonly span: OffsetPair }): Evidence {
  return { span, via: null, certainty: shared(span, item.span) > 0 ? 'certain' : 'likely' }
}
