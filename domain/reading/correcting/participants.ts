// Who took part in a meeting, as its people are shown now: renamed, merged, split or removed.
import type { Participant } from '../corrected.ts'
import type { Evidence, Meeting, OffsetPair, Reading } from '../reading.ts'
import type { PersonEntry } from './mention-entries.ts'
import { shared } from './overlap.ts'

/** What is needed to tell who a name in a meeting is. */
export type Attendance = {
  readonly people: readonly PersonEntry[]
  /** A read person's mentions, by name. */
  readonly mentions: ReadonlyMap<string, readonly OffsetPair[]>
  readonly byMention: ReadonlyMap<string, PersonEntry>
  readonly byName: ReadonlyMap<string, PersonEntry>
}

/** Prepares to look people up. In: all people of a reading with decisions applied, those removed included. */
export function attendanceOf(reading: Reading, people: readonly PersonEntry[]): Attendance {
  const shown = [...people.filter(({ isHidden }) => !isHidden), ...people.filter(({ isHidden }) => isHidden)]
  // The first of a name keeps it: names before other printed forms, those shown before those removed.
  const names = [
    ...shown.map((person) => [person.fields.name.value, person] as const),
    ...shown.flatMap((person) => [person.asRead?.name ?? '', ...person.aliases].map((name) => [name, person] as const)),
  ]
  return {
    people,
    mentions: new Map(reading.people.map(({ name, spans }) => [name, spans])),
    byMention: new Map(people.flatMap((person) => person.spans.map((span) => [String(span), person]))),
    byName: new Map(names.toReversed()),
  }
}

/** The names of those who took part in a meeting as read, as they are shown now; each once, without those removed. */
export function namesOf(attendance: Attendance, meeting: Meeting): readonly string[] {
  return participantsRead(attendance, meeting).map(({ name }) => name)
}

/** Those who took part in a meeting as read. */
export function participantsRead(attendance: Attendance, meeting: Meeting): readonly Participant[] {
  const found = meeting.people.map((name, index) => {
    const evidence = meeting.evidence.people[index] ?? null
    return { name, evidence, person: personIn(attendance, name, evidence, meeting.span) }
  })
  return eachOnce(found.map((one) => participant(one.name, one.person, one.evidence)))
}

/** Those whom a person named; what the reading knows of their words is kept. */
export function participantsNamed(
  attendance: Attendance,
  names: readonly string[],
  read: readonly Participant[],
): readonly Participant[] {
  const known = new Map(read.map((one) => [one.name, one]))
  const found = names.map((name) => known.get(name) ?? participant(name, attendance.byName.get(name) ?? null, null))
  return eachOnce(found)
}

/** Null for somebody removed. */
function participant(name: string, person: PersonEntry | null, evidence: Evidence | null): Participant | null {
  if (person?.isHidden) return null
  return { name: person?.fields.name.value ?? name, person: person?.key ?? null, evidence }
}

function eachOnce(found: readonly (Participant | null)[]): readonly Participant[] {
  const byName = new Map(found.flatMap((one) => (one === null ? [] : [[one.name, one] as const])).toReversed())
  return found.flatMap((one) => (one !== null && byName.get(one.name) === one ? [one] : []))
}

/** Where a person's mentions were split, the one whose mention the meeting rests on, else one named in its words. */
function personIn(
  { mentions, byMention, byName }: Attendance,
  name: string,
  evidence: Evidence | null,
  span: OffsetPair,
): PersonEntry | null {
  const own = mentions.get(name) ?? []
  const at = (place: OffsetPair) => own.find((mention) => shared(mention, place) > 0)
  const mention = (evidence === null ? undefined : at(evidence.span)) ?? at(span) ?? own[0]
  return (mention === undefined ? undefined : byMention.get(String(mention))) ?? byName.get(name) ?? null
}
