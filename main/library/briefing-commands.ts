// Adding, correcting, deleting and bringing back briefings. Deleting moves to the bin; the bin is emptied elsewhere.
import { v7 as uuidv7 } from 'uuid'
import type { Briefing, Corrections, Row, TextSource } from '../../domain/briefing.ts'
import type { OpenBriefing } from '../../domain/contract.ts'
import { inReadingOrder, publicNote } from '../../domain/note.ts'
import type { Reading } from '../../domain/reading/reading.ts'
import { type Result, success } from '../../domain/result.ts'
import { type BriefingFiles, briefingOf, type LoadedBriefing } from './briefing-files.ts'
import { laterThan } from './note-edits.ts'
import type { EntryRecord } from './record-kinds.ts'
import type { Shelf } from './shelf.ts'

export type BriefingCommandOptions = {
  readonly shelf: Shelf
  readonly files: BriefingFiles
  readonly now: () => Date
  /** Brings a text into the one form that is stored, or refuses it. */
  readonly normalise: (text: string) => Result<string>
  readonly read: (text: string) => Reading
}

export type BriefingCommands = {
  readonly open: (id: string) => Promise<Result<OpenBriefing>>
  readonly add: (text: string, source: TextSource, corrections: Corrections) => Promise<Result<Briefing>>
  readonly correct: (id: string, corrections: Corrections) => Promise<Result<Briefing>>
  readonly remove: (id: string) => Promise<Result<Row>>
  readonly restore: (id: string) => Promise<Result<Row>>
}

/** The commands on briefings; every failure is a value. */
export function briefingCommands(options: BriefingCommandOptions): BriefingCommands {
  const { shelf, files, now } = options

  const save = async (loaded: LoadedBriefing, changes: Partial<Briefing>): Promise<Result<LoadedBriefing>> => {
    const { entry } = loaded
    const changed: EntryRecord = {
      ...entry,
      ...changes,
      revision: entry.revision + 1,
      modified: laterThan(entry.modified, now()),
    }
    const written = await files.writeEntry(changed)
    if (!written.ok) return written
    const saved = { ...loaded, entry: changed, entryStamp: written.value }
    shelf.put(saved)
    return success(saved)
  }
  const moveTo = (id: string, deleted: string | null): Promise<Result<Row>> =>
    shelf.change(id, async (loaded) => {
      const there = (loaded.entry.deleted === null) === (deleted === null)
      const saved = there ? success(loaded) : await save(loaded, { deleted })
      return saved.ok ? success(shelf.put(saved.value)) : saved
    })

  return {
    open: async (id) => {
      const devices = await files.findDevices()
      if (!devices.ok) return devices
      const loaded = await shelf.load(id)
      return loaded.ok ? success(openedBriefing(loaded.value)) : loaded
    },
    add: async (text, source, corrections) => {
      const normalised = options.normalise(text)
      if (!normalised.ok) return normalised
      const entry = newEntry(options, normalised.value, source, corrections)
      return shelf.write(entry.id, async () => {
        const written = await files.writeEntry(entry)
        if (!written.ok) return written
        shelf.put(asLoaded(entry, written.value))
        return success(briefingOf(entry))
      })
    },
    correct: (id, corrections) =>
      shelf.change(id, async (loaded) => {
        const all = onlyGiven({ ...loaded.entry.corrections, ...corrections })
        const saved = await save(loaded, { corrections: all })
        return saved.ok ? success(briefingOf(saved.value.entry)) : saved
      }),
    remove: (id) => moveTo(id, now().toISOString()),
    restore: (id) => moveTo(id, null),
  }
}

/** What a window or program sees of a loaded briefing. */
export function openedBriefing({ entry, notes, warning }: LoadedBriefing): OpenBriefing {
  const living = notes.filter(({ deleted }) => deleted === null)
  return { briefing: briefingOf(entry), notes: inReadingOrder(living.map(publicNote)), warning }
}

function newEntry(
  options: BriefingCommandOptions,
  normalised: string,
  source: TextSource,
  corrections: Corrections,
): EntryRecord {
  const { text, ...reading } = options.read(normalised)
  const created = options.now().toISOString()
  return {
    schema: 1,
    revision: 1,
    id: uuidv7(),
    created,
    modified: created,
    deleted: null,
    source: { via: source.via, file: bareName(source.file) },
    versions: [{ number: 1, text, created }],
    reading,
    corrections: onlyGiven(corrections),
    marking: null,
  }
}

function asLoaded(entry: EntryRecord, entryStamp: LoadedBriefing['entryStamp']): LoadedBriefing {
  return { entry, notes: [], own: success(null), warning: null, damaged: [], entryStamp, notesStamps: {} }
}

/** Folders say more about the officer's machine than a record should. */
function bareName(file: string | null): string | null {
  return file?.split(/[\\/]/).findLast((part) => part !== '') ?? null
}

/** A key given as undefined takes its correction back: as read. */
function onlyGiven(corrections: Corrections): Corrections {
  return Object.fromEntries(Object.entries(corrections).filter(([, value]) => value !== undefined))
}
