// The files of one briefing taken together: its entry and every device's notes on it, as records. Nothing here queues or asks
// for the lock; the library does both before it calls.
import { join } from 'node:path'
import type { Briefing } from '../../domain/briefing.ts'
import { mergeNotes } from '../../domain/notes/merge-notes.ts'
import type { StoredNote } from '../../domain/notes/note.ts'
import { type Failure, failed, type Result, success } from '../../domain/result.ts'
import { type Disk, listFolder } from './disk.ts'
import { entryFile, isUuid, notesFile } from './file-names.ts'
import type { FileInfo } from './file-system.ts'
import type { Stored } from './record.ts'
import { type EntryRecord, entryKind, type NotesRecord, notesKind } from './record-kinds.ts'
import { type Found, recordStore, type StoreOptions } from './record-store.ts'
import { asResult, storageError } from './storage-error.ts'

/** What tells a file from its later state without reading it: bytes, milliseconds since 1970, the record's revision. */
export type Stamp = { readonly size: number; readonly mtimeMs: number; readonly revision: number }

export type LoadedBriefing = {
  readonly entry: EntryRecord
  /** All devices' notes, tombstones included. */
  readonly notes: readonly StoredNote[]
  readonly own: Result<NotesRecord | null>
  /** The notes of all other devices, tombstones included. */
  readonly others: readonly StoredNote[]
  /** The first record that could not be read as it stands. */
  readonly warning: Failure | null
  /** Files, relative to the library, that could not be read as they stand. */
  readonly damaged: readonly string[]
  readonly entryStamp: Stamp | null
  readonly notesStamps: Readonly<Record<string, Stamp>>
}

export type BriefingFiles = {
  /** A briefing as the disk has it. Failures: `record-missing`, `record-damaged`, `record-newer`, the disk's. */
  readonly load: (id: string) => Promise<Result<LoadedBriefing>>
  readonly readEntry: (id: string) => Promise<Result<Found<EntryRecord>>>
  readonly writeEntry: (entry: EntryRecord) => Promise<Result<Stamp | null>>
  readonly writeNotes: (notes: NotesRecord) => Promise<Result<Stamp | null>>
  /** Devices that have written notes, ours first. */
  readonly devices: () => readonly string[]
  /** Looks for devices whose notes a sync engine brought meanwhile. */
  readonly findDevices: () => Promise<Result<null>>
  readonly forget: (id: string) => void
}

/** How many briefings stay open: reader, its neighbours, and some room. */
const keptOpen = 32

export type FilesOptions = Omit<StoreOptions<Stored>, 'kind' | 'fileOf' | 'kept'> & { readonly device: string }

/** The files of all briefings of a library. */
export function briefingFiles(options: FilesOptions): BriefingFiles {
  const { disk, folder, device } = options
  const entries = recordStore({ ...options, kind: entryKind, fileOf: entryFile, kept: keptOpen })
  const storeFor = (of: string) =>
    recordStore({ ...options, kind: notesKind, fileOf: (id) => notesFile(of, id), kept: keptOpen })
  const notes = new Map([[device, storeFor(device)]])

  return {
    load: async (id) => {
      const [entry, ...found] = await Promise.all([
        asResult(() => entries.read(id)),
        ...[...notes].map(async ([of, store]) => ({ of, result: await asResult(() => store.read(id)) })),
      ])
      if (!entry.ok) return entry
      const { record, info, warning } = entry.value
      if (record === null) return failed('record-missing', { id })
      return success(combine(record, info, warning, found))
    },
    readEntry: (id) => asResult(() => entries.read(id)),
    writeEntry: (entry) => asResult(async () => stampOf(entry, await entries.write(entry.id, entry))),
    writeNotes: (record) =>
      asResult(async () => {
        const store = notes.get(device)
        return store === undefined ? null : stampOf(record, await store.write(record.briefingId, record))
      }),
    devices: () => [...notes.keys()],
    findDevices: () =>
      asResult(async () => {
        for (const { name, kind } of await listNotes(disk, folder)) {
          if (kind === 'folder' && isUuid(name) && !notes.has(name)) notes.set(name, storeFor(name))
        }
        return null
      }),
    forget: (id) => {
      entries.forget(id)
      for (const store of notes.values()) store.forget(id)
    },
  }
}

async function listNotes({ fileSystem }: Disk, folder: string): ReturnType<typeof listFolder> {
  try {
    return await listFolder(fileSystem, join(folder, 'notes'))
  } catch (error) {
    throw storageError(error, 'notes')
  }
}

type FoundNotes = { readonly of: string; readonly result: Result<Found<NotesRecord>> }

function combine(
  entry: EntryRecord,
  info: FileInfo | null,
  warning: Failure | null,
  found: readonly FoundNotes[],
): LoadedBriefing {
  const warnings = [warning, ...found.map(({ result }) => (result.ok ? result.value.warning : result.failure))].filter(
    (failure) => failure !== null,
  )
  const records = found.flatMap(({ of, result }) =>
    result.ok && result.value.record !== null ? [{ of, ...result.value, record: result.value.record }] : [],
  )
  const own = found[0]?.result
  const stamps = records.flatMap(({ of, record, info: file, warning: flaw }) => {
    const stamp = flaw === null ? stampOf(record, file) : null
    return stamp === null ? [] : [[of, stamp] as const]
  })
  return {
    entry,
    notes: mergeNotes(records.map(({ record }) => record.notes)),
    others: mergeNotes(records.filter(({ of }) => of !== found[0]?.of).map(({ record }) => record.notes)),
    own: own === undefined ? success(null) : own.ok ? success(own.value.record) : own,
    warning: warnings[0] ?? null,
    damaged: warnings.map(({ values }) => String(values.file)),
    // A damaged file gets no stamp, so that it is looked at again at the next start.
    entryStamp: warning === null ? stampOf(entry, info) : null,
    notesStamps: Object.fromEntries(stamps),
  }
}

function stampOf(record: Stored, info: FileInfo | null): Stamp | null {
  return info === null ? null : { size: info.size, mtimeMs: info.mtimeMs, revision: record.revision }
}

/** The briefing in an entry record. */
export function briefingOf(entry: EntryRecord): Briefing {
  const { schema, revision, ...briefing } = entry
  return briefing
}
