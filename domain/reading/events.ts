// The events a text reports: every sentence's triggers, checked, with who took part, when and where. One after the other, because
// day, place and the person the text is about carry forward.
import type { Analysis, Reviewed } from './analysis.ts'
import type { Mention } from './cast.ts'
import { isHistory, isNotReported, isOnlyNamed, isWhole } from './event-checks.ts'
import { type Format, formatOf } from './event-format.ts'
import { type Event, eventOf } from './event-made.ts'
import { bySide, type Taking, takingPart } from './event-people.ts'
import { countSides, eachOnce, isMeeting, isSeveral, participants } from './event-sides.ts'
import type { Trigger } from './triggers.ts'
import { type Found, noSetting, type Setting, whenAndWhere } from './when-where.ts'

type Story = {
  /** Grows as the story is told. */
  readonly events: Event[]
  readonly setting: Setting
  /** The person the story follows, and the sentence of the last event. */
  readonly principal: Mention | null
  readonly sentence: number
}

/** The events in the order of the text. A headline reports only where nothing else does. */
export function eventsOf(analysis: Analysis): readonly Event[] {
  const body = story(analysis, 'body')
  return body.length > 0 ? body : story(analysis, 'title')
}

function story(analysis: Analysis, role: 'body' | 'title'): readonly Event[] {
  let now: Story = { events: [], setting: noSetting, principal: null, sentence: -10 }
  for (const [index, reviewed] of analysis.sentences.entries()) {
    if (reviewed.sentence.role !== role) continue
    for (const trigger of reviewed.triggers) now = told(analysis, reviewed, index, trigger, now)
    now = { ...now, principal: now.principal ?? firstSubject(reviewed) }
  }
  return now.events
}

function firstSubject({ mentions, inner }: Reviewed): Mention | null {
  return mentions.find(({ from }) => !inner.has(from)) ?? null
}

/** Sentences after an event within which the next one without a day of its own likely falls on the same day. */
const carriesOver = 3

/** The story after one trigger. */
function told(analysis: Analysis, reviewed: Reviewed, index: number, trigger: Trigger, now: Story): Story {
  const { scan } = reviewed
  const taking = takingPart(reviewed, trigger)
  const within = isWithinLast(reviewed, trigger, now, index)
  const follows = within || index - now.sentence <= carriesOver
  const { date, place } = whenAndWhere(reviewed, trigger, now.setting, follows)
  const principal = taking.subjects[0] ?? now.principal
  if (isNotReported(scan, trigger, date) || isHistory(scan, trigger, date?.value ?? null, analysis.reportDate))
    return now
  if (!isWhole(scan, trigger, taking)) return { ...now, setting: placed(now.setting, place) }
  if ((trigger.format === 'present' || isOnlyNamed(scan, trigger)) && now.events.length > 0)
    return withMore(analysis, now, taking)
  const people = participants(taking, principal, trigger, scan)
  const format = formatOf(scan, trigger, countSides(analysis, people, taking))
  if (format === null) return { ...now, setting: placed(now.setting, place) }
  const last = now.events.at(-1)
  if (within && last !== undefined && last.meeting.format === format.value) return withMore(analysis, now, taking)
  if (last !== undefined && isAboutLast(reviewed, trigger, now, index)) return withMore(analysis, now, taking)
  if (last !== undefined && now.sentence === index && isJourneyFor(analysis, last, within, taking)) now.events.pop()
  const groups = isSeveral(scan, trigger, format) ? bySide(analysis.cast, taking.objects) : []
  const parts = groups.length > 1 ? groups : [null]
  const events = parts.flatMap((group) => {
    const leading = people.filter((mention) => !taking.objects.includes(mention))
    const who = group === null ? people : eachOnce([...leading, ...group])
    const kind = group === null || format.value === 'call' ? format : { ...format, value: 'bilateral' as const }
    if (isTold(now, who, kind, date, trigger)) return []
    return [eventOf(analysis, reviewed, index, trigger, { taking, group, who, format: kind, date, place })]
  })
  if (events.length === 0) return { ...now, setting: placed(now.setting, place) }
  now.events.push(...events)
  return {
    events: now.events,
    setting: {
      date: date ?? now.setting.date,
      place: placed(now.setting, place).place,
      stays: stays(now.setting, place, date),
    },
    principal: principal ?? now.principal,
    sentence: index,
  }
}

