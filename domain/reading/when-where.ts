// Day and place of an event: from its own words, else carried over by words that say so ("on the same day", "on the sidelines",
// "during his visit to Brest"). Nothing is taken from the dateline: a report is filed elsewhere.
import type { Reviewed } from './analysis.ts'
import { addDays, type DayMention } from './day-mentions.ts'
import { isInPlace } from './placed.ts'
import type { Evidence, OffsetPair } from './reading.ts'
import { isCapital, type PlacedName, type Scan } from './scan.ts'
import type { Trigger } from './triggers.ts'

export type Found = {
  readonly value: string
  readonly evidence: Evidence
  /** Of a place: a city; a venue is neither city nor country. */
  readonly isCity?: boolean
  readonly isVenue?: boolean
  /** Last ISO day, where the words give several. */
  readonly until?: string | null
}
/** A stay at a place, with its days. */
export type Stay = { readonly place: Found; readonly from: string; readonly until: string }
/** What was said of day and place so far. */
export type Setting = {
  readonly date: Found | null
  readonly place: Found | null
  readonly stays: readonly Stay[]
}

export const noSetting: Setting = { date: null, place: null, stays: [] }

/** Day and place of one trigger. `follows`: it goes on with the event before it ("also", "then", "where he"). */
export function whenAndWhere(
  reviewed: Reviewed,
  trigger: Trigger,
  setting: Setting,
  follows: boolean,
): { readonly date: Found | null; readonly place: Found | null } {
  const { scan } = reviewed
  const carrying = carryingWords(scan, trigger)
  const own = dayOf(reviewed, trigger)
  const ownPlace = placeIn(scan, trigger, reviewed.mentions)
  const date = resolved(own, setting) ?? carriedDate(setting, carrying, follows, ownPlace)
  if (ownPlace !== null || trigger.format === 'call') return { date, place: ownPlace }
  const before = carriedPlace(setting, own, date, carrying, follows)
  // A city said before is more exact than a hall; a hall more than a country.
  return { date, place: before?.isCity === true ? before : (venueIn(reviewed, trigger) ?? before) }
}

/** On the sidelines, on the same day, or within the days of a stay: the place said before. */
function carriedPlace(
  setting: Setting,
  own: DayMention | null,
  date: Found | null,
  carrying: OffsetPair | null,
  follows: boolean,
): Found | null {
  const sameDay =
    own === null || setting.date === null || own.relation === 'same-day' || own.date === setting.date.value
  if (sameDay && (carrying !== null || follows || own?.relation === 'same-day')) return carried(setting.place, carrying)
  const stay =
    date === null ? undefined : setting.stays.findLast(({ from, until }) => date.value >= from && date.value <= until)
  return stay === undefined ? null : likely(stay.place, carrying)
}

/** The day in the trigger's own words; else the one that begins the sentence. */
function dayOf({ days, scan, triggers }: Reviewed, trigger: Trigger): DayMention | null {
  const [start, end] = offsetsOf(scan, trigger.start, trigger.end)
  const own = days.filter((day) => day.start >= start && day.end <= end && !isDeadline(scan, day))
  const verb = scan.tokens[trigger.from]?.start ?? start
  const nearest = own.toSorted((a, b) => Math.abs(a.start - verb) - Math.abs(b.start - verb))[0]
  if (nearest !== undefined) return own.find((day) => day.relation === 'printed' && day.start < verb) ?? nearest
  const first = days[0]
  if (first === undefined || first.start - (scan.tokens[0]?.start ?? 0) >= 24) return null
  // "The following day she …, and later …": only the first event is on the day after the one before.
  return first.date === null && triggers[0]?.from !== trigger.from ? null : first
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
  if (day.date !== null) {
    return { value: day.date, evidence: { span, via: null, certainty: day.certainty }, until: day.until }
  }
  const before = setting.date
  if (before === null) return null
  const shift = { 'next-day': 1, 'previous-day': -1, 'same-day': 0, printed: 0, told: 0, weekday: 0 }[day.relation]
  const value = shift === 0 ? before.value : addDays(before.value, shift)
  return { value, evidence: { span: before.evidence.span, via: span, certainty: 'certain' } }
}

/** The day of the stay at the place, if it was one day; else, where words carry it over, the day said last. */
function carriedDate(
  setting: Setting,
  carrying: OffsetPair | null,
  follows: boolean,
  place: Found | null,
): Found | null {
  const stay = place === null ? undefined : setting.stays.findLast((known) => known.place.value === place.value)
  if (stay !== undefined)
    return stay.from === stay.until && setting.date !== null
      ? likely({ ...setting.date, value: stay.from }, carrying)
      : null
  if (place !== null && setting.place !== null && place.value !== setting.place.value && !follows) return null
  if (setting.date?.until != null) return null
  return carrying !== null || follows ? carried(setting.date, carrying) : null
}

function carried(found: Found | null, via: OffsetPair | null): Found | null {
  return found === null ? null : likely(found, via)
}

function likely({ evidence, ...found }: Found, via: OffsetPair | null): Found {
  return { ...found, evidence: { span: evidence.span, via, certainty: 'likely' } }
}

