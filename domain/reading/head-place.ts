// Where a report was filed: a dateline at the beginning of a line, a place above the date, in a letterhead, in the headline's
// brackets, or in the last line.
import { headLines, type Line, linesOf } from '../text/lines.ts'
import { datelineAtStart, type PrintedDateline, placeAndDateAlone } from './dateline.ts'
import { isDatelinePlace, isKnownCity } from './dateline-places.ts'
import type { Title } from './headline.ts'

/** A printed dateline and the line it stands in. */
export type Placed = { readonly line: Line; readonly printed: PrintedDateline }

export type HeadLines = {
  readonly text: string
  readonly lines: readonly Line[]
  /** The lines without the headline's. */
  readonly body: readonly Line[]
  readonly title: Title | null
  /** The line that says nothing but a date. */
  readonly dated: Line | null
}

/** Where the text says it was filed; null where it does not. */
export function placedIn({ text, lines, body, title, dated }: HeadLines): Placed | null {
  const inBody = body.slice(0, headLines).map(placedLine)
  return (
    inBody.find((found) => found !== null) ??
    placeAbove(lines, dated) ??
    inTitle(title) ??
    placeAlone(lines, title, dated) ??
    signedOff(text, dated !== null)
  )
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
