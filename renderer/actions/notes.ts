// Making, writing, changing and deleting notes, and going from one to the next. Every deed goes to main at once; the state follows its answer.
import { currentVersion } from '../../domain/briefing.ts'
import type { CallArguments } from '../../domain/contract.ts'
import { equals } from '../../domain/equals.ts'
import { type Note, type NoteKind, newCommitment } from '../../domain/notes/note.ts'
import { wordCount } from '../keyboard/caret.ts'
import { localDay } from '../state/days.ts'
import { filterFor, shownNotes } from '../state/note-filter.ts'
import { asTyped, type Editor, idOf, shownText, type Typed } from '../state/reading.ts'
import type { NoteContent } from '../state/undo.ts'
import type { App } from './app.ts'
import type { NoteKey } from './note-saver.ts'
import { mayWrite, notify, notifyFailure } from './notice.ts'

/** Milliseconds of quiet before typed words are saved. */
export const typingQuiet = 400

/**
 * Makes a note of a kind on what is selected (words, a paragraph, the whole briefing) and opens it for writing. Without a selection
 * nothing happens.
 */
export async function addNote(app: App, kind: NoteKind): Promise<void> {
  const { open, past, selection, scope } = app.store.get().reading
  if (past !== null || open.phase !== 'ready' || open.briefing.deleted !== null) return
  if ((selection === null && scope !== 'briefing') || !mayWrite(app)) return
  const briefingId = open.id
  app.store.dispatch({ slice: 'reading', type: 'selected', span: null, scope: 'words' })
  await closeEditor(app)
  const version = currentVersion(open.briefing).number
  const note = { version, scope, span: selection, kind, text: '' } as const
  const result = await app.client.call('note.add', { briefingId, ...note })
  if (!result.ok) {
    // Words of another text may be on the screen by now.
    if (idOf(app.store.get().reading.open) === briefingId) {
      app.store.dispatch({ slice: 'reading', type: 'selected', span: selection, scope })
    }
    notifyFailure(app, result.failure)
    return
  }
  tookNote(app, briefingId, result.value)
  app.store.dispatch({
    slice: 'undo',
    type: 'did',
    deed: { kind: 'note-added', briefingId, noteId: result.value.noteId },
  })
  app.store.dispatch({ slice: 'notice', notice: null })
  sayMade(app, result.value)
  editNote(app, result.value.noteId)
}

function sayMade(app: App, note: Note): void {
  const count = wordCount(note.quote, { start: 0, end: note.quote.length })
  app.spoken.dispatch({ said: 'note-made', note, count, paragraph: note.paragraph })
}

/** Opens a note for writing, with the focus in one of its fields. */
export function editNote(app: App, noteId: string, field: Editor['field'] = 'text'): void {
  const { open, past, notes, editor } = app.store.get().reading
  if (past !== null) return
  const note = notes.find((candidate) => candidate.noteId === noteId)
  if (open.phase !== 'ready' || open.briefing.deleted !== null || note === undefined) return
  if (!mayWrite(app)) return
  if (editor?.noteId === noteId) {
    app.store.dispatch({ slice: 'reading', type: 'editor-opened', editor: { ...editor, field } })
    return
  }
  if (editor !== null) void closeEditor(app)
  const text = shownText(app.store.get().reading, note)
  app.store.dispatch({
    slice: 'reading',
    type: 'editor-opened',
    editor: { noteId, text, before: note, unsaved: false, field },
  })
  app.savePlace.call()
}

/** Takes what was typed so far: to the session's draft at once, to the note after a moment of quiet. */
export function typeNote(app: App, noteId: string, text: string): void {
  const key = keyOf(app, noteId)
  if (key === null) return
  const since = app.store.get().reading.notes.find((note) => note.noteId === noteId)?.modified
  void app.client.call('session.draft', { draft: { kind: 'note', ...key, text, since } })
  app.saver.type(key, { text })
}

/** Takes tags or a commitment's fields as they are so far; they are saved after a moment of quiet. */
export function typeParts(app: App, noteId: string, typed: Omit<Typed, 'text'>): void {
  const key = keyOf(app, noteId)
  if (key !== null) app.saver.type(key, typed)
}

/** A note with all that was typed on it, saved or not. */
export function writtenNote(app: App, note: Note): Note {
  return asTyped(asTyped(note, app.store.get().reading.unsaved.get(note.noteId)), app.saver.pending(note.noteId))
}

/** Closes the editor and saves its words; they stay in the card, with the reason, if saving fails. */
export async function closeEditor(app: App): Promise<void> {
  const { editor } = app.store.get().reading
  if (editor === null) return
  const key = keyOf(app, editor.noteId)
  const note = app.store.get().reading.notes.find(({ noteId }) => noteId === editor.noteId)
  app.store.dispatch({ slice: 'reading', type: 'editor-closed' })
  if (key === null || note === undefined) return
  if (editor.unsaved && app.saver.pending(editor.noteId)?.text === undefined) app.saver.type(key, { text: editor.text })
  const changed = changesBetween(editor.before, asTyped(note, app.saver.pending(editor.noteId)))
  if (changed !== null)
    app.store.dispatch({ slice: 'undo', type: 'did', deed: { kind: 'note-edited', ...key, ...changed } })
  await saveNow(app, editor.noteId)
}

