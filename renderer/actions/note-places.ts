// Between notes and their places in the text: choosing a paragraph or the whole briefing for a note, and going to and fro by key.
import { currentVersion } from '../../domain/briefing.ts'
import type { Note } from '../../domain/notes/note.ts'
import type { Span } from '../../domain/span.ts'
import { type Paragraph, paragraphAt, paragraphsOf } from '../../domain/text/paragraphs.ts'
import { notesIn } from '../words/spoken-move.ts'
import type { App } from './app.ts'
import { activateNote, closeEditor, notesShown, stepNote } from './notes.ts'
import { mayWrite } from './notice.ts'

/** Selects a whole paragraph for a note: the one at `offset` (UTF-16), else the caret's, the active note's or the first in view. */
export function chooseParagraph(app: App, offset: number | null = null): void {
  const { selection, notes, activeNote, offset: firstInView } = app.store.get().reading
  const active = notes.find(({ noteId }) => noteId === activeNote)?.start ?? null
  const at = offset ?? app.focus.caret() ?? selection?.start ?? active ?? firstInView
  const paragraph = openParagraph(app, at)
  if (paragraph === null || !mayAdd(app)) return
  const { start, end, number } = paragraph
  // Selected in the page first: what the page selects is words, until it is said to be a paragraph.
  app.focus.words({ start, end }, true)
  app.store.dispatch({ slice: 'reading', type: 'selected', span: { start, end }, scope: 'paragraph' })
  app.spoken.dispatch({ said: 'choose-kind', scope: 'paragraph', paragraph: number })
}

/** Offers the kinds for a note on the whole of the open briefing. */
export function chooseBriefing(app: App): void {
  if (!mayAdd(app)) return
  app.store.dispatch({ slice: 'reading', type: 'selected', span: null, scope: 'briefing' })
  app.spoken.dispatch({ said: 'choose-kind', scope: 'briefing', paragraph: null })
}

/** Chooses nothing after all; the focus goes back to the text. */
export function chooseNothing(app: App): void {
  app.store.dispatch({ slice: 'reading', type: 'selected', span: null, scope: 'words' })
  app.focus.pane('reader')
}

/** From words to the card of their note (the active one where its words begin, else the shortest), and from a card to its words. */
export async function goBetween(app: App): Promise<void> {
  const caret = app.focus.caret()
  if (caret === null) return goToActiveWords(app)
  const { activeNote, selection } = app.store.get().reading
  const notes = notesShown(app)
  const here = notesAround(notes, selection ?? { start: caret, end: caret })
  const note = here.find(({ noteId, start }) => noteId === activeNote && start === caret) ?? here[0]
  if (note === undefined) {
    app.spoken.dispatch({ said: 'no-note' })
    return
  }
  activateNote(app, note.noteId)
  app.focus.note(note.noteId)
}

/** Goes to the next or previous note: from the text to its words, from elsewhere to its card. */
export function goToNext(app: App, step: 1 | -1): void {
  const caret = app.focus.caret()
  if (caret === null) stepNote(app, step)
  else stepInText(app, caret, step)
}

function stepInText(app: App, caret: number, step: 1 | -1): void {
  const { activeNote } = app.store.get().reading
  const notes = notesShown(app)
  const placed = notes.filter(({ start }) => start !== null)
  const at = placed.findIndex(({ noteId, start }) => noteId === activeNote && start === caret)
  const isBeyond = ({ start }: Note) => start !== null && (step === 1 ? start > caret : start < caret)
  const next = at >= 0 ? placed[at + step] : step === 1 ? placed.find(isBeyond) : placed.findLast(isBeyond)
  if (next === undefined) app.spoken.dispatch({ said: 'no-more-notes' })
  else goToWordsOf(app, next)
}

/** The paragraph of the open text that a UTF-16 offset lies in; null when no text is open. */
export function openParagraph(app: App, offset: number): Paragraph | null {
  const { open } = app.store.get().reading
  if (open.phase !== 'ready') return null
  const paragraphs = paragraphsOf(currentVersion(open.briefing).text, open.briefing.reading)
  return paragraphAt(paragraphs, offset) ?? paragraphs[0] ?? null
}

async function goToActiveWords(app: App): Promise<void> {
  await closeEditor(app)
  const { activeNote } = app.store.get().reading
  const note = notesShown(app).find(({ noteId }) => noteId === activeNote)
  if (note === undefined) app.spoken.dispatch({ said: 'no-note' })
  else goToWordsOf(app, note)
}

function goToWordsOf(app: App, note: Note): void {
  const { start, end, scope } = note
  if (scope !== 'briefing' && (start === null || end === null)) {
    app.spoken.dispatch({ said: 'no-words' })
    return
  }
  activateNote(app, note.noteId)
  app.focus.words({ start: start ?? 0, end: end ?? 0 }, false)
  app.spoken.dispatch({ said: 'at-words', note, notes: notesShown(app) })
}

/** The notes that hold a part of a span, shortest first. A caret behind the last letter of a note's words is still at them. */
function notesAround(notes: readonly Note[], { start, end }: Span): readonly Note[] {
  return notesIn(notes, { start: start === end ? Math.max(0, start - 1) : start, end: Math.max(end, start + 1) })
}

function mayAdd(app: App): boolean {
  const { open, past } = app.store.get().reading
  return past === null && open.phase === 'ready' && open.briefing.deleted === null && mayWrite(app)
}
