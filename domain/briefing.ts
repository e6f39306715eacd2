// A briefing: one text (in one or more versions), what was read in it, and what people corrected. Notes live apart, by device.
import { compare } from './compare.ts'
import type { Marking } from './marking.ts'
import type { PlacedText } from './notes/place.ts'
import { correctedReading } from './reading/corrected-reading.ts'
import type { Corrections } from './reading/corrections.ts'
import { counterpartOf } from './reading/counterpart.ts'
import { listedAs } from './reading/listed-as.ts'
import { type Reading, type StoredReading, wholeReading } from './reading/reading.ts'
import { openingWords } from './text/opening.ts'
import { paragraphsOf } from './text/paragraphs.ts'

/** The ways in which a text comes in through the window, and all of them. */
export const windowWays = ['paste', 'file', 'drop', 'typed'] as const
export const waysIn = [...windowWays, 'command-line'] as const

/** How the text came in; the file's bare name only, never its folder. */
export type TextSource = {
  readonly via: (typeof waysIn)[number]
  readonly file: string | null
}
/** The source of a text that came in through the window. */
export type WindowSource = {
  readonly via: (typeof windowWays)[number]
  readonly file: string | null
}

export type { Corrections }

/** One version of the text, already normalised (domain/text/normalise.ts); offsets everywhere count its UTF-16 units. */
export type TextVersion = {
  readonly number: number
  readonly text: string
  /** ISO instant at which this version was stored. */
  readonly created: string
  readonly source: TextSource
  /** What the briefing said of it when a newer one came; null for the newest. */
  readonly superseded: Superseded | null
}

/** What is kept of an earlier version beside its text: the rest of its reading can be made again. */
export type Superseded = {
  readonly title: string | null
  readonly dateline: StoredReading['dateline']
  readonly corrections: Corrections
}

export type Briefing = {
  readonly id: string
  /** ISO instants. */
  readonly created: string
  readonly modified: string
  /** When it was put into the bin; null while it is not there. */
  readonly deleted: string | null
  /** Of the first version. */
  readonly source: TextSource
  /** Oldest first, at least one. */
  readonly versions: readonly [TextVersion, ...TextVersion[]]
  /** Of the newest version. */
  readonly reading: StoredReading
  readonly corrections: Corrections
  readonly marking: Marking | null
}

/** A line of the list: small enough that ten thousand of them load at once. */
export type Row = {
  readonly id: string
  readonly title: string | null
  /** The name shown (as ours) for a text without a headline: its first event's words, else the first words of the body. */
  readonly opening: string
  readonly date: string | null
  readonly place: string | null
  readonly source: string | null
  readonly marking: Marking | null
  /** How many events and outcomes are shown. */
  readonly events: number
  readonly outcomes: number
  /** The person, else the country, met in the first bilateral meeting or call; null where that is unclear. */
  readonly counterpart: string | null
  readonly notes: number
  readonly versions: number
  readonly created: string
  readonly deleted: string | null
}

/** How long the bin keeps a briefing, in milliseconds: 30 days. */
export const binKeeps = 30 * 24 * 60 * 60 * 1000

/** The newest version of the text. */
export function currentVersion(briefing: Briefing): TextVersion {
  return briefing.versions.at(-1) ?? briefing.versions[0]
}

/** A version with its paragraphs, or null when there is none of that number. */
export function placedText(briefing: Briefing, number: number): PlacedText | null {
  const version = briefing.versions.find((candidate) => candidate.number === number)
  if (version === undefined) return null
  const { text, created, superseded } = version
  return { number, text, created, paragraphs: paragraphsOf(text, superseded ?? briefing.reading) }
}

/** Title, place, date and source as a person confirmed or corrected them, else as read. */
export function headOf(briefing: Pick<Briefing, 'reading' | 'corrections'>): {
  readonly title: string | null
  readonly place: string | null
  readonly date: string | null
  readonly source: string | null
} {
  const { reading, corrections } = briefing
  const chosen = (correction: string | null | undefined, read: string | null) =>
    correction === undefined ? read : correction
  return {
    title: chosen(corrections.title, reading.title),
    place: chosen(corrections.place, reading.dateline.place),
    date: chosen(corrections.date, reading.dateline.date),
    source: chosen(corrections.source, reading.dateline.source),
  }
}

/** The newest version of the text and what was read in it. */
export function readingOf(briefing: Briefing): Reading {
  return wholeReading(briefing.reading, currentVersion(briefing).text)
}

/**
 * The list row of a briefing with `notes` living notes, from its reading as corrected. Date and place fall back to the first
 * event's (CLI.md, `list`).
 */
export function rowOf(briefing: Briefing, notes: number): Row {
  const reading = readingOf(briefing)
  const corrected = correctedReading(reading, briefing.corrections)
  const { title, date, place, source } = corrected.head
  const [first] = corrected.meetings
  return {
    id: briefing.id,
    title: title.value,
    opening: title.value === null ? listedAs(reading, first?.label.value) : openingWords(reading.text, reading),
    date: date.value ?? first?.date.value ?? null,
    place: place.value ?? first?.place.value ?? null,
    source: source.value,
    marking: briefing.marking,
    events: corrected.meetings.length,
    outcomes: corrected.outcomes.length,
    counterpart: counterpartOf(corrected),
    notes,
    versions: briefing.versions.length,
    created: briefing.created,
    deleted: briefing.deleted,
  }
}

/** The day a row is listed under (YYYY-MM-DD): its date where there is one, else the day it was stored. */
export function listedDay(row: Pick<Row, 'date' | 'created'>): string {
  return row.date ?? row.created.slice(0, 10)
}

/** Newest first: by the day a row is listed under; then by id, which carries the time. */
export function newestFirst(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => compare(listedDay(b), listedDay(a)) || compare(b.id, a.id))
}
