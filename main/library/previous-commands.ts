// Previous versions of a briefing with this device's notes: what there is, and bringing one back. It comes back as a new revision, so
// that this too can be taken back.
import { currentVersion, headOf } from '../../domain/briefing.ts'
import { equals } from '../../domain/equals.ts'
import type { StoredNote } from '../../domain/notes/note.ts'
import {
  type BriefingState,
  changesBetween,
  isSameNote,
  isUnchanged,
  type PreviousVersion,
} from '../../domain/previous-version.ts'
import { failed, type Result, success } from '../../domain/result.ts'
import { openingWords } from '../../domain/text/opening.ts'
import { type BriefingFiles, briefingOf, type LoadedBriefing } from './briefing-files.ts'
import { entryFile, notesFile } from './file-names.ts'
import type { LibraryChange } from './library.ts'
import { deletedNote, laterThan } from './note-edits.ts'
import { type EntryRecord, entryKind, notesKind } from './record-kinds.ts'
import { type KeptOptions, keptRecords, type RecordState, statesOf } from './record-states.ts'
import type { Shelf } from './shelf.ts'
import { asResult, storageError } from './storage-error.ts'
import type { StoreNotes } from './store-notes.ts'

export type PreviousCommandOptions = KeptOptions & {
  readonly shelf: Shelf
  readonly files: BriefingFiles
  readonly device: string
  readonly now: () => Date
  readonly storeNotes: StoreNotes
  readonly tell: (change: LibraryChange) => void
}

export type PreviousCommands = {
  /** Newest first, without the current state; those that can't be read are left out. Writes nothing. */
  readonly previousVersions: (id: string) => Promise<Result<readonly PreviousVersion[]>>
  /**
   * Brings the state of that moment (an ISO instant from `previousVersions`) back as a new revision; whether the briefing lies in the
   * bin stays as it is, and so do other devices' notes. `before` is the moment of the state it replaced, to take this back.
   * `previous-missing` when that state is not kept any more.
   */
  readonly restorePrevious: (id: string, moment: string) => Promise<Result<{ readonly before: string }>>
}

/** The commands on previous versions; every failure is a value. */
export function previousCommands(options: PreviousCommandOptions): PreviousCommands {
  const { shelf } = options
  return {
    previousVersions: async (id) => {
      const loaded = await shelf.load(id)
      if (!loaded.ok) return loaded
      const states = await shelf.inTurn(id, () => statesOn(options, id))
      return states.ok ? success(listed(states.value)) : states
    },
    restorePrevious: (id, moment) =>
      shelf.change(id, async (loaded) => {
        if (!loaded.own.ok) return loaded.own
        const states = await statesOn(options, id)
        if (!states.ok) return states
        const current = states.value.at(-1)
        const wanted = states.value.find((state) => momentOf(state) === moment)
        if (current === undefined || wanted === undefined) return failed('previous-missing')
        const restored = await withEntry(options, loaded, wanted.entry)
        if (!restored.ok) return restored
        const stored = await options.storeNotes(restored.value, restoredNotes(loaded, wanted, options.now()))
        return stored.ok ? success({ before: momentOf(current) }) : stored
      }),
  }
}

function statesOn(options: PreviousCommandOptions, id: string): Promise<Result<readonly RecordState[]>> {
  const [entry, notes] = [entryFile(id), notesFile(options.device, id)]
  return asResult(async () => {
    try {
      return statesOf(
        await keptRecords(options, entryKind, id, entry),
        await keptRecords(options, notesKind, id, notes),
      )
    } catch (error) {
      throw storageError(error, entry)
    }
  })
}

/** A state that differs from the next in nothing that is seen (a text read again) is not worth a line. */
function listed(states: readonly RecordState[]): readonly PreviousVersion[] {
  const shown = states.filter(({ isHalf }) => !isHalf).map((state) => ({ moment: momentOf(state), state: seen(state) }))
  const previous = shown.slice(0, -1).flatMap(({ moment, state }, index) => {
    const next = shown[index + 1]
    const changes = changesBetween(state, next?.state ?? state)
    return isUnchanged(changes) ? [] : [{ moment, ...summary(state), changes }]
  })
  return previous.toReversed()
}

function summary({ briefing, title, notes }: BriefingState): Omit<PreviousVersion, 'moment' | 'changes'> {
  return {
    title,
    opening: openingWords(currentVersion(briefing).text, briefing.reading),
    texts: briefing.versions.length,
    notes: notes.filter(({ deleted }) => deleted === null).length,
  }
}

function seen({ entry, notes }: RecordState): BriefingState {
  return { briefing: entry, title: headOf(entry).title, notes: notes?.notes ?? [] }
}

function momentOf({ written }: RecordState): string {
  return new Date(written).toISOString()
}

/** The briefing with the entry as it was; nothing is written where it says the same. */
async function withEntry(
  { shelf, files, now, tell }: PreviousCommandOptions,
  loaded: LoadedBriefing,
  wanted: EntryRecord,
): Promise<Result<LoadedBriefing>> {
  const { entry } = loaded
  const { deleted, revision, modified } = entry
  if (equals({ ...wanted, deleted, revision, modified }, entry)) return success(loaded)
  const restored = { ...wanted, deleted, revision: revision + 1, modified: laterThan(modified, now()) }
  const written = await files.writeEntry(restored)
  if (!written.ok) return written
  const changed = { ...loaded, entry: restored, entryStamp: written.value }
  shelf.put(changed)
  tell({ kind: 'briefings', ids: [briefingOf(restored).id] })
  return success(changed)
}

/** The notes that have to change for this device's record to say what it said. One made since is deleted, as by hand. */
function restoredNotes(loaded: LoadedBriefing, wanted: RecordState, now: Date): readonly StoredNote[] {
  const then = new Map(wanted.notes?.notes.map((note) => [note.noteId, note]))
  const others = new Map(loaded.others.map((note) => [note.noteId, note]))
  const own = loaded.own.ok ? (loaded.own.value?.notes ?? []) : []
  return own.flatMap((note) => {
    const was = then.get(note.noteId) ?? others.get(note.noteId)
    if (was === undefined) return note.deleted === null ? [deletedNote(note, now)] : []
    if (isSameNote(was, note)) return []
    const current = loaded.notes.find(({ noteId }) => noteId === note.noteId) ?? note
    const modified = laterThan(current.modified, now)
    const deleted = was.deleted === null ? null : modified
    return [{ ...was, modified, deleted, placed: laterThan(current.placed, now) }]
  })
}
