// Adding, editing, deleting and bringing back notes. Where they stand from version to version is revise-commands.ts.
import { v7 as uuidv7 } from 'uuid'
import { currentVersion } from '../../domain/briefing.ts'
import { longestNoteText, type Note, type Selectors, type StoredNote } from '../../domain/notes/note.ts'
import { shownNote } from '../../domain/notes/shown-note.ts'
import type { StoredReading } from '../../domain/reading/reading.ts'
import { failed, type Result, success } from '../../domain/result.ts'
import type { Span } from '../../domain/span.ts'
import { briefingOf, type LoadedBriefing } from './briefing-files.ts'
import type { NoteInput } from './library.ts'
import { canAnchor, commitmentFor, deletedNote, editedNote, type NoteEdit, restoredNote } from './note-edits.ts'
import { placingOf } from './placing.ts'
import type { Shelf } from './shelf.ts'
import type { StoreNotes } from './store-notes.ts'

export type NoteCommandOptions = {
  readonly shelf: Shelf
  readonly now: () => Date
  readonly creator: string
  /** Selectors for words of a text, `span` in UTF-16 units. */
  readonly describe: (text: string, span: Span, reading: StoredReading) => Selectors
  readonly storeNotes: StoreNotes
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
      // A file that can't be read says nothing of what is in it.
      if (note === undefined && !loaded.own.ok) return loaded.own
      if (note === undefined || edited === 'missing') return failed('note-missing', { noteId })
      return edited === null ? success(shown(loaded, note)) : stored(options, loaded, edited)
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
  const { scope, kind, span } = input
  // Offsets into an earlier version would fall on other words.
  const isThere = (scope === 'briefing') === (span === null) && (span === null || canAnchor(text, span))
  if (input.version !== number || !isThere) return failed('note-outside-text', span ?? {})
  const created = options.now().toISOString()
  const selectors = span === null ? null : options.describe(text, span, loaded.entry.reading)
  return stored(options, loaded, {
    noteId: uuidv7(),
    kind,
    text: input.text,
    tags: [],
    commitment: commitmentFor(kind, null),
    scope,
    settled: { version: number, selectors, state: 'same', settled: created },
    carried: null,
    history: [],
    placed: created,
    created,
    modified: created,
    deleted: null,
    creator: options.creator,
    origin: null,
  })
}

async function stored(options: NoteCommandOptions, loaded: LoadedBriefing, note: StoredNote): Promise<Result<Note>> {
  const written = await options.storeNotes(loaded, [note])
  return written.ok ? success(shown(loaded, note)) : written
}

function shown(loaded: LoadedBriefing, note: StoredNote): Note {
  return shownNote(placingOf(briefingOf(loaded.entry)).broughtForward(note))
}
