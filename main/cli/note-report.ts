// What became of a note on another version of its text, as `revise` and `import-annotations` print it (CLI.md).
import type { Note, NoteState } from '../../domain/notes/note.ts'
import { type Span, wordsAt } from '../../domain/span.ts'

export type NoteReport = {
  readonly noteId: string
  readonly state: NoteState
  /** The words the note was on. */
  readonly quote: string
  /** The words found, or the best candidate's. */
  readonly found: string | null
  readonly start: number | null
  readonly end: number | null
  readonly score: number
  /** Only of an ambiguous note: every place that may be meant, best first. */
  readonly candidates?: readonly (Span & { readonly found: string })[]
}

/** In: a note as shown on the version with this text. */
export function noteReport(note: Note, text: string): NoteReport {
  const { noteId, state, start, end, score, candidates } = note
  const found = start === null || end === null ? null : wordsAt(text, { start, end })
  const report = { noteId, state, quote: formerQuote(note), found, start, end, score }
  if (state !== 'ambiguous') return report
  return { ...report, candidates: candidates.map((span) => ({ ...span, found: wordsAt(text, span) })) }
}

/** A note that rules have settled already stands on the words as the new version prints them. */
function formerQuote({ quote, pending, left, history }: Note): string {
  return pending || left ? quote : (history.at(-1)?.quote ?? quote)
}
