// Which line of a head gives the report's own date: one of its own, a byline, and where there is none the headline's numbering or the
// words "today, 11 November 2022".
import { headLines, type Line } from '../text/lines.ts'
import { dateAlone, findDate, type PrintedDate } from './dates.ts'
import type { Title } from './headline.ts'

/** The line that dates a text. In: its body's lines, its headline. Out: the line, or the part of one, that prints the date; or null. */
export function datedLine(body: readonly Line[], title: Title | null): Line | null {
  return ownDateLine(body) ?? numbered(title) ?? ofThatDay(title) ?? saysToday(body)
}

/** The line that says nothing but a date; null for none. */
export function ownDateLine(body: readonly Line[]): Line | null {
  return body.slice(0, headLines).find((line) => lineDate(line.words) !== null) ?? null
}

/** The date of a line of its own, or of one part of a byline ("Name | 14.03.2022 - Update : 15.03.2022"). */
export function lineDate(words: string): PrintedDate | null {
  const whole = dateAlone(words)
  if (whole !== null || words.length > 120) return whole
  const bracket = /\(([^()]{6,30})\)$/u.exec(words)
  if (bracket !== null && words.length <= 100) {
    const date = dateAlone(bracket[1] ?? '')
    const by = bracket.index + 1
    if (date !== null) return { ...date, start: date.start + by, end: date.end + by }
  }
  const parts = words.split(/\s*[|•·]\s*/u)
  if (parts.length < 2) return null
  for (const part of parts) {
    const date = dateAlone(part.replace(/[-–]?\s*\(?updated?\s*:?.*$/iu, ''))
    if (date !== null) return date
  }
  return null
}

/** "No: 137, 8 July 2024, Press Release …": a ministry's numbering before the headline. */
function numbered(title: Title | null): Line | null {
  const line = title?.lines[0]
  const found = line === undefined ? null : /^(?:no|nr|№)[.:]?\s?[\d/-]+,\s+([^,]{6,24}),\s/iu.exec(line.words)
  if (line === undefined || found === null || dateAlone(found[1] ?? '') === null) return null
  const start = line.start + found[0].indexOf(found[1] ?? '')
  return { ...line, words: found[1] ?? '', start, end: start + (found[1] ?? '').length }
}

/** "Court bulletin for Tuesday 7 May 2019", "Transcript of the Press Briefing on 12 December 2024": such a headline dates the text. */
function ofThatDay(title: Title | null): Line | null {
  const line = title?.lines.at(-1)
  if (
    line === undefined ||
    !/(?<!\p{L})(?:bulletin|transcript|briefing|diary|digest|press conference|minutes|compte rendu|conseil des ministres|point de presse|брифинг|стенограмма)(?!\p{L})/iu.test(
      title?.words ?? '',
    )
  )
    return null
  const date = findDate(line.words)
  if (date === null || date.year === null) return null
  return {
    ...line,
    words: line.words.slice(date.start, date.end),
    start: line.start + date.start,
    end: line.start + date.end,
  }
}

/** The word for today in English, French, Russian and Kazakh, and a date with its year. */
const todayWithDate =
  /(?<!\p{L})(?:today|aujourd['’]hui|сегодня|бүгін),?\s*\(?((?:\p{L}+day,?\s*)?[^(),]{4,20}(?:,\s\d{4}|\d{4})|\d{4} жыл\p{L}* \d{1,2} \p{L}{4,14})\)?/iu

/** "Today, 11 November 2022, …", "today (Thursday, 6 October 2022)": the body says what day it was written. */
function saysToday(body: readonly Line[]): Line | null {
  for (const line of body.slice(0, headLines)) {
    const found = todayWithDate.exec(line.words.slice(0, 600))
    if (found === null || dateAlone(found[1] ?? '') === null) continue
    const start = line.start + found.index + found[0].indexOf(found[1] ?? '')
    return { ...line, words: found[1] ?? '', start, end: start + (found[1] ?? '').length }
  }
  return null
}
