// The days that a sentence names. Printed dates are read by dates.ts in every language it knows; days told from the report's own
// date ("yesterday", "last Friday", "two days ago") by chrono-node where it knows the language; "the same day" and "the next
// day" are left to the events, which know what was said before.
import { de, en, es, fr, it, type ParsedResult, pt, ru, uk } from 'chrono-node'
import { findDates, isoDate, withDayFirst } from './dates.ts'
import type { Lexicon } from './lexicon.ts'
import type { Certainty } from './reading.ts'
import type { Token } from './tokens.ts'

export type DayMention = {
  /** UTF-16 offsets of the words. */
  readonly start: number
  readonly end: number
  /** ISO date; null for `same-day`, `next-day` and `previous-day`. */
  readonly date: string | null
  /** ISO date of the last day of several; null for one day. */
  readonly until: string | null
  readonly relation: 'printed' | 'told' | 'weekday' | 'same-day' | 'next-day' | 'previous-day'
  readonly certainty: Certainty
}

export type Calendar = {
  /** The report's own date (ISO), or null. */
  readonly reportDate: string | null
  /** What a missing year is taken from when the report has no date: another date of the text, or null. */
  readonly near: string | null
  readonly language: string
}

const parsers: Readonly<Record<string, typeof en.casual>> = {
  en: en.casual,
  fr: fr.casual,
  ru: ru.casual,
  uk: uk.casual,
  de: de.casual,
  es: es.casual,
  it: it.casual,
  pt: pt.casual,
}

/** Words of one of these beginnings may tell a day; sentences without any are not parsed. */
const mayTell =
  /\b(?:today|tonight|yesterday|tomorrow|ago|monday|tuesday|wednesday|thursday|friday|saturday|sunday|hier|aujourd|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|(?<!\p{L})(?:сегодня|вчера|завтра|назад|понедельник|вторник|сред|четверг|пятниц|суббот|воскресень|сьогодні|вчора)|\b(?:heute|gestern|morgen|hoy|ayer|mañana|oggi|ieri|domani|hoje|ontem|amanhã)/iu

/** The days named in tokens of one sentence, in order and disjoint. `sentence` is its text, `start` its UTF-16 offset. */
export function dayMentions(
  sentence: string,
  start: number,
  tokens: readonly Token[],
  calendar: Calendar,
  lexicon: Lexicon,
): readonly DayMention[] {
  const found = [
    ...relationMentions(tokens, lexicon),
    ...printedMentions(sentence, start, calendar),
    ...toldMentions(sentence, start, calendar),
    ...dataMentions(tokens, calendar, lexicon),
    ...weekdayMentions(tokens, calendar, lexicon),
  ]
  const days: DayMention[] = []
  for (const day of found) {
    if (!days.some((other) => day.start < other.end && other.start < day.end)) days.push(day)
  }
  return days.toSorted((a, b) => a.start - b.start)
}

function relationMentions(tokens: readonly Token[], { sameDay, nextDay, previousDay }: Lexicon): readonly DayMention[] {
  return tokens.flatMap((token, index): readonly DayMention[] => {
    const same = sameDay.at(tokens, index)
    const next = nextDay.at(tokens, index)
    const match = same ?? next ?? previousDay.at(tokens, index)
    if (match === null) return []
    const end = tokens[match.to - 1]?.end ?? token.end
    return [
      {
        start: token.start,
        end,
        date: null,
        until: null,
        relation: same !== null ? 'same-day' : next !== null ? 'next-day' : 'previous-day',
        certainty: 'likely',
      },
    ]
  })
}

function printedMentions(
  sentence: string,
  start: number,
  { reportDate, near, language }: Calendar,
): readonly DayMention[] {
  return findDates(language === 'en' ? sentence : withDayFirst(sentence)).flatMap((printed): readonly DayMention[] => {
    const date = isoDate(printed, reportDate ?? near)
    if (date === null) return []
    const sure = printed.year !== null || reportDate !== null
    return [
      {
        start: start + printed.start,
        end: start + printed.end,
        date,
        until: printed.lastDay === undefined ? null : `${date.slice(0, 8)}${String(printed.lastDay).padStart(2, '0')}`,
        relation: 'printed',
        certainty: sure ? 'certain' : 'likely',
      },
    ]
  })
}

function toldMentions(sentence: string, start: number, { reportDate, language }: Calendar): readonly DayMention[] {
  const parser = parsers[language]
  if (parser === undefined || reportDate === null || !mayTell.test(sentence)) return []
  const reference = { instant: new Date(`${reportDate}T12:00:00Z`), timezone: 0 }
  return parser.parse(sentence, reference).flatMap((result): readonly DayMention[] => {
    const date = toldDay(result, reportDate)
    if (date === null) return []
    const from = start + result.index
    const weekday = isWeekdayAlone(result)
    return [
      {
        start: from,
        end: from + result.text.length,
        date,
        until: null,
        relation: weekday ? 'weekday' : 'told',
        certainty: weekday ? 'likely' : 'certain',
      },
    ]
  })
}

function isWeekdayAlone({ start }: ParsedResult): boolean {
  return start.isCertain('weekday') && !start.isCertain('day')
}

/** Only whole days: a month, a year, an hour or a stretch of time alone is none. A weekday is the last one that has been. */
function toldDay(result: ParsedResult, reportDate: string): string | null {
  const { start } = result
  if (isWeekdayAlone(result)) {
    const wanted = start.get('weekday')
    if (wanted === null || /^(?:next|last)/iu.test(result.text)) return isoOf(start.date())
    const back = (new Date(`${reportDate}T12:00:00Z`).getUTCDay() - wanted + 7) % 7
    return addDays(reportDate, -back)
  }
  if (!start.isCertain('day') || !start.isCertain('month') || start.isCertain('hour')) return null
  return /week|semaine|недел/iu.test(result.text) ? null : isoOf(start.date())
}

/** Words of the language data for today and its neighbours, such as "this afternoon". */
function dataMentions(tokens: readonly Token[], { reportDate }: Calendar, lexicon: Lexicon): readonly DayMention[] {
  if (reportDate === null) return []
  return tokens.flatMap((token, index): readonly DayMention[] => {
    const match = lexicon.relativeDay.at(tokens, index)
    if (match === null) return []
    const end = tokens[match.to - 1]?.end ?? token.end
    return [
      {
        start: token.start,
        end,
        date: addDays(reportDate, match.value),
        until: null,
        relation: 'told',
        certainty: 'certain',
      },
    ]
  })
}

/** Days of the week by the language data, where chrono-node does not know the language; the last one that has been. */
function weekdayMentions(
  tokens: readonly Token[],
  { reportDate, language }: Calendar,
  { weekdays }: Lexicon,
): readonly DayMention[] {
  if (reportDate === null || parsers[language] !== undefined) return []
  const today = (new Date(`${reportDate}T12:00:00Z`).getUTCDay() + 6) % 7
  return tokens.flatMap(({ start, end }, index): readonly DayMention[] => {
    const match = weekdays.at(tokens, index)
    if (match === null) return []
    const date = addDays(reportDate, -((today - match.value + 7) % 7))
    return [{ start, end, date, until: null, relation: 'weekday', certainty: 'likely' }]
  })
}

/** The ISO date `days` after an ISO date. */
export function addDays(date: string, days: number): string {
  return isoOf(new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000))
}

function isoOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
