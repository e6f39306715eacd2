// Making, writing, changing and deleting notes. Every deed goes to main at once; the state follows its answer.
import { currentVersion } from '../../domain/briefing.ts'
import type { Note, NoteKind } from '../../domain/notes/note.ts'
import { wordCount } from '../keyboard/caret.ts'
import { idOf, notesShown, shownText } from '../state/reading.ts'
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

/** Opens a note's words for writing. */
export function editNote(app: App, noteId: string): void {
  const { open, past, notes, editor } = app.store.get().reading
  if (past !== null) return
  const note = notes.find((candidate) => candidate.noteId === noteId)
  if (open.phase !== 'ready' || open.briefing.deleted !== null || note === undefined) return
  if (editor?.noteId === noteId || !mayWrite(app)) return
  if (editor !== null) void closeEditor(app)
  const text = shownText(app.store.get().reading, note)
  app.store.dispatch({
    slice: 'reading',
    type: 'editor-opened',
    editor: { noteId, text, before: note.text, unsaved: false },
  })
  app.savePlace.call()
}

/** Takes what was typed so far: to the session's draft at once, to the note after a moment of quiet. */
export function typeNote(app: App, noteId: string, text: string): void {
  const key = keyOf(app, noteId)
  if (key === null) return
  const since = app.store.get().reading.notes.find((note) => note.noteId === noteId)?.modified
  void app.client.call('session.draft', { draft: { kind: 'note', ...key, text, since } })
  app.saver.type(key, text)
}

/** Closes the editor and saves its words; they stay in the card, with the reason, if saving fails. */
export async function closeEditor(app: App): Promise<void> {
  const { editor } = app.store.get().reading
  if (editor === null) return
  const key = keyOf(app, editor.noteId)
  const note = app.store.get().reading.notes.find(({ noteId }) => noteId === editor.noteId)
  app.store.dispatch({ slice: 'reading', type: 'editor-closed' })
  if (key === null || note === undefined) return
  const typed = app.saver.pending(editor.noteId)
  const text = typed ?? (editor.unsaved ? editor.text : note.text)
  if (typed === null && text !== note.text) app.saver.type(key, text)
  if (text !== editor.before) {
    const deed = { kind: 'note-edited', ...key, before: { text: editor.before }, after: { text } } as const
    app.store.dispatch({ slice: 'undo', type: 'did', deed })
  }
  await saveNow(app, editor.noteId)
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
  const { notes } = app.store.get().reading
  const at = notes.findIndex((note) => note.noteId === noteId)
  if (at < 0) return
  await closeEditor(app)
  const result = await app.client.call('note.remove', key)
  if (!result.ok) return notifyFailure(app, result.failure)
  leftNote(app, key)
  const deed = { kind: 'note-removed', ...key } as const
  app.store.dispatch({ slice: 'undo', type: 'did', deed })
  notify(app, 'window.notice.note-deleted', { undo: deed })
  const neighbour = notes[at + 1] ?? notes[at - 1]
  if (neighbour === undefined) app.focus.pane('reader')
  else app.focus.note(neighbour.noteId)
}

/** Makes a note the active one, so that card and words are shown together. */
export function activateNote(app: App, noteId: string | null): void {
  app.store.dispatch({ slice: 'reading', type: 'note-activated', noteId })
  app.savePlace.call()
}

/** Goes to the next or previous note in reading order and focuses its card. */
export function stepNote(app: App, step: 1 | -1): void {
  const { reading } = app.store.get()
  const { activeNote } = reading
  const notes = notesShown(reading)
  const at = notes.findIndex((note) => note.noteId === activeNote)
  const next = at < 0 ? notes.at(step === 1 ? 0 : -1) : notes[at + step]
  if (next === undefined) return
  activateNote(app, next.noteId)
  app.focus.note(next.noteId)
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
