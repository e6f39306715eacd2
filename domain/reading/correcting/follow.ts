// What else an edit means: names in the people of meetings follow a renaming or merge, and outcomes and topics keep pointing at their meeting.
import type { Corrections, Decision, Decisions, MeetingReference } from '../corrections.ts'
import type { Reading } from '../reading.ts'
import type { PersonEntry } from './mention-entries.ts'
import { shared } from './overlap.ts'
import { referenceTo, type Workings, workOut } from './workings.ts'

/** Corrections after an edit, with what refers to what it changed brought in step. In: workings from before the edit. */
export function followed(reading: Reading, before: Workings, corrections: Corrections): Corrections {
  const { decisions } = corrections
  const refers =
    decisions !== undefined && decisions.meetings.length + decisions.outcomes.length + decisions.topics.length > 0
  if (!refers) return corrections
  const after = workOut(reading, corrections)
  const meetings = renamed(decisions.meetings, newNames(before.people, after.people))
  const outcomes = decisions.outcomes.map((decision) => pointed(decision, before, after))
  const topics = decisions.topics.map((decision) => pointed(decision, before, after))
  return { ...corrections, decisions: { ...decisions, meetings, outcomes, topics } }
}

/** New names by old ones, of people that are shown under another one now. */
function newNames(before: readonly PersonEntry[], after: readonly PersonEntry[]): ReadonlyMap<string, string> {
  const shown = after.filter(({ isHidden }) => !isHidden)
  const byKey = new Map(shown.map((person) => [person.key, person]))
  const changed = before.flatMap((person) => {
    const now = person.isHidden ? undefined : (byKey.get(person.key) ?? holderOf(person, shown))
    const [old, name] = [person.fields.name.value, now?.fields.name.value]
    return name === undefined || name === old ? [] : [[old, name] as const]
  })
  return new Map(changed)
}

function holderOf({ spans }: PersonEntry, people: readonly PersonEntry[]): PersonEntry | undefined {
  const [first] = spans
  return first === undefined ? undefined : people.find((other) => other.spans.some((span) => shared(span, first) > 0))
}

function renamed(meetings: Decisions['meetings'], names: ReadonlyMap<string, string>): Decisions['meetings'] {
  if (names.size === 0) return meetings
  return meetings.map((decision) => {
    const people = [...new Set(decision.fields.people.map((name) => names.get(name) ?? name))]
    return { ...decision, fields: { ...decision.fields, people } }
  })
}

/** A decision on an outcome or topic, referring to the same meeting as before. */
function pointed<Fields extends { readonly meeting: MeetingReference | null }>(
  decision: Decision<Fields>,
  before: Workings,
  after: Workings,
): Decision<Fields> {
  const { meeting } = decision.fields
  const meant = before.meetingMeant(meeting)?.key
  if (meant === undefined || after.meetingMeant(meeting)?.key === meant) return decision
  const same = after.meetings.find(({ key }) => key === meant)
  if (same === undefined) return decision
  return { ...decision, fields: { ...decision.fields, meeting: referenceTo(same) } }
}
