// Dates as heads of texts print them, in the languages of data/calendar.ts. A date that could be read in two ways is none.
import { fold, foldWord } from '../text/fold.ts'
import { monthForms, weekdayForms } from './data/calendar.ts'
import { dateCompanions } from './data/head-words.ts'

/** A date found in some words: its parts (`year` null when not printed) and its UTF-16 offsets in those words. */
export type PrintedDate = {
  readonly year: number | null
  readonly month: number
  readonly day: number
  readonly start: number
  readonly end: number
  /** Last day of a range within the month; absent for one day. */
  readonly lastDay?: number
}

const monthNumbers: ReadonlyMap<string, number> = new Map(monthForms.map(([form, month]) => [fold(form), month]))
const companions: ReadonlySet<string> = new Set([...dateCompanions, ...weekdayForms].map(fold))

/** The first whole date (day and month at least) in some words, or null. */
export function findDate(words: string): PrintedDate | null {
  const found = [inFigures(words), inWords(words)].filter((date) => date !== null)
  return found.toSorted((a, b) => a.start - b.start)[0] ?? null
}

/** The date of words that say nothing but a date, with or without weekday, time of day and labels such as "Published"; else null. */
export function dateAlone(words: string): PrintedDate | null {
  if (words.length > 120) return null
  const date = findDate(words)
  if (date === null) return null
  const rest = `${words.slice(0, date.start)} ${words.slice(date.end)}`
  return isCompanion(rest) ? date : null
}

/** True for words that may stand beside a date without meaning anything else: labels, weekdays, times of day, punctuation. */
export function isCompanion(words: string): boolean {
  const withoutTimes = words.replace(/\b(?:\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?|\d{4}Z)\b/giu, ' ')
  return fold(withoutTimes)
    .split(/[\s,;:|()[\]/–—-]+/u)
    .every((word) => word === '' || companions.has(word) || companions.has(word.replace(/\.$/u, '')) || word === '.')
}

/**
 * ISO date (YYYY-MM-DD) of a printed one. A missing year is the one that puts it nearest to `near` (an ISO date), and without `near`
 * there is no date: null.
 */
export function isoDate(date: PrintedDate, near: string | null): string | null {
  const year = date.year ?? (near === null ? null : nearestYear(date, near))
  return year === null ? null : iso(year, date.month, date.day)
}

function nearestYear(date: PrintedDate, near: string): number {
  const year = Number(near.slice(0, 4))
  const distance = (candidate: number) =>
    Math.abs(Date.parse(iso(candidate, date.month, date.day)) - Date.parse(near.slice(0, 10)))
  return [year, year - 1, year + 1].toSorted((a, b) => distance(a) - distance(b))[0] ?? year
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Every whole date printed in some words, in order and disjoint; of a range ("3–5 May", "May 3 to 5") the first day, over all its words. */
export function findDates(words: string): readonly PrintedDate[] {
  const found = [...inFiguresAll(words), ...inWordsAll(words).map((date) => withRange(words, date))]
  const dates: PrintedDate[] = []
  for (const date of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = dates.at(-1)
    if (last === undefined || date.start >= last.end) dates.push(date)
  }
  return dates
}

const rangeSign = '(?:\\s?[–—-]\\s?| (?:to|and|until|till|au|et|a|y|по|и|bis|und) )'
const dayBefore = new RegExp(`(?<![\\d.,:/-])(\\d{1,2})(?:st|nd|rd|th)?${rangeSign}$`, 'u')
const dayAfter = new RegExp(
  `^${rangeSign}(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?(?![\\d:/.]|\\s?\\p{L}{0,2}\\.?\\s?m\\.)`,
  'u',
)

/** The first day of a range that a date is the last or the first day of. */
function withRange(words: string, date: PrintedDate): PrintedDate {
  const before = dayBefore.exec(words.slice(Math.max(0, date.start - 16), date.start))
  const first = before === null ? 0 : Number(before[1])
  if (before !== null && first >= 1 && first < date.day)
    return { ...date, day: first, lastDay: date.day, start: date.start - before[0].length }
  const after = dayAfter.exec(words.slice(date.end, date.end + 24))
  if (after === null || !/\d\)?$/u.test(words.slice(date.start, date.end)) || Number(after[1]) <= date.day) return date
  const year = date.year ?? (after[2] === undefined ? null : Number(after[2]))
  return { ...date, year, lastDay: Number(after[1]), end: date.end + after[0].length }
}

function inFiguresAll(words: string): readonly PrintedDate[] {
  if (!/\d[-./\s년年월月]/u.test(words)) return []
  return figureForms.flatMap(({ form, read }) =>
    [...words.matchAll(new RegExp(form.source, 'gu'))].flatMap((match) => read(match) ?? []),
  )
}

type Match = { readonly index: number; readonly length: number }

