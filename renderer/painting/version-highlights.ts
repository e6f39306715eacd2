// Notes painted on more than one text at a time: the two versions of a report, or an earlier version on its own. The highlights are
// those of the reader (styles/highlights.css), which is not on the screen then.
import { type NoteKind, noteKinds } from '../../domain/notes/note.ts'
import type { Span } from '../../domain/span.ts'
import { rangesOf, type Surface } from './surface.ts'

/** Words of a kind of note in a text (UTF-16 offsets). */
export type PaintedWords = Span & { readonly kind: NoteKind }
export type PaintedText = { readonly surface: Surface | null; readonly words: readonly PaintedWords[] }

/** Paints the words of all texts; what was painted before is replaced. Out: takes all paint away. */
export function paintVersions(texts: readonly PaintedText[]): () => void {
  for (const kind of noteKinds) {
    const ranges = texts.flatMap(({ surface, words }) =>
      surface === null ? [] : words.filter((one) => one.kind === kind).flatMap((one) => rangesOf(surface, one)),
    )
    CSS.highlights.set(`note-${kind}`, new Highlight(...ranges))
  }
  return () => {
    for (const kind of noteKinds) CSS.highlights.delete(`note-${kind}`)
  }
}

/** The words of notes that have a place. */
export function wordsOfNotes(
  notes: readonly { readonly kind: NoteKind; readonly start: number | null; readonly end: number | null }[],
): readonly PaintedWords[] {
  return notes.flatMap(({ kind, start, end }) => (start === null || end === null ? [] : [{ kind, start, end }]))
}
