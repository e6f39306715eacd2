// A note: what an officer wrote on words of a briefing. It carries selectors in the W3C Web Annotation model's sense, so that
// its words can be found again and proved when the text changes.
import { compare } from './compare.ts'
import type { Span } from './span.ts'

/** The eight kinds of the trade, in the order of their keys 1 to 8. */
export const noteKinds = [
  'position',
  'line',
  'commitment',
  'question',
  'redline',
  'quotable',
  'correction',
  'highlight',
] as const
export type NoteKind = (typeof noteKinds)[number]

export const noteStates = ['same', 'moved', 'reworded', 'ambiguous', 'gone'] as const
export type NoteState = (typeof noteStates)[number]

/** W3C TextPositionSelector, but in UTF-16 units as everywhere in the app (exports convert to code points). */
export type TextPositionSelector = { readonly type: 'TextPositionSelector' } & Span
/** W3C TextQuoteSelector: the exact words and up to 64 UTF-16 units of context on either side. */
export type TextQuoteSelector = {
  readonly type: 'TextQuoteSelector'
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}
/** The number of the paragraph the words begin in, as printed in the gutter; null in a headline or date line. */
export type ParagraphSelector = { readonly type: 'ParagraphSelector'; readonly number: number | null }

export type Selectors = {
  readonly position: TextPositionSelector
  readonly quote: TextQuoteSelector
  readonly paragraph: ParagraphSelector
}

/** A note as stored in this device's record. `deleted` is a tombstone, so that merging devices never brings a note back. */
export type StoredNote = {
  readonly noteId: string
  readonly kind: NoteKind
  readonly text: string
  /** The number of the text's version on which `state` was last settled. */
  readonly version: number
  readonly selectors: Selectors
  readonly state: NoteState
  /** ISO instants. */
  readonly created: string
  readonly modified: string
  readonly deleted: string | null
  readonly creator: string
}

/** A note as programs and the window see it (CLI.md). Offsets are null when its words are gone. */
export type Note = {
  readonly noteId: string
  readonly kind: NoteKind
  readonly text: string
  readonly quote: string
  readonly start: number | null
  readonly end: number | null
  readonly state: NoteState
  readonly created: string
  readonly modified: string
  readonly creator: string
}

/** The longest a note's own text may be, in UTF-16 units: far above what anyone types, below what harms. */
export const longestNoteText = 100_000

/** What others see of a stored note; keeps only the public fields of CLI.md. */
export function publicNote(note: StoredNote): Note {
  const gone = note.state === 'gone'
  return {
    noteId: note.noteId,
    kind: note.kind,
    text: note.text,
    quote: note.selectors.quote.exact,
    start: gone ? null : note.selectors.position.start,
    end: gone ? null : note.selectors.position.end,
    state: note.state,
    created: note.created,
    modified: note.modified,
    creator: note.creator,
  }
}

/** Union of several devices' notes by id: the newest edit (or deletion) of a note wins; ties go to the first given. */
export function mergeNotes(records: readonly (readonly StoredNote[])[]): readonly StoredNote[] {
  const newest = new Map<string, StoredNote>()
  for (const note of records.flat()) {
    const known = newest.get(note.noteId)
    if (known === undefined || note.modified > known.modified) newest.set(note.noteId, note)
  }
  return [...newest.values()]
}

/** Notes in reading order: by place in the text, longer first, then by age; those whose words are gone come last. */
export function inReadingOrder(notes: readonly Note[]): readonly Note[] {
  const place = (note: Note) => note.start ?? Number.POSITIVE_INFINITY
  return notes.toSorted(
    (a, b) => compare(place(a), place(b)) || compare(b.end ?? 0, a.end ?? 0) || compare(a.created, b.created),
  )
}
