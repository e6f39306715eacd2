// The head of a text: headline, dateline and source. The headline's lines are taken out first (headline.ts), then date, place and
// letterhead are told apart and put together. What the lines do not say stays null.
import { headLines, type Line, linesOf, onOneLine } from '../text/lines.ts'
import { datelineAtStart, type PrintedDateline, placeAndDateAlone } from './dateline.ts'
import { isDatelinePlace, isKnownCity } from './dateline-places.ts'
import { dateAlone, findDate, isoDate, type PrintedDate } from './dates.ts'
import { headlineOf, type IsBody, type Title } from './headline.ts'
import type { Dateline, Evidence, HeadEvidence, OffsetPair } from './reading.ts'
import { attributedSource, isIssuerLine, labelledSource, sourceInTitle } from './source.ts'
import { endsSentence } from './title.ts'

/** How far a head can reach, in UTF-16 units. */
const headLength = 6_000

export type Head = { readonly title: string | null; readonly dateline: Dateline; readonly head: HeadEvidence }

/** Headline and dateline of a normalised text, and where they were read. */
export function readHead(text: string, isBody: IsBody = () => false): Head {
  const lines = linesOf(text, headLength)
  const title = headlineOf(lines, isBody)
  const body = lines.filter((line) => !title?.lines.includes(line))
  const dated = body.slice(0, headLines).find((line) => lineDate(line.words) !== null) ?? null
  const placed =
    body
      .slice(0, headLines)
      .map(placedLine)
      .find((found) => found !== null) ??
    placeAbove(lines, dated) ??
    inTitle(title) ??
    placeAlone(lines, title, dated) ??
    signedOff(text, dated !== null)
  const parts = { text, body, title, dated: dated ?? numbered(title) ?? ofThatDay(title) ?? saysToday(body), placed }
  const dateline = datelineOf(parts)
  return { title: title?.words ?? null, dateline, head: evidenceOf(parts, dateline) }
}

/** Where each part of the head stands. A date on a line of its own beside a dateline without one may be the archive's. */
function evidenceOf({ text, title, dated, placed }: Parts, { place, date, source }: Dateline): HeadEvidence {
  const [first, last] = [title?.lines[0], title?.lines.at(-1)]
  const placeSpan = placed === null || place === null ? null : printedIn(text, place, placed.line)
  const printed = placed?.printed.date ?? null
  const dateInPlace = placed === null || printed === null ? null : shifted(printed, placed.line.start)
  const sourceStart = source === null ? -1 : text.indexOf(source)
  return {
    title: first === undefined || last === undefined ? null : certainly([first.start, last.end]),
    place: placeSpan === null ? null : certainly(placeSpan),
    date: date === null ? null : dateEvidence(dateInPlace, printed?.year ?? null, dated),
    source: source === null || sourceStart < 0 ? null : certainly([sourceStart, sourceStart + source.length]),
  }
}

function dateEvidence(inPlace: OffsetPair | null, year: number | null, dated: Line | null): Evidence | null {
  const line: OffsetPair | null = dated === null ? null : [dated.start, dated.end]
  const span = inPlace ?? line
  if (span === null) return null
  const yearElsewhere = inPlace !== null && year === null
  return { span, via: yearElsewhere ? line : null, certainty: yearElsewhere ? 'likely' : 'certain' }
}

function certainly(span: OffsetPair): Evidence {
  return { span, via: null, certainty: 'certain' }
}

function printedIn(text: string, words: string, line: Line): OffsetPair | null {
  const start = text.indexOf(words, line.start)
  return start < 0 || start >= line.end ? null : [start, start + words.length]
}

function shifted({ start, end }: PrintedDate, by: number): OffsetPair {
  return [start + by, end + by]
}

