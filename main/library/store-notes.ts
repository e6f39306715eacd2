// Writing notes to this device's record, also those another device wrote: docs/decisions/0002-notes-by-device.md.
import { mergeNotes } from '../../domain/notes/merge-notes.ts'
import type { StoredNote } from '../../domain/notes/note.ts'
import { shownNote } from '../../domain/notes/shown-note.ts'
import { type Result, success } from '../../domain/result.ts'
import { type BriefingFiles, briefingOf, type LoadedBriefing } from './briefing-files.ts'
import type { LibraryChange } from './library.ts'
import { withNotes } from './note-edits.ts'
import { placingOf } from './placing.ts'
import { currentSchema } from './record.ts'
import { type NotesRecord, notesKind } from './record-kinds.ts'
import type { Shelf } from './shelf.ts'

export type StoreNotes = (loaded: LoadedBriefing, notes: readonly StoredNote[]) => Promise<Result<null>>

export type StoreNotesOptions = {
  readonly shelf: Shelf
  readonly files: BriefingFiles
  readonly device: string
  readonly tell: (change: LibraryChange) => void
}

/** Writes notes in one go, then brings list and listeners in step; to be called in the briefing's turn. Nothing is written for none. */
export function storeNotes({ shelf, files, device, tell }: StoreNotesOptions): StoreNotes {
  return async (loaded, notes) => {
    if (!loaded.own.ok) return loaded.own
    if (notes.length === 0) return success(null)
    const before = loaded.own.value
    const briefingId = loaded.entry.id
    const record: NotesRecord = {
      schema: currentSchema(notesKind),
      revision: (before?.revision ?? 0) + 1,
      briefingId,
      device,
      notes: withNotes(before?.notes ?? [], notes),
    }
    const written = await files.writeNotes(record)
    if (!written.ok) return written
    const stamps = written.value === null ? {} : { [device]: written.value }
    shelf.put({
      ...loaded,
      own: success(record),
      notes: mergeNotes([record.notes, loaded.notes]),
      notesStamps: { ...loaded.notesStamps, ...stamps },
    })
    const { broughtForward } = placingOf(briefingOf(loaded.entry))
    const isLiving = ({ deleted }: StoredNote) => deleted === null
    tell({
      kind: 'notes',
      briefingId,
      upserted: notes.filter(isLiving).map((note) => shownNote(broughtForward(note))),
      removed: notes.filter((note) => !isLiving(note)).map(({ noteId }) => noteId),
    })
    return success(null)
  }
}
