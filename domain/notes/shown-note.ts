// Stored notes as others see them: the window, on the newest version or an earlier one, and programs (CLI.md).
import type { Span } from '../span.ts'
import type { Note, NoteState, Settled, StoredNote } from './note.ts'

/** Exactly the fields CLI.md lists. Offsets are null when the words are gone. */
export type PublicNote = Pick<
  Note,
  'noteId' | 'kind' | 'text' | 'quote' | 'start' | 'end' | 'state' | 'created' | 'modified' | 'creator'
>

/** A stored note on the newest version of its text. */
export function shownNote(note: StoredNote): Note {
  const { settled, carried } = note
  return {
    ...contentOf(note),
    ...placeOf(carried?.state ?? settled.state, carried === null ? spanOf(settled) : carried.span),
    ...wordsOf(settled),
    pending: carried !== null && !carried.left,
    left: carried?.left ?? false,
    score: carried?.score ?? 1,
    candidates: carried?.candidates ?? [],
    version: settled.version,
    paragraph: settled.selectors?.paragraph.number ?? null,
    history: wordsBefore(note, note.settled.version),
  }
}

/** A stored note as it stood on an earlier version; null when it was not on that one. */
export function noteOnVersion(note: StoredNote, version: number): Note | null {
  const there = [...note.history, note.settled].findLast((settled) => settled.version === version)
  if (there === undefined) return null
  return {
    ...contentOf(note),
    ...placeOf(there.state, spanOf(there)),
    ...wordsOf(there),
    pending: false,
    left: false,
    score: 1,
    candidates: [],
    version,
    paragraph: there.selectors?.paragraph.number ?? null,
    history: wordsBefore(note, version),
  }
}

/** A note as programs see it; keeps only the public fields of CLI.md. */
export function publicNote(note: Note): PublicNote {
  const { noteId, kind, text, quote, start, end, state, created, modified, creator } = note
  return { noteId, kind, text, quote, start, end, state, created, modified, creator }
}

function contentOf(note: StoredNote) {
  const { noteId, scope, kind, text, tags, commitment, created, modified, creator, origin } = note
  return { noteId, scope, kind, text, tags, commitment, created, modified, creator, origin }
}

function placeOf(state: NoteState, span: Span | null) {
  return { state, start: span?.start ?? null, end: span?.end ?? null }
}

function spanOf({ selectors }: Settled): Span | null {
  return selectors === null ? null : { start: selectors.position.start, end: selectors.position.end }
}

function wordsOf({ selectors }: Settled) {
  const { exact: quote, prefix, suffix } = selectors?.quote ?? { exact: '', prefix: '', suffix: '' }
  return { quote, prefix, suffix }
}

function quoteOf({ selectors }: Settled): string {
  return selectors?.quote.exact ?? ''
}

/** A note on the whole briefing never had words of its own. */
function wordsBefore({ scope, history }: StoredNote, version: number): Note['history'] {
  return scope === 'briefing' ? [] : history.filter((past) => past.version < version).map((past) => pastOf(past))
}

function pastOf(settled: Settled): Note['history'][number] {
  const { version, selectors, state } = settled
  return {
    version,
    paragraph: selectors?.paragraph.number ?? null,
    quote: quoteOf(settled),
    state,
    settled: settled.settled,
  }
}