/** "…, where he laid a wreath": part of the event told just before in the sentence, or what a journey was made for. */
function isWithinLast(
  { scan: { tokens, lexicon }, triggers }: Reviewed,
  { from }: Trigger,
  now: Story,
  index: number,
): boolean {
  if (now.sentence !== index) return false
  const before = triggers.findLast((trigger) => trigger.to <= from)?.to ?? from
  return tokens.slice(before, from).some(({ folded }) => lexicon.small.whereWords.has(folded))
}

/**
 * "travelled to Wrocław and was received by …", "…, where she met": a journey, not a visit, when the same person acts there in the
 * same sentence; a visit that has a day of its own stays one.
 */
function isJourneyFor({ text }: Analysis, { meeting }: Event, isElsewhere: boolean, { subjects }: Taking): boolean {
  if (meeting.format !== 'visit' || (!isElsewhere && subjects.length > 0)) return false
  const travels = /\b(?:travell?ed|flew|arrived|travel)\b/iu.test(text.slice(...meeting.evidence.label.span))
  return travels || meeting.evidence.date?.certainty !== 'certain'
}

/** "…, who presented copies of her credentials": more about the event told just before. */
function isAboutLast({ scan: { tokens }, triggers }: Reviewed, { from }: Trigger, now: Story, index: number): boolean {
  if (now.sentence !== index) return false
  const before = triggers.findLast((trigger) => trigger.to <= from)?.to ?? from
  return tokens.slice(before, from).some(({ folded }) => folded === 'who')
}

/** "joined the conversation", "the talks were attended by": persons are added to the event told last. */
function withMore({ cast }: Analysis, now: Story, { subjects, objects }: Taking): Story {
  const last = now.events.at(-1)
  if (last === undefined) return now
  const more = [...subjects, ...objects]
    .map(({ person }) => person)
    .filter((person, at, all) => !last.people.includes(person) && all.indexOf(person) === at)
  const { meeting } = last
  const evidence = {
    ...meeting.evidence,
    people: [...meeting.evidence.people, ...more.map(() => meeting.evidence.label)],
  }
  const people = [...meeting.people, ...more.map((person) => cast.characters[person]?.name ?? '')]
  const event = { ...last, people: [...last.people, ...more], meeting: { ...meeting, people, evidence } }
  now.events[now.events.length - 1] = event
  return now
}

function placed(setting: Setting, place: Found | null): Setting {
  return place === null || place.isVenue === true ? setting : { ...setting, place }
}

function stays(setting: Setting, place: Found | null, date: Found | null): Setting['stays'] {
  if (place === null || place.isVenue === true || date === null) return setting.stays
  return [...setting.stays.slice(-20), { place, from: date.value, until: date.until ?? date.value }]
}

/** True for another mention of an event told before: same people and form, no other day. */
function isTold(now: Story, people: readonly Mention[], format: Format, date: Found | null, trigger: Trigger): boolean {
  if (people.length === 0) return false
  return now.events.slice(-40).some(({ meeting, people: before }) => {
    const carried = date === null || date.evidence.certainty === 'likely'
    const sameDay = carried || meeting.date === null || meeting.date === date.value
    const sameForm = meeting.format === format.value || (trigger.by === 'noun' && meeting.format !== 'ceremony')
    return (
      isMeeting(trigger.format) &&
      sameDay &&
      sameForm &&
      people.length > 1 &&
      people.every(({ person }) => before.includes(person))
    )
  })
}

/** Index of the first event of the sentence that told events last, up to a sentence; or null. In: events in order. */
export function eventUpTo(events: readonly Event[], sentence: number): number | null {
  let [low, high] = [0, events.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((events[middle]?.sentence ?? 0) <= sentence) low = middle + 1
    else high = middle
  }
  let first = low - 1
  while (first > 0 && events[first - 1]?.sentence === events[first]?.sentence) first -= 1
  return first < 0 ? null : first
}
