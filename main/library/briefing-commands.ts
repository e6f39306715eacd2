// Adding, deleting and bringing back briefings. Deleting moves to the bin; the bin is emptied elsewhere.
import { v7 as uuidv7 } from 'uuid'
import { type Briefing, type Corrections, currentVersion, type Row, type TextSource } from '../../domain/briefing.ts'
import type { OpenBriefing, OpenVersion } from '../../domain/contract.ts'
import { equals } from '../../domain/equals.ts'
import { inReadingOrder } from '../../domain/notes/note.ts'
import { noteOnVersion, shownNote } from '../../domain/notes/shown-note.ts'
import { placesNamed } from '../../domain/reading/corrections.ts'
import { type Reading, wholeReading } from '../../domain/reading/reading.ts'
import { failed, type Result, success } from '../../domain/result.ts'
import { isSpanWithin } from '../../domain/span.ts'
import { type BriefingFiles, briefingOf, type LoadedBriefing } from './briefing-files.ts'
import type { LibraryChange } from './library.ts'
import { laterThan } from './note-edits.ts'
import { placingOf } from './placing.ts'
import { currentSchema } from './record.ts'
import { type EntryRecord, entryKind } from './record-kinds.ts'
import type { Shelf } from './shelf.ts'

export type BriefingCommandOptions = {
  readonly shelf: Shelf
  readonly files: BriefingFiles
  readonly now: () => Date
  /** Brings a text into the one form that is stored, or refuses it. */
  readonly normalise: (text: string) => Result<string>
  readonly read: (text: string) => Promise<Reading>
  readonly tell: (change: LibraryChange) => void
}

export type BriefingCommands = {
  readonly open: (id: string) => Promise<Result<OpenBriefing>>
  readonly openVersion: (id: string, version: number) => Promise<Result<OpenVersion>>
  readonly add: (text: string, source: TextSource, corrections: Corrections) => Promise<Result<Briefing>>
  readonly correct: (id: string, corrections: Corrections, basedOn: string) => Promise<Result<Briefing>>
  readonly remove: (id: string) => Promise<Result<Row>>
  readonly restore: (id: string) => Promise<Result<Row>>
}

/** The commands on briefings; every failure is a value. */
export function briefingCommands(options: BriefingCommandOptions): BriefingCommands {
  const { shelf, files, now } = options

  const moveTo = (id: string, deleted: string | null): Promise<Result<Row>> =>
    shelf.change(id, async (loaded) => {
      const { entry } = loaded
      if ((entry.deleted === null) === (deleted === null)) return success(shelf.put(loaded))
      const modified = laterThan(entry.modified, now())
      const moved: EntryRecord = { ...entry, deleted, modified, revision: entry.revision + 1 }
      const written = await files.writeEntry(moved)
      return written.ok ? success(shelf.put({ ...loaded, entry: moved, entryStamp: written.value })) : written
    })

  return {
    open: async (id) => {
      const devices = await files.findDevices()
      if (!devices.ok) return devices
      const loaded = await shelf.load(id)
      return loaded.ok ? success(openedBriefing(loaded.value)) : loaded
    },
    openVersion: async (id, version) => {
      const loaded = await shelf.load(id)
      return loaded.ok ? versionOf(options, loaded.value, version) : loaded
    },
    add: async (text, source, corrections) => {
      const normalised = options.normalise(text)
      if (!normalised.ok) return normalised
      if (!areWithin(corrections, normalised.value)) return failed('correction-outside-text')
      const entry = await newEntry(options, normalised.value, source, corrections)
      return shelf.write(entry.id, async () => {
        const written = await files.writeEntry(entry)
        if (!written.ok) return written
        shelf.put(asLoaded(entry, written.value))
        return success(briefingOf(entry))
      })
    },
    correct: (id, corrections, basedOn) =>
      shelf.change(id, async (loaded) => correctIn(options, loaded, onlyGiven(corrections), basedOn)),
    remove: (id) => moveTo(id, now().toISOString()),
    restore: (id) => moveTo(id, null),
  }
}

