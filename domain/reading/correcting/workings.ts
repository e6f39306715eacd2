// A reading and its corrections brought together, list by list: what the corrected reading is made of and what edits work on.
import {
  type Corrections,
  type Decisions,
  type MeetingReference,
  type MentionFields,
  noDecisions,
} from '../corrections.ts'
import type { OffsetPair, Reading } from '../reading.ts'
import {
  type MeetingEntry,
  meetingEntries,
  type OutcomeEntry,
  outcomeEntries,
  type TopicEntry,
  topicEntries,
} from './event-entries.ts'
import { wordsInCommon } from './likeness.ts'
import { type MentionEntry, namedEntries, type PersonEntry, personEntries } from './mention-entries.ts'
import { overlap, overlapsMostly, sameSpan } from './overlap.ts'
import { type Attendance, attendanceOf } from './participants.ts'

/** Every list is in the order of the text and holds what was removed as well. */
export type Workings = {
  readonly meetings: readonly MeetingEntry[]
  readonly people: readonly PersonEntry[]
  readonly outcomes: readonly OutcomeEntry[]
  readonly places: readonly MentionEntry<MentionFields>[]
  readonly organisations: readonly MentionEntry<MentionFields>[]
  readonly topics: readonly TopicEntry[]
  readonly attendance: Attendance
  /** The meeting an outcome or topic refers to, removed or not; null for none. */
  readonly meetingMeant: (reference: MeetingReference | null) => MeetingEntry | null
}

/** Brings a reading and corrections together. Never throws, whatever spans the two hold. */
export function workOut(reading: Reading, corrections: Corrections): Workings {
  const decisions: Decisions = corrections.decisions ?? noDecisions
  const people = personEntries(reading, decisions.people)
  const attendance = attendanceOf(reading, people)
  const meetings = meetingEntries(reading, decisions.meetings, attendance)
  return {
    meetings,
    meetingMeant: meetingFinder(meetings),
    people,
    outcomes: outcomeEntries(reading, decisions.outcomes),
    places: namedEntries(reading.places, decisions.places),
    organisations: namedEntries(reading.organisations, decisions.organisations),
    topics: topicEntries(reading, decisions.topics),
    attendance,
  }
}

/** How an outcome or topic refers to a meeting, so that it is found again in any reading. */
export function referenceTo({ decision, spans, asRead, fields }: MeetingEntry): MeetingReference {
  const span = decision?.spans[0] ?? spans[0] ?? [0, 0]
  return { span, label: decision?.read?.label ?? asRead?.label ?? fields.label.value }
}

/**
 * Makes the lookup of the meeting a reference means, removed or not: the one in its very words, else in words it mostly shares; by
 * label where several are; null for none.
 */
function meetingFinder(meetings: readonly MeetingEntry[]): Workings['meetingMeant'] {
  const placed = meetings.flatMap((entry) => placesOf(entry).map((span) => ({ entry, span })))
  const byPlace = Map.groupBy(placed, ({ span }) => String(span))
  return (reference) => {
    if (reference === null) return null
    const { span, label } = reference
    const exact = byPlace.get(String(span))
    const near = exact ?? placed.filter((one) => overlapsMostly(one.span, span))
    if (near.length === 1) return near[0]?.entry ?? null
    const ranked = near.map((one) => ({
      entry: one.entry,
      score: overlap(one.span, span) + likenessTo(label, one.entry),
    }))
    return ranked.toSorted((a, b) => b.score - a.score)[0]?.entry ?? null
  }
}

/** Where a meeting is read, and where a person decided on it. */
function placesOf({ spans, decision }: MeetingEntry): readonly OffsetPair[] {
  const decided = decision?.spans.slice(0, 1) ?? []
  return [...spans, ...decided.filter((span) => !spans.some((own) => sameSpan(own, span)))]
}

/** 2 for the same label, up to 1 for words in common. */
function likenessTo(label: string, { decision, asRead, fields }: MeetingEntry): number {
  const labels = [decision?.read?.label, asRead?.label, fields.label.value].filter((one) => one !== undefined)
  return labels.includes(label) ? 2 : Math.max(...labels.map((one) => wordsInCommon(one, label)))
}