/** Words such as "on the sidelines of" or "during" in the trigger's part of the sentence. */
function carryingWords(scan: Scan, trigger: Trigger): OffsetPair | null {
  const { lexicon, tokens } = scan
  for (let at = trigger.start; at < trigger.end; at += 1) {
    const match = lexicon.sidelines.at(tokens, at) ?? lexicon.after.at(tokens, at) ?? lexicon.during.at(tokens, at)
    const longEnough = match !== null && (match.to - match.from > 1 || (tokens[at]?.words.length ?? 0) > 3)
    if (match !== null && longEnough)
      return offsetsOf(scan, match.from, tokens[match.to - 1]?.folded === 'of' ? match.to - 1 : match.to)
  }
  return null
}

/** The most exact place the trigger's words name: a city before a country, behind "in" or "at" (or "to" for a visit). */
export function placeIn(
  scan: Scan,
  trigger: Pick<Trigger, 'start' | 'end' | 'format' | 'to'>,
  mentions: Reviewed['mentions'] = [],
): Found | null {
  const end = settingEnd(scan, trigger)
  const named = [...scan.names.values()].filter(
    (name) => name.from < end && !isInOffice(mentions, name) && isSetting(scan, trigger, name),
  )
  const best = named.find(({ kind }) => kind === 'city') ?? named.find(({ kind }) => kind === 'country') ?? named[0]
  if (best === undefined) return null
  const span = offsetsOf(scan, best.from, best.to)
  const isCity = best.kind === 'city'
  return { value: scan.text.slice(...span), evidence: { span, via: null, certainty: 'certain' }, isCity }
}

/** "ambassadeur au Sénégal": the country where somebody is posted is not where the event was. */
function isInOffice(mentions: Reviewed['mentions'], { kind, from, to }: PlacedName): boolean {
  return kind === 'country' && mentions.some(({ lead, tail }) => from >= lead && to <= tail)
}

/** Behind the words for what was discussed, places are topics. */
function settingEnd(scan: Scan, trigger: Pick<Trigger, 'end' | 'to'>): number {
  for (let at = trigger.to; at < trigger.end; at += 1) {
    const token = scan.tokens[at]?.folded ?? ''
    if (scan.lexicon.topicVerb.at(scan.tokens, at) !== null || scan.lexicon.small.placeStops.has(token)) return at
  }
  return trigger.end
}

function isSetting(scan: Scan, trigger: Pick<Trigger, 'start' | 'end' | 'format' | 'to'>, name: PlacedName): boolean {
  if (name.from < trigger.start || name.from >= trigger.end) return false
  if (name.kind !== 'city' && name.kind !== 'country') return false
  const { tokens, lexicon } = scan
  const before = lexicon.small.definiteArticles.has(tokens[name.from - 1]?.folded ?? '') ? name.from - 2 : name.from - 1
  const link = tokens[before]?.folded
  if (tokens[name.to]?.kind === 'possessive') return false
  const { ofWords } = lexicon.small
  if (trigger.format === 'visit' && (name.from === trigger.to || link === 'to')) return true
  // "the port of Poti", but not "the Minister of Norway".
  if (trigger.format === 'visit' && name.kind === 'city' && name.from > trigger.to && ofWords.has(link ?? ''))
    return true
  if (link === 'to')
    return /visit|trip/u.test(
      tokens
        .slice(Math.max(0, before - 2), before)
        .map(({ folded }) => folded)
        .join(' '),
    )
  return lexicon.placeLink.at(tokens, before) !== null || isInPlace(scan, name)
}

/** A hall, palace or house behind "at": a run of capitalised words that is no body, event or person. */
function venueIn({ scan, mentions }: Reviewed, trigger: Trigger): Found | null {
  const { tokens, lexicon } = scan
  for (let at = trigger.start; at < trigger.end - 1; at += 1) {
    if (!lexicon.small.venueLinks.has(tokens[at]?.folded ?? '')) continue
    const from = lexicon.small.definiteArticles.has(tokens[at + 1]?.folded ?? '') ? at + 2 : at + 1
    let to = from
    while (to < trigger.end && isCapital(scan, to)) to += 1
    if (to === from || mentions.some((mention) => mention.from < to && mention.to > from)) continue
    const isThing = tokens.slice(from, to).some((_, index) => {
      const name = scan.names.get(from + index)
      return (
        name?.kind === 'body' ||
        [lexicon.eventNoun, lexicon.multilateral, lexicon.calendarWord, lexicon.officeHead].some(
          (list) => list.at(tokens, from + index) !== null,
        )
      )
    })
    if (isThing) continue
    const span = offsetsOf(scan, from, to)
    return { value: scan.text.slice(...span), evidence: { span, via: null, certainty: 'likely' }, isVenue: true }
  }
  return null
}

/** UTF-16 offsets of the tokens [from, to). */
export function offsetsOf({ tokens }: Pick<Scan, 'tokens'>, from: number, to: number): OffsetPair {
  const first = tokens[from] ?? tokens.at(-1)
  const last = tokens[Math.max(from, to - 1)] ?? tokens.at(-1)
  return [first?.start ?? 0, last?.end ?? 0]
}