/** Whole in the place of the former corrections, unless these were made on something else than what is there now. */
async function correctIn(
  { shelf, files, now, tell }: BriefingCommandOptions,
  loaded: LoadedBriefing,
  corrections: Corrections,
  basedOn: string,
): Promise<Result<Briefing>> {
  const { entry } = loaded
  // Sent again, or undone and done: it is there already.
  if (equals(corrections, entry.corrections)) return success(briefingOf(entry))
  if (entry.modified !== basedOn) return failed('briefing-changed', { id: entry.id })
  if (!areWithin(corrections, currentVersion(entry).text)) return failed('correction-outside-text')
  const modified = laterThan(entry.modified, now())
  const corrected: EntryRecord = { ...entry, corrections, modified, revision: entry.revision + 1 }
  const written = await files.writeEntry(corrected)
  if (!written.ok) return written
  shelf.put({ ...loaded, entry: corrected, entryStamp: written.value })
  tell({ kind: 'briefings', ids: [entry.id] })
  return success(briefingOf(corrected))
}

/** True when all words the decisions are about lie within the text. */
function areWithin(corrections: Corrections, text: string): boolean {
  return placesNamed(corrections).every(([start, end]) => isSpanWithin({ start, end }, text.length))
}

/** What a window or program sees of a loaded briefing. */
function openedBriefing({ entry, notes, warning }: LoadedBriefing): OpenBriefing {
  const briefing = briefingOf(entry)
  const { broughtForward } = placingOf(briefing)
  const living = notes.filter(({ deleted }) => deleted === null)
  return { briefing, notes: inReadingOrder(living.map((note) => shownNote(broughtForward(note)))), warning }
}

/** What was not carried yet is placed first, so that it has its history. */
async function versionOf(
  { read }: BriefingCommandOptions,
  { entry, notes }: LoadedBriefing,
  number: number,
): Promise<Result<OpenVersion>> {
  const briefing = briefingOf(entry)
  const version = briefing.versions.find((candidate) => candidate.number === number)
  if (version === undefined) return failed('version-missing', { version: number })
  const { broughtForward } = placingOf(briefing)
  const living = notes.filter(({ deleted }) => deleted === null)
  const there = living.flatMap((note) => noteOnVersion(broughtForward(note), number) ?? [])
  return success({
    version: number,
    reading: version.superseded === null ? wholeReading(entry.reading, version.text) : await read(version.text),
    corrections: version.superseded?.corrections ?? entry.corrections,
    created: version.created,
    source: version.source,
    notes: inReadingOrder(there),
  })
}

async function newEntry(
  options: BriefingCommandOptions,
  normalised: string,
  source: TextSource,
  corrections: Corrections,
): Promise<EntryRecord> {
  const { text, ...reading } = await options.read(normalised)
  const created = options.now().toISOString()
  return {
    schema: currentSchema(entryKind),
    revision: 1,
    id: uuidv7(),
    created,
    modified: created,
    deleted: null,
    source: withBareName(source),
    versions: [{ number: 1, text, created, source: withBareName(source), superseded: null }],
    reading,
    corrections: onlyGiven(corrections),
    marking: null,
  }
}

function asLoaded(entry: EntryRecord, entryStamp: LoadedBriefing['entryStamp']): LoadedBriefing {
  return { entry, notes: [], own: success(null), others: [], warning: null, damaged: [], entryStamp, notesStamps: {} }
}

/** Folders say more about the officer's machine than a record should. */
export function withBareName({ via, file }: TextSource): TextSource {
  return { via, file: file?.split(/[\\/]/).findLast((part) => part !== '') ?? null }
}

/** A key given as undefined is no correction: as read. */
function onlyGiven(corrections: Corrections): Corrections {
  return Object.fromEntries(Object.entries(corrections).filter(([, value]) => value !== undefined))
}
