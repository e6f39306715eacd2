// The words of the W3C Web Annotation model that exchange uses, and our own beside them. Ours are absolute IRIs, so that they need no
// context of their own: a file stays valid for programs that know only the W3C's context. docs/decisions/0012-exchange-of-notes.md
import type { NoteKind } from '../notes/note.ts'

export const annotationContext = 'http://www.w3.org/ns/anno.jsonld'

/** Properties that the model has no word for. */
export const ourTerms = {
  scope: 'urn:x-aide-memoire:scope',
  paragraph: 'urn:x-aide-memoire:paragraph',
  commitment: 'urn:x-aide-memoire:commitment',
  owner: 'urn:x-aide-memoire:owner',
  counterpart: 'urn:x-aide-memoire:counterpart',
  due: 'urn:x-aide-memoire:due',
  status: 'urn:x-aide-memoire:status',
} as const

/** Why each kind of note is made, in the model's list of motivations. */
export const motivations = {
  position: 'describing',
  line: 'commenting',
  commitment: 'commenting',
  question: 'questioning',
  redline: 'assessing',
  quotable: 'bookmarking',
  correction: 'editing',
  highlight: 'highlighting',
} as const satisfies Record<NoteKind, string>

/** The kind that a motivation of another program plainly means; the others leave it open. */
export const kindsOfMotivations: ReadonlyMap<string, NoteKind> = new Map([
  ['questioning', 'question'],
  ['editing', 'correction'],
])

/** The IRI of a briefing or note of ours. In: its UUID. */
export function iriOf(id: string): string {
  return `urn:uuid:${id}`
}
