// Day and place of an event: from its own words, else carried over by words that say so ("on the same day", "on the sidelines",
// "during his visit to Brest"). Nothing is taken from the dateline: a report is filed elsewhere.
import type { Reviewed } from './analysis.ts'
import { addDays, type DayMention } from './day-mentions.ts'
import type { Evidence, OffsetPair } from './reading.ts'
import type { PlacedName, Scan } from './scan.ts'
import type { Trigger } from './triggers.ts'

export type Found = { readonly value: string; readonly evidence: Evidence }
/** What was said of day and place so far. */
export type Setting = {
  readonly date: Found | null
  readonly place: Found | null
  /** Day of the last event at a place. */
  readonly dayAt: ReadonlyMap<string, Found>
}

export const noSetting: Setting = { date: null, place: null, dayAt: new Map() }

/** Day and place of one trigger. `likeness`: it follows the event before it closely ("also", same paragraph). */
export function whenAndWhere(
  reviewed: Reviewed,
  trigger: Trigger,
  setting: Setting,
  follows: boolean,
): { readonly date: Found | null; readonly place: Found | null } {
  const { scan } = reviewed
  const carrying = carryingWords(scan, trigger)
  const ownPlace = placeIn(scan, trigger)
  const own = dayOf(reviewed, trigger)
  const date = resolved(own, setting) ?? carriedDate(setting, carrying, follows, ownPlace)
  const sameDay = own === null || own.relation === 'same-day' || own.date === setting.date?.value
  const mayCarry = trigger.format !== 'call' && (carrying !== null || follows || own?.relation === 'same-day')
  const place = ownPlace ?? (sameDay && mayCarry ? carried(setting.place, carrying) : null)
  return { date, place }
}

/** The day in the trigger's own words; else the one that begins the sentence. */
function dayOf({ days, scan }: Reviewed, trigger: Trigger): DayMention | null {
  const [start, end] = offsetsOf(scan, trigger.start, trigger.end)
  const own = days.filter((day) => day.start >= start && day.end <= end && !isDeadline(scan, day))
  const verb = scan.tokens[trigger.from]?.start ?? start
  const nearest = own.toSorted((a, b) => Math.abs(a.start - verb) - Math.abs(b.start - verb))[0]
  if (nearest !== undefined) return own.find((day) => day.relation === 'printed' && day.start < verb) ?? nearest
  const first = days[0]
  return first !== undefined && first.start - (scan.tokens[0]?.start ?? 0) < 24 ? first : null
}

/** "by 30 May", "until June 5" is no day of an event. */
function isDeadline({ text }: Scan, { start }: DayMention): boolean {
  return /(?:^|\s)(?:by|until|till|before|since|до|к|avant|d'ici)\s(?:the\s)?$/iu.test(
    text.slice(Math.max(0, start - 12), start),
  )
}

function resolved(day: DayMention | null, setting: Setting): Found | null {
  if (day === null) return null
  const span: OffsetPair = [day.start, day.end]
  if (day.date !== null) return { value: day.date, evidence: { span, via: null, certainty: day.certainty } }
  const before = setting.date
  if (before === null) return null
  const value = day.relation === 'next-day' ? addDays(before.value, 1) : before.value
  return { value, evidence: { span: before.evidence.span, via: span, certainty: 'certain' } }
}

function carriedDate(
  setting: Setting,
  carrying: OffsetPair | null,
  follows: boolean,
  place: Found | null,
): Found | null {
  const atPlace = place === null ? undefined : setting.dayAt.get(place.value)
  if (atPlace !== undefined) return likely(atPlace, carrying)
  if (place !== null && setting.place !== null && place.value !== setting.place.value) return null
  return carrying !== null || follows ? carried(setting.date, carrying) : null
}

function carried(found: Found | null, via: OffsetPair | null): Found | null {
  return found === null ? null : likely(found, via)
}

function likely({ value, evidence }: Found, via: OffsetPair | null): Found {
  return { value, evidence: { span: evidence.span, via, certainty: 'likely' } }
}

/** Words such as "on the sidelines of" or "during" in the trigger's part of the sentence. */
function carryingWords(scan: Scan, trigger: Trigger): OffsetPair | null {
  const { lexicon, tokens } = scan
  for (let at = trigger.start; at < trigger.end; at += 1) {
    const match = lexicon.sidelines.at(tokens, at) ?? lexicon.after.at(tokens, at) ?? lexicon.during.at(tokens, at)
    const longEnough = match !== null && (match.to - match.from > 1 || (tokens[at]?.words.length ?? 0) > 3)
    if (match !== null && longEnough) return offsetsOf(scan, match.from, match.to)
  }
  return null
}

/** The most exact place the trigger's words name: a city before a country, behind "in" or "at" (or "to" for a visit). */
export function placeIn(scan: Scan, trigger: Pick<Trigger, 'start' | 'end' | 'format' | 'to'>): Found | null {
  const named = [...scan.names.values()].filter((name) => isSetting(scan, trigger, name))
  const best = named.find(({ kind }) => kind === 'city') ?? named.find(({ kind }) => kind === 'country') ?? named[0]
  if (best === undefined) return null
  const span = offsetsOf(scan, best.from, best.to)
  return { value: scan.text.slice(...span), evidence: { span, via: null, certainty: 'certain' } }
}

function isSetting(scan: Scan, trigger: Pick<Trigger, 'start' | 'end' | 'format' | 'to'>, name: PlacedName): boolean {
  if (name.from < trigger.start || name.from >= trigger.end) return false
  if (name.kind !== 'city' && name.kind !== 'country' && name.kind !== 'region') return false
  const { tokens, lexicon } = scan
  const before = tokens[name.from - 1]?.folded === 'the' ? name.from - 2 : name.from - 1
  const link = tokens[before]?.folded
  if (tokens[name.to]?.kind === 'possessive') return false
  if (trigger.format === 'visit' && (name.from === trigger.to || link === 'to')) return true
  if (link === 'to')
    return /visit|trip/u.test(
      tokens
        .slice(Math.max(0, before - 2), before)
        .map(({ folded }) => folded)
        .join(' '),
    )
  return lexicon.placeLink.at(tokens, before) !== null
}

/** UTF-16 offsets of the tokens [from, to). */
export function offsetsOf({ tokens }: Pick<Scan, 'tokens'>, from: number, to: number): OffsetPair {
  const first = tokens[from] ?? tokens.at(-1)
  const last = tokens[Math.max(from, to - 1)] ?? tokens.at(-1)
  return [first?.start ?? 0, last?.end ?? 0]
}