/** The date of a line of its own, or of one part of a byline ("Name | 14.03.2022 - Update : 15.03.2022"). */
function lineDate(words: string): PrintedDate | null {
  const whole = dateAlone(words)
  if (whole !== null || words.length > 120) return whole
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
    !/\b(?:bulletin|transcript|briefing|diary|digest|press conference|minutes)\b/iu.test(title?.words ?? '')
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

/** "Today, 11 November 2022, …", "today (Thursday, 6 October 2022)": the body says what day it was written. */
function saysToday(body: readonly Line[]): Line | null {
  for (const line of body.slice(0, headLines)) {
    const found = /\btoday,?\s*\(?((?:\p{L}+day,?\s*)?[^(),]{4,20}(?:,\s\d{4}|\d{4}))\)?/iu.exec(
      line.words.slice(0, 600),
    )
    if (found === null || dateAlone(found[1] ?? '') === null) continue
    const start = line.start + found.index + found[0].indexOf(found[1] ?? '')
    return { ...line, words: found[1] ?? '', start, end: start + (found[1] ?? '').length }
  }
  return null
}

/** "Telephone conversation with … (Paris, 18 October 2023)": place and date in brackets at the end of a headline. */
function inTitle(title: Title | null): Placed | null {
  const line = title?.lines.at(-1)
  const bracket = line === undefined ? null : /\(([^()]{6,60})\)$/u.exec(line.words)
  if (line === undefined || bracket === null) return null
  const printed = placeAndDateAlone(bracket[1] ?? '')
  if (printed === null) return null
  const by = bracket.index + 1
  const date =
    printed.date === null ? null : { ...printed.date, start: printed.date.start + by, end: printed.date.end + by }
  return { line, printed: { ...printed, date, start: printed.start + by, end: printed.end + by } }
}

/** A city alone on a line: in a letterhead above the headline, or in capitals under a dated one, as agencies print it. */
function placeAlone(lines: readonly Line[], title: Title | null, dated: Line | null): Placed | null {
  const titleStart = title?.lines[0]?.start ?? 0
  const line = lines
    .slice(0, headLines)
    .find(
      ({ words, start }) =>
        words.length <= 30 &&
        isKnownCity(words) &&
        (start < titleStart || (dated !== null && words === words.toUpperCase())),
    )
  return line === undefined
    ? null
    : { line, printed: { place: line.words, date: null, source: null, start: 0, end: line.words.length } }
}

type Placed = { readonly line: Line; readonly printed: PrintedDateline }
type Parts = {
  readonly text: string
  readonly body: readonly Line[]
  readonly title: Title | null
  readonly dated: Line | null
  readonly placed: Placed | null
}

function placedLine(line: Line): Placed | null {
  const printed = datelineAtStart(line.words) ?? placeAndDateAlone(line.words)
  return printed === null ? null : { line, printed }
}

/** United Nations documents: the place on one line, the date on the next. */
function placeAbove(lines: readonly Line[], dated: Line | null): Placed | null {
  const line = dated === null ? undefined : lines[lines.indexOf(dated) - 1]
  if (line === undefined || !isDatelinePlace(line.words, 'none')) return null
  return { line, printed: { place: line.words, date: null, source: null, start: 0, end: line.words.length } }
}

/** Communiqués and notes end with place and date on the last line. */
function signedOff(text: string, dated: boolean): Placed | null {
  const start = Math.max(0, text.length - 400)
  const last = linesOf(text.slice(start)).at(-1)
  const printed = last === undefined ? null : (placeAndDateAlone(last.words) ?? cityAlone(last.words, dated))
  if (last === undefined || printed === null) return null
  return { line: { ...last, start: last.start + start, end: last.end + start }, printed }
}

/** The issuing city as the last line ("New Delhi"), where the date stands in the head. */
function cityAlone(words: string, dated: boolean): PrintedDateline | null {
  return dated && words.length <= 30 && isKnownCity(words)
    ? { place: words, date: null, source: null, start: 0, end: words.length }
    : null
}

function datelineOf(parts: Parts): Dateline {
  const { dated, placed } = parts
  const ownDate = dated === null ? null : lineDate(dated.words)
  const recordDate = ownDate === null ? null : isoDate(ownDate, null)
  return {
    place: placed?.printed.place ?? null,
    date: dateOf(placed?.printed.date ?? null, ownDate, recordDate),
    source: sourceOf(parts),
    span: spanOf(parts),
  }
}

/** The report's own date; the date on a line of its own gives the year that a dateline leaves out. */
function dateOf(printed: PrintedDate | null, ownDate: PrintedDate | null, recordDate: string | null): string | null {
  const filed = printed === null ? null : isoDate(printed, recordDate)
  return filed ?? (ownDate === null ? null : recordDate)
}

/** From the first to the last printed part, as long as no words of the body stand between them. */
function spanOf({ body, dated, placed }: Parts): OffsetPair | null {
  const place: OffsetPair | null =
    placed === null ? null : [placed.line.start + placed.printed.start, placed.line.start + placed.printed.end]
  const date: OffsetPair | null = dated === null ? null : [dated.start, dated.end]
  if (place === null || date === null) return place ?? date
  const start = Math.min(place[0], date[0])
  const end = Math.max(place[1], date[1])
  const between = body.some((line) => line !== dated && line !== placed?.line && line.start > start && line.end < end)
  return between ? place : [start, end]
}

function sourceOf({ text, body, title, placed }: Parts): string | null {
  const labelled = firstOf([...body.slice(0, headLines), ...lastLines(text)], labelledSource)
  const printed = placed?.printed.source ?? null
  const attributed = firstOf(body.filter((line) => endsSentence(line.words)).slice(0, 2), attributedSource)
  return (
    labelled ??
    printed ??
    attributed ??
    letterhead(body, title) ??
    (title && sourceInTitle(title.words)) ??
    signature(text)
  )
}

function letterhead(body: readonly Line[], title: Title | null): string | null {
  const titleStart = title?.lines[0]?.start ?? null
  const above = titleStart === null ? [] : body.filter((line) => line.start < titleStart)
  return above.find((line) => isIssuerLine(line.words))?.words ?? null
}

function signature(text: string): string | null {
  return lastLines(text).find((line) => isIssuerLine(line.words))?.words ?? null
}

function lastLines(text: string): readonly Line[] {
  const start = Math.max(0, text.length - 600)
  return linesOf(text.slice(start)).slice(1).slice(-3)
}

function firstOf(lines: readonly Line[], read: (words: string) => string | null): string | null {
  for (const line of lines) {
    const found = read(onOneLine(line.words))
    if (found !== null) return found
  }
  return null
}
