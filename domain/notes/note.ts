// A note: what an officer wrote on words, on a paragraph or on the whole of a briefing. It carries selectors in the W3C Web Annotation
// model's sense, so that its words can be found again and proved when the text changes.
import { compare } from '../compare.ts'
import type { Span } from '../span.ts'

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

/** What a note is on. A note on the whole briefing has no words and is always the same. */
export const noteScopes = ['words', 'paragraph', 'briefing'] as const
export type NoteScope = (typeof noteScopes)[number]

export const noteStates = ['same', 'moved', 'reworded', 'ambiguous', 'gone'] as const
export type NoteState = (typeof noteStates)[number]

export const commitmentStatuses = ['open', 'under-way', 'met', 'dropped'] as const
export type CommitmentStatus = (typeof commitmentStatuses)[number]

/** What a commitment is besides its words. Who owes it and to whom are as the officer writes them; empty while unknown. */
export type Commitment = {
  readonly owner: string
  readonly counterpart: string
  /** ISO date, or null for none. */
  readonly due: string | null
  readonly status: CommitmentStatus
}
export const newCommitment: Commitment = { owner: '', counterpart: '', due: null, status: 'open' }

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

/** The version of what was quoted from a text that is not in the library: an imported note whose words do not stand here as quoted. */
export const elsewhere = 0

/** Where a note stands, as last settled by rule (same, moved) or by a person. */
export type Settled = {
  /** The number of the text's version whose words the selectors describe; `elsewhere` for a text that is not here. */
  readonly version: number
  /** Null for a note on the whole briefing. */
  readonly selectors: Selectors | null
  readonly state: NoteState
  /** ISO instant. */
  readonly settled: string
}

/** What became of a note's settled words in a newer version, where only a person can settle it. */
export type Carried = {
  /** The newer version. */
  readonly version: number
  readonly state: 'reworded' | 'ambiguous' | 'gone'
  /** The words found, or the best candidate's; null when gone. */
  readonly span: Span | null
  /** How like the words are, 0 to 1. */
  readonly score: number
  /** All places that may be meant when ambiguous, best first; else none. */
  readonly candidates: readonly Span[]
  /** True when a person left the note behind in its own version: nothing is asked any more. */
  readonly left: boolean
}

/** What a person writes of a note. */
export type NoteContent = {
  readonly kind: NoteKind
  /** Markdown. */
  readonly text: string
  readonly tags: readonly string[]
  /** Kept when the kind changes, so that nothing is lost on the way back; null until it was a commitment. */
  readonly commitment: Commitment | null
}

/**
 * A note as stored in a device's record. Content and place are changed by different people at different times, so each has its own
 * instant: carrying over on one device never hides what was written on another. `deleted` is a tombstone, so that merging devices
 * never brings a note back.
 */
export type StoredNote = NoteContent & {
  readonly noteId: string
  readonly scope: NoteScope
  readonly settled: Settled
  readonly carried: Carried | null
  /** Where it stood in earlier versions, oldest first. */
  readonly history: readonly Settled[]
  /** ISO instant of the last change of the place: `settled`, `carried` or `history`. */
  readonly placed: string
  /** ISO instants; `modified` is the last change of the content, deletion included. */
  readonly created: string
  readonly modified: string
  readonly deleted: string | null
  readonly creator: string
  /** The id (IRI) of the annotation it was imported as; null for a note made here. */
  readonly origin: string | null
}

/** A note as the window sees it, on one version of the text. */
export type Note = NoteContent & {
  readonly noteId: string
  readonly scope: NoteScope
  /** The annotated words as last settled; empty for the whole briefing. */
  readonly quote: string
  /** What stood before and after them there. */
  readonly prefix: string
  readonly suffix: string
  /** UTF-16 offsets of the words (found, or the best candidate's while nothing is settled); null when gone, and for a whole briefing. */
  readonly start: number | null
  readonly end: number | null
  readonly state: NoteState
  /** True while a person has to settle where it belongs. */
  readonly pending: boolean
  /** True when it was left behind in an earlier version. */
  readonly left: boolean
  readonly score: number
  readonly candidates: readonly Span[]
  /** The version its quoted words stand in, and the number of their paragraph there (null for none). */
  readonly version: number
  readonly paragraph: number | null
  /** Where it stood before, oldest first. */
  readonly history: readonly NotePast[]
  readonly created: string
  readonly modified: string
  readonly creator: string
  /** The id (IRI) of the annotation it was imported as; null for a note made here. */
  readonly origin: string | null
}
export type NotePast = {
  readonly version: number
  /** The number of the paragraph it began in there; null for none. */
  readonly paragraph: number | null
  readonly quote: string
  readonly state: NoteState
  readonly settled: string
}

/** The longest a note's own text may be, in UTF-16 units: far above what anyone types, below what harms. */
export const longestNoteText = 100_000
/** Limits of the short fields, in UTF-16 units, and of the number of tags. */
export const longestField = 1_000
export const longestTag = 100
export const mostTags = 50

/** Notes in reading order: by place in the text, longer first, then by age; those whose words are gone come last, the whole briefing's first. */
export function inReadingOrder(notes: readonly Note[]): readonly Note[] {
  const place = (note: Note) => note.start ?? (note.scope === 'briefing' ? -1 : Number.POSITIVE_INFINITY)
  return notes.toSorted(
    (a, b) => compare(place(a), place(b)) || compare(b.end ?? 0, a.end ?? 0) || compare(a.created, b.created),
  )
}
