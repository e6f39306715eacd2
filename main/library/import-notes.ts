// Notes from another program's annotation file: each is placed on the newest version, or changes the note that is here under its id, and
// all are written in one go.
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid'
import type { IncomingAnnotation } from '../../domain/exchange/incoming.ts'
import { noteFromIncoming, updatedFromIncoming } from '../../domain/exchange/note-from-incoming.ts'
import { placeIncoming, selectorsAsGiven } from '../../domain/exchange/place-incoming.ts'
import { type PlacingText, placingTextOf } from '../../domain/exchange/placing-text.ts'
import { iriOf } from '../../domain/exchange/terms.ts'
import type { Note, StoredNote } from '../../domain/notes/note.ts'
import { shownNote } from '../../domain/notes/shown-note.ts'
import { type Result, success } from '../../domain/result.ts'
import { briefingOf, type LoadedBriefing } from './briefing-files.ts'
import { type Placing, placingOf } from './placing.ts'
import type { Shelf } from './shelf.ts'
import type { StoreNotes } from './store-notes.ts'

export type ImportNotesOptions = {
  readonly shelf: Shelf
  readonly now: () => Date
  readonly storeNotes: StoreNotes
}

export type ImportCommands = {
  /** Takes annotations in, whatever their source says. Out: the note that each became or changed, in their order. */
  readonly importNotes: (
    briefingId: string,
    annotations: readonly IncomingAnnotation[],
  ) => Promise<Result<readonly Note[]>>
}

/** The command that takes annotations in; every failure is a value, and then nothing was written. */
export function importCommands({ shelf, now, storeNotes }: ImportNotesOptions): ImportCommands {
  return {
    importNotes: (briefingId, annotations) =>
      shelf.change(briefingId, async (loaded) => {
        const placing = placingOf(briefingOf(loaded.entry))
        const notes = notesFrom(loaded, placing, annotations, now().toISOString())
        const known = new Set(loaded.notes)
        const stored = await storeNotes(
          loaded,
          notes.filter((note) => !known.has(note)),
        )
        return stored.ok ? success(notes.map((note) => shownNote(placing.broughtForward(note)))) : stored
      }),
  }
}

function notesFrom(
  { entry, notes }: LoadedBriefing,
  { newest }: Placing,
  annotations: readonly IncomingAnnotation[],
  now: string,
): readonly StoredNote[] {
  const on = placingTextOf(newest)
  const byId = new Map(notes.map((note) => [note.noteId, note]))
  const idOf = new Map(notes.flatMap((note) => namesOf(note).map((name) => [name, note.noteId] as const)))
  return annotations.map((incoming) => {
    const { origin } = incoming
    const noteId = origin === null ? uuidv7() : (idOf.get(origin) ?? noteIdFor(origin, entry.id))
    const before = byId.get(noteId)
    const note =
      before === undefined
        ? noteFromIncoming(incoming, { noteId, newest, now, ...placed(incoming, on) })
        : updatedFromIncoming(before, incoming, now)
    byId.set(noteId, note)
    return note
  })
}

/** The ids under which a note goes out and comes in again. */
function namesOf({ noteId, origin }: StoredNote): readonly string[] {
  return origin === null ? [iriOf(noteId)] : [iriOf(noteId), origin]
}

/** The same on every machine, so that two that take the same file in have one note between them, not two. */
function noteIdFor(origin: string, briefingId: string): string {
  return uuidv5(origin, briefingId)
}

function placed(incoming: IncomingAnnotation, on: PlacingText) {
  return { landing: placeIncoming(incoming, on), given: selectorsAsGiven(incoming, on) }
}
