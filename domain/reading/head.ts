// The head of a text: headline, dateline and source. The headline's lines are taken out first (headline.ts), then date, place and
// letterhead are told apart and put together. What the lines do not say stays null.
import { type Line, linesOf } from '../text/lines.ts'
import { isoDate, type PrintedDate } from './dates.ts'
import { datedLine, lineDate, ownDateLine } from './head-date.ts'
import { type Placed, placedIn } from './head-place.ts'
import { sourceOf } from './head-source.ts'
import { headlineOf, type IsBody, type Title } from './headline.ts'
import type { Dateline, Evidence, HeadEvidence, OffsetPair } from './reading.ts'

/** How far a head can reach, in UTF-16 units. */
const headLength = 6_000

export type Head = { readonly title: string | null; readonly dateline: Dateline; readonly head: HeadEvidence }

/** Headline and dateline of a normalised text, and where they were read. */
export function readHead(text: string, isBody: IsBody = () => false): Head {
  const lines = linesOf(text, headLength)
  const title = headlineOf(lines, isBody)
  const body = lines.filter((line) => !title?.lines.includes(line))
  const placed = placedIn({ text, lines, body, title, dated: ownDateLine(body) })
  const parts = { text, body, title, dated: datedLine(body, title), placed }
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

type Parts = {
  readonly text: string
  readonly body: readonly Line[]
  readonly title: Title | null
  readonly dated: Line | null
  readonly placed: Placed | null
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