function dateOf(match: Match, year: number | null, month: number, day: number): PrintedDate | null {
  const possible =
    month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate()
  return possible ? { year, month, day, start: match.index, end: match.index + match.length } : null
}

const isoForm =
  /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])/u
const dottedForm = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/u
const slashForm = /(?<![\d/])(\d{1,4})\/(\d{1,2})\/(\d{1,4})(?![\d/])/u
const eastAsianForm = /(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u

type FigureForm = { readonly form: RegExp; readonly read: (match: RegExpExecArray) => PrintedDate | null }

const figureForms: readonly FigureForm[] = [
  { form: isoForm, read: (match) => dateOf(matchOf(match), Number(match[1]), Number(match[2]), Number(match[3])) },
  { form: dottedForm, read: (match) => dateOf(matchOf(match), Number(match[3]), Number(match[2]), Number(match[1])) },
  {
    form: eastAsianForm,
    read: (match) =>
      dateOf(matchOf(match), match[1] === undefined ? null : Number(match[1]), Number(match[2]), Number(match[3])),
  },
  { form: slashForm, read: withSlashes },
]

/** The first form that some words hold decides, readable or not. */
function inFigures(words: string): PrintedDate | null {
  for (const { form, read } of figureForms) {
    const match = form.exec(words)
    if (match !== null) return read(match)
  }
  return null
}

/** 2024/05/16, 16/05/2024 and 05/16/2024; 05/06/2024 is another day in London than in Washington, so it is none. */
function withSlashes(found: RegExpExecArray): PrintedDate | null {
  const [first, second, third] = [Number(found[1]), Number(found[2]), Number(found[3])]
  if (first > 999) return dateOf(matchOf(found), first, second, third)
  if (third <= 999) return null
  if (first > 12 || first === second) return dateOf(matchOf(found), third, second, first)
  return second > 12 ? dateOf(matchOf(found), third, first, second) : null
}

/**
 * Numbers with slashes as day, month and year, whatever English makes of them: every other language prints them so. In: any text. Out:
 * the same length, with full stops for the slashes.
 */
export function withDayFirst(text: string): string {
  return text.replace(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/gu, '$1.$2.$3')
}

function matchOf(match: RegExpExecArray): Match {
  return { index: match.index, length: match[0].length }
}

const dayFirst =
  /(?<![\p{L}\d.,:/-])(\d{1,2})(?:st|nd|rd|th|er|º|ª|°|-?го|-?е)?\.?\s+(?:(?:de|del|of|d[’'])\s*)?([\p{L}\p{M}]{3,}(?: \p{Script=Arabic}{5,})?)\.?,?(?:\s+(?:(?:de|del|of)\s+)?(\d{4}))?(?!\d)/gu
const monthFirst =
  /(?<![\p{L}\p{M}])(\p{L}[\p{L}\p{M}]{2,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?![\d:/])/gu
const yearFirst = /(?<!\d)(\d{4})\s+(?:жылғы|жылы|жылдың|ж\.|г\.)\s+(\d{1,2})\s+(\p{L}{3,})/gu

function inWords(words: string): PrintedDate | null {
  return inWordsAll(words).toSorted((a, b) => a.start - b.start)[0] ?? null
}

function inWordsAll(words: string): readonly PrintedDate[] {
  if (!/\d/u.test(words)) return []
  return [
    ...from(words, yearFirst, (match) => [match[1], match[3], match[2]]),
    ...from(words, dayFirst, (match) => [match[3], match[2], match[1]]),
    ...from(words, monthFirst, (match) => [match[3], match[1], match[2]]),
  ]
}

/** The words for "year" behind its figures belong to the date: "12 апреля 2024 года", "26 маусым 2024 жыл". */
const yearWord = /^\s(?:года|году|год|року|г\.|жыл|жылы|жылғы|ж\.)(?![\p{L}\d])/u

function lengthWithYear(words: string, match: RegExpExecArray, hasYear: boolean): number {
  const length = match[0].replace(/[.,]+$/u, '').length
  const end = match.index + length
  return length + (hasYear ? (yearWord.exec(words.slice(end, end + 8))?.[0].length ?? 0) : 0)
}

/** In: a month as printed, folded, maybe with a word behind it. */
function monthOf(folded: string): number | undefined {
  return monthNumbers.get(folded) ?? monthNumbers.get(folded.split(' ')[0] ?? '')
}

type Parts = readonly [year: string | undefined, month: string | undefined, day: string | undefined]

function from(words: string, form: RegExp, parts: (match: RegExpExecArray) => Parts): readonly PrintedDate[] {
  return [...words.matchAll(form)].flatMap((match) => {
    const [year, name, day] = parts(match)
    const month = monthOf(foldWord(name ?? ''))
    if (month === undefined) return []
    const length = lengthWithYear(words, match, year !== undefined)
    return dateOf({ index: match.index, length }, year === undefined ? null : Number(year), month, Number(day)) ?? []
  })
}
