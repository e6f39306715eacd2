// A reading and its corrections brought together, list by list: what the corrected reading is made of and what edits work on.
import {
  type Corrections,
  type Decisions,
  type MeetingReference,
  type MentionFields,
  noDecisions,
} from '../corrections.ts'
import type { Reading } from '../reading.ts'
import { type MeetingEntry, meetingEntries, type OutcomeEntry, outcomeEntries } from './event-entries.ts'
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
  readonly attendance: Attendance
}

/** Brings a reading and corrections together. Never throws, whatever spans the two hold. */
export function workOut(reading: Reading, corrections: Corrections): Workings {
  const decisions: Decisions = corrections.decisions ?? noDecisions
  const people = personEntries(reading, decisions.people)
  const attendance = attendanceOf(reading, people)
  return {
    meetings: meetingEntries(reading, decisions.meetings, attendance),
    people,
    outcomes: outcomeEntries(reading, decisions.outcomes),
    places: namedEntries(reading.places, decisions.places),
    organisations: namedEntries(reading.organisations, decisions.organisations),
    attendance,
  }
}

/** How an outcome refers to a meeting, so that it is found again in any reading. */
export function referenceTo({ decision, spans, asRead, fields }: MeetingEntry): MeetingReference {
  const span = decision?.spans[0] ?? spans[0] ?? [0, 0]
  return { span, label: decision?.read?.label ?? asRead?.label ?? fields.label.value }
}

/** The meeting a reference means, removed or not: the one in its words, by label where several are; null for none. */
export function meetingMeant(
  meetings: readonly MeetingEntry[],
  reference: MeetingReference | null,
): MeetingEntry | null {
  if (reference === null) return null
  const ranked = meetings.flatMap((entry) => {
    const spans = [...entry.spans, ...(entry.decision?.spans.slice(0, 1) ?? [])]
    const near = spans.filter((span) => sameSpan(span, reference.span) || overlapsMostly(span, reference.span))
    if (near.length === 0) return []
    const place = Math.max(...near.map((span) => (sameSpan(span, reference.span) ? 2 : overlap(span, reference.span))))
    const labels = [entry.decision?.read?.label, entry.asRead?.label, entry.fields.label.value]
    const label = Math.max(...labels.map((words) => likenessOf(words, reference.label)))
    return [{ entry, score: place + label }]
  })
  return ranked.toSorted((a, b) => b.score - a.score)[0]?.entry ?? null
}

function likenessOf(words: string | undefined, label: string): number {
  if (words === label) return 2
  return words === undefined ? 0 : wordsInCommon(words, label)
}
