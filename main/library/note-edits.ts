// What adding, editing, deleting and bringing back a note means for the stored notes: pure functions, no disk.
import { type Commitment, type NoteKind, newCommitment, type StoredNote } from '../../domain/notes/note.ts'
import { isSpanWithin, type Span, splitsPair } from '../../domain/span.ts'

export type NoteEdit = {
  readonly kind?: NoteKind | undefined
  readonly text?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly commitment?: Commitment | undefined
}

/** The instant for a change: now, but always later than what it replaces, even if the clock was put back. ISO instants. */
export function laterThan(replaced: string, now: Date): string {
  return new Date(Math.max(now.getTime(), Date.parse(replaced) + 1)).toISOString()
}

/** The note with what was edited; `modified` is always later than before. */
export function editedNote(note: StoredNote, edit: NoteEdit, now: Date): StoredNote {
  const kind = edit.kind ?? note.kind
  return {
    ...note,
    kind,
    text: edit.text ?? note.text,
    tags: edit.tags === undefined ? note.tags : tidyTags(edit.tags),
    commitment: edit.commitment ?? commitmentFor(kind, note.commitment),
    modified: laterThan(note.modified, now),
  }
}

/** Every commitment has its own fields, empty at first; what became another kind keeps them. */
export function commitmentFor(kind: NoteKind, known: Commitment | null): Commitment | null {
  return known ?? (kind === 'commitment' ? newCommitment : null)
}

/** Tags without white space around them, none empty, none twice. */
export function tidyTags(tags: readonly string[]): readonly string[] {
  return [...new Set(tags.map((tag) => tag.trim().replace(/\s+/gu, ' ')).filter((tag) => tag !== ''))]
}

/** The note as a tombstone: its words stay, so that deleting can be undone on every device. */
export function deletedNote(note: StoredNote, now: Date): StoredNote {
  const modified = laterThan(note.modified, now)
  return { ...note, modified, deleted: modified }
}

/** A tombstone as a living note again, its words as they were. */
export function restoredNote(note: StoredNote, now: Date): StoredNote {
  return { ...note, modified: laterThan(note.modified, now), deleted: null }
}

/** The notes with these in the place of their earlier states, or at the end; however many there are, each is looked at once. */
export function withNotes(notes: readonly StoredNote[], changed: readonly StoredNote[]): readonly StoredNote[] {
  const byId = new Map(notes.map((note) => [note.noteId, note]))
  for (const note of changed) byId.set(note.noteId, note)
  return [...byId.values()]
}

/** True when a note may stand on these UTF-16 offsets: within the text and not through the middle of a character. */
export function canAnchor(text: string, span: Span): boolean {
  return isSpanWithin(span, text.length) && !splitsPair(text, span.start) && !splitsPair(text, span.end)
}
