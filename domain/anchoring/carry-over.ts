// What becomes of notes when their text is reissued. One comparison of the two texts serves all notes.
import type { NoteScope, NoteState, Selectors } from '../notes/note.ts'
import type { Span } from '../span.ts'
import type { Paragraph } from '../text/paragraphs.ts'

/** A version of a text and its paragraphs. */
export type ParagraphedText = { readonly text: string; readonly paragraphs: readonly Paragraph[] }

/** Where a note's words are in the other text (CLI.md, states of a note). */
export type Landing = {
  readonly state: NoteState
  /** UTF-16 offsets in the other text; the best candidate's when ambiguous; null when gone. */
  readonly span: Span | null
  /** How like the words there are, 0 to 1. */
  readonly score: number
  /** All places that may be meant when ambiguous, best first; else none. */
  readonly candidates: readonly Span[]
}

/** Gives the landing of one note's words. */
export type CarryOver = (selectors: Selectors, scope: NoteScope) => Landing

/** Compares two versions once. Out: the landing of any words that selectors describe in the first. */
export function carryOver(_before: ParagraphedText, _after: ParagraphedText): CarryOver {
  throw new Error('not written yet')
}