/** Only the parts that differ, as they were and as they are; null when none does. */
function changesBetween(before: Editor['before'], after: Editor['before']) {
  const parts = (one: Editor['before']): Typed => ({
    ...(before.text === after.text ? {} : { text: one.text }),
    ...(equals(before.tags, after.tags) ? {} : { tags: one.tags }),
    ...(equals(before.commitment, after.commitment) ? {} : { commitment: one.commitment ?? newCommitment }),
  })
  return Object.keys(parts(after)).length === 0 ? null : { before: parts(before), after: parts(after) }
}

/** Saves what is waiting on a note; used when writing ends and for another try after a failure. */
export async function saveNow(app: App, noteId: string): Promise<void> {
  const stored = await app.saver.flush(noteId)
  const { editor, unsaved } = app.store.get().reading
  if (!stored || editor !== null) return
  notify(app, 'window.notice.note-saved', { quiet: true })
  // The one draft may be of other words that are not on disk yet.
  if (unsaved.size === 0) void app.client.call('session.draft', { draft: null })
}

/** Changes a note's kind. */
export async function changeKind(app: App, noteId: string, kind: NoteKind): Promise<void> {
  const key = keyOf(app, noteId)
  const note = app.store.get().reading.notes.find((candidate) => candidate.noteId === noteId)
  if (key === null || note === undefined || note.kind === kind || !mayWrite(app)) return
  const result = await app.client.call('note.edit', { ...key, kind })
  if (!result.ok) return notifyFailure(app, result.failure)
  tookNote(app, key.briefingId, result.value)
  const deed = { kind: 'note-edited', ...key, before: { kind: note.kind }, after: { kind } } as const
  app.store.dispatch({ slice: 'undo', type: 'did', deed })
  app.store.dispatch({ slice: 'notice', notice: null })
}

/** Deletes a note, offers undo, and moves the focus to its neighbour or to the text. */
export async function removeNote(app: App, noteId: string): Promise<void> {
  const key = keyOf(app, noteId)
  if (key === null || !mayWrite(app)) return
  const notes = notesShown(app)
  const at = notes.findIndex((note) => note.noteId === noteId)
  await closeEditor(app)
  const result = await app.client.call('note.remove', key)
  if (!result.ok) return notifyFailure(app, result.failure)
  leftNote(app, key)
  const deed = { kind: 'note-removed', ...key } as const
  app.store.dispatch({ slice: 'undo', type: 'did', deed })
  notify(app, 'window.notice.note-deleted', { undo: deed })
  const neighbour = notes[at + 1] ?? notes[at - 1]
  if (neighbour === undefined) return app.focus.pane('reader')
  // Only what is active is sure to be drawn.
  activateNote(app, neighbour.noteId)
  app.focus.note(neighbour.noteId)
}

/** Makes a note the active one, so that card and words are shown together. */
export function activateNote(app: App, noteId: string | null): void {
  app.store.dispatch({ slice: 'reading', type: 'note-activated', noteId })
  app.savePlace.call()
}

/** Goes to the next or previous of the notes shown, in reading order, and focuses its card. */
export function stepNote(app: App, step: 1 | -1): void {
  const { activeNote } = app.store.get().reading
  const notes = notesShown(app)
  const at = notes.findIndex((note) => note.noteId === activeNote)
  const next = at < 0 ? notes.at(step === 1 ? 0 : -1) : notes[at + step]
  if (next === undefined) return
  activateNote(app, next.noteId)
  app.focus.note(next.noteId)
}

/** The notes that pass the filter, and the active one, in reading order. */
export function notesShown(app: App): readonly Note[] {
  const { reading, noteFilter } = app.store.get()
  if (reading.past?.phase === 'ready') return reading.past.notes
  const filter = filterFor(noteFilter, idOf(reading.open))
  return shownNotes(reading.notes, filter, localDay(new Date()), reading.activeNote)
}

/** The arguments of `note.edit` for some parts of a note. */
export function editOf(key: NoteKey, { tags, ...parts }: Partial<NoteContent>): CallArguments<'note.edit'> {
  return { ...key, ...parts, ...(tags === undefined ? {} : { tags: [...tags] }) }
}

/** Puts a stored note into the state. */
export function tookNote(app: App, briefingId: string, note: Note): void {
  app.store.dispatch({ slice: 'reading', type: 'notes-changed', briefingId, upserted: [note], removed: [] })
}

/** Takes a deleted note out of the state. */
export function leftNote(app: App, key: NoteKey): void {
  const { briefingId, noteId } = key
  app.store.dispatch({ slice: 'reading', type: 'notes-changed', briefingId, upserted: [], removed: [noteId] })
}

function keyOf(app: App, noteId: string): NoteKey | null {
  const { open } = app.store.get().reading
  return open.phase === 'ready' ? { briefingId: open.id, noteId } : null
}
