// An annotation of another program's file, in our words, before anything is known of where its words stand here.
import type { Commitment, NoteKind, NoteScope } from '../notes/note.ts'

export type Quotation = { readonly exact: string; readonly prefix: string; readonly suffix: string }

/** What the annotation says it is on. */
export type IncomingPlace = {
  readonly scope: NoteScope
  /** The quoted words and what stands around them; null when the file does not quote. */
  readonly quote: Quotation | null
  /** As given: whether it counts code points or UTF-16 units is not known. */
  readonly position: { readonly start: number; readonly end: number } | null
  readonly paragraph: number | null
}

export type IncomingAnnotation = IncomingPlace & {
  /** Its place in the file, from 0. */
  readonly index: number
  /** Its id (IRI), or null: then nobody can tell it from others. */
  readonly origin: string | null
  /** Null where the file does not say a kind that is ours. */
  readonly kind: NoteKind | null
  /** Markdown. */
  readonly text: string
  readonly tags: readonly string[]
  readonly commitment: Commitment | null
  /** Empty when the file does not say. */
  readonly creator: string
  /** ISO instants; null when the file does not say. */
  readonly created: string | null
  readonly modified: string | null
}

/** Why an annotation was not taken, the rest being taken all the same. The catalogue has `annotation-skipped.<reason>`. */
export const skipReasons = [
  'not-an-annotation',
  'no-target',
  'nothing-in-it',
  'text-too-long',
  'reply-alone',
  'too-many-targets',
] as const
export type SkipReason = (typeof skipReasons)[number]

export type Skipped = { readonly index: number; readonly reason: SkipReason }
export type ReadAnnotations = {
  readonly annotations: readonly IncomingAnnotation[]
  readonly skipped: readonly Skipped[]
}
