// Who was met: the one name by which an officer knows a readout in the list.
import type { CorrectedMeeting, CorrectedPerson, CorrectedReading, Participant } from './corrected.ts'

type Shown = Pick<CorrectedReading, 'meetings' | 'people'>

/**
 * The person met in the first bilateral meeting or call, who is not the principal; several of one country or body give that one's name.
 * Known by the event's own words, which name who was met ("met the minister …"), or because the principal is in more of the events.
 * Null where that is unclear, never a guess.
 */
export function counterpartOf({ meetings, people }: Shown): string | null {
  const met = meetings.find(({ format }) => format.value === 'bilateral' || format.value === 'call')
  if (met === undefined) return null
  const all = met.people.value
  const others = withoutPrincipal(all, meetings)
  const candidates = others.filter((one) => isNamedIn(met, one, people))
  const [only, ...more] = candidates.length > 0 ? candidates : others.length < all.length ? others : []
  if (only === undefined) return null
  if (more.length === 0) return only.name
  const sides = new Set([only, ...more].map((one) => sideOf(one, people)))
  const own = all.filter((one) => !others.includes(one)).map((one) => sideOf(one, people))
  const [side = null] = sides
  return sides.size === 1 && !own.includes(side) ? side : null
}

/** Without the one who is in more events than any other participant; all where there is no such one, or only one event. */
function withoutPrincipal(
  participants: readonly Participant[],
  meetings: readonly CorrectedMeeting[],
): readonly Participant[] {
  const counts = participants.map(({ name }) => eventsWith(name, meetings))
  const most = Math.max(0, ...counts)
  const isOne = counts.filter((count) => count === most).length === 1
  return isOne && most > 1 ? participants.filter((_, index) => counts[index] !== most) : participants
}

function eventsWith(name: string, meetings: readonly CorrectedMeeting[]): number {
  return meetings.filter(({ people }) => people.value.some((one) => one.name === name)).length
}

function isNamedIn(met: CorrectedMeeting, one: Participant, people: readonly CorrectedPerson[]): boolean {
  const forms = [one.name, ...(personOf(one, people)?.aliases ?? [])]
  return forms.some((form) => met.label.value.includes(form))
}

function sideOf(one: Participant, people: readonly CorrectedPerson[]): string | null {
  return personOf(one, people)?.affiliation.value ?? null
}

function personOf({ person }: Participant, people: readonly CorrectedPerson[]): CorrectedPerson | undefined {
  return people.find(({ key }) => key === person)
}
