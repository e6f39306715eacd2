// Adding, editing, deleting and bringing back notes. Every change is written to this device's record, also of a note that
// another device wrote: docs/decisions/0002-notes-by-device.md.
import { v7 as uuidv7 } from 'uuid'
import { currentVersion } from '../../domain/briefing.ts'
import {
  longestNoteText,
  mergeNotes,
  type Note,
  publicNote,
  type Selectors,
  type StoredNote,
} from '../../domain/note.ts'
import type { StoredReading } from '../../domain/reading/reading.ts'
import { failed, type Result, success } from '../../domain/result.ts'
import type { Span } from '../../domain/span.ts'
import type { BriefingFiles, LoadedBriefing } from './briefing-files.ts'
import type { LibraryChange, NoteInput } from './library.ts'
import { canAnchor, deletedNote, editedNote, type NoteEdit, restoredNote, withNote } from './note-edits.ts'
import type { NotesRecord } from './record-kinds.ts'
import type { Shelf } from './shelf.ts'

export type NoteCommandOptions = {
  readonly shelf: Shelf
  readonly files: BriefingFiles
  readonly now: () => Date
  readonly device: string
  readonly creator: string
  /** Selectors for words of a text, `span` in UTF-16 units. */
  readonly describe: (text: string, span: Span, reading: StoredReading) => Selectors
  readonly tell: (change: LibraryChange) => void
}

export type NoteCommands = {
  readonly addNote: (briefingId: string, input: NoteInput) => Promise<Result<Note>>
  readonly editNote: (briefingId: string, noteId: string, edit: NoteEdit) => Promise<Result<Note>>
  readonly removeNote: (briefingId: string, noteId: string) => Promise<Result<Note>>
  readonly restoreNote: (briefingId: string, noteId: string) => Promise<Result<Note>>
}

/** The commands on notes; every failure is a value, and a note is on the disk when its result comes. */
export function noteCommands(options: NoteCommandOptions): NoteCommands {
  const { shelf, now } = options

  /** Replaces a note by what `edit` makes of it; null leaves it as it is. */
  const change = (
    briefingId: string,
    noteId: string,
    edit: (note: StoredNote) => StoredNote | 'missing' | null,
  ): Promise<Result<Note>> =>
    shelf.change(briefingId, async (loaded) => {
      const note = loaded.notes.find((candidate) => candidate.noteId === noteId)
      const edited = note === undefined ? 'missing' : edit(note)
      if (note === undefined || edited === 'missing') return failed('note-missing', { noteId })
      return edited === null ? success(publicNote(note)) : store(options, loaded, edited)
    })
  const ifLiving = (edit: (note: StoredNote) => StoredNote) => (note: StoredNote) =>
    note.deleted === null ? edit(note) : 'missing'

  return {
    addNote: async (briefingId, input) => {
      const tooLong = refuseLength(input.text)
      return tooLong ?? shelf.change(briefingId, async (loaded) => addTo(options, loaded, input))
    },
    editNote: async (briefingId, noteId, edit) => {
      const tooLong = refuseLength(edit.text ?? '')
      return (
        tooLong ??
        change(
          briefingId,
          noteId,
          ifLiving((note) => editedNote(note, edit, now())),
        )
      )
    },
    removeNote: (briefingId, noteId) =>
      change(
        briefingId,
        noteId,
        ifLiving((note) => deletedNote(note, now())),
      ),
    restoreNote: (briefingId, noteId) =>
      change(briefingId, noteId, (note) => (note.deleted === null ? null : restoredNote(note, now()))),
  }
}

function refuseLength(text: string): Result<never> | null {
  const size = text.length
  return size > longestNoteText ? failed('text-too-large', { limit: longestNoteText, size }) : null
}

async function addTo(options: NoteCommandOptions, loaded: LoadedBriefing, input: NoteInput): Promise<Result<Note>> {
  const { number, text } = currentVersion(loaded.entry)
  const span = { start: input.start, end: input.end }
  // Offsets into an earlier version would fall on other words.
  if (input.version !== number || !canAnchor(text, span)) return failed('note-outside-text', span)
  const created = options.now().toISOString()
  return store(options, loaded, {
    noteId: uuidv7(),
    kind: input.kind,
    text: input.text,
    version: number,
    selectors: options.describe(text, span, loaded.entry.reading),
    state: 'same',
    created,
    modified: created,
    deleted: null,
    creator: options.creator,
  })
}

/** Writes the note to this device's record, then brings list and listeners in step. */
async function store(options: NoteCommandOptions, loaded: LoadedBriefing, note: StoredNote): Promise<Result<Note>> {
  const { files, device, shelf } = options
  if (!loaded.own.ok) return loaded.own
  const before = loaded.own.value
  const briefingId = loaded.entry.id
  const record: NotesRecord = {
    schema: 1,
    revision: (before?.revision ?? 0) + 1,
    briefingId,
    device,
    notes: withNote(before?.notes ?? [], note),
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
  const living = note.deleted === null
  options.tell({
    kind: 'notes',
    briefingId,
    upserted: living ? [publicNote(note)] : [],
    removed: living ? [] : [note.noteId],
  })
  return success(publicNote(note))
}
