// An annotation of another program as a note of ours: a new one, or what it changes in one that is here already.
import type { Landing } from '../anchoring/carry-over.ts'
import { contextLength, describe } from '../anchoring/describe.ts'
import {
  type Carried,
  elsewhere,
  mostTags,
  type NoteContent,
  newCommitment,
  type Selectors,
  type Settled,
  type StoredNote,
} from '../notes/note.ts'
import type { PlacedText } from '../notes/place.ts'
import type { IncomingAnnotation } from './incoming.ts'
import { longestLoose } from './place-incoming.ts'
import { beginningOf, endOf } from './unknown.ts'

export type NewNote = {
  readonly noteId: string
  readonly newest: PlacedText
  readonly landing: Landing
  /** The words as the file quotes them (place-incoming.ts). */
  readonly given: Selectors
  /** ISO instant. */
  readonly now: string
}

/**
 * A new note. Words that stand here as quoted are settled on the newest version. Others stay settled on the text that they were quoted
 * from, which is not here (`elsewhere`), and wait for a person on the newest version.
 */
export function noteFromIncoming(incoming: IncomingAnnotation, made: NewNote): StoredNote {
  const { origin, creator, scope, tags, text } = incoming
  const kind = incoming.kind ?? 'highlight'
  const [created, modified] = instantsOf(incoming, made.now)
  return {
    noteId: made.noteId,
    kind,
    text,
    tags,
    commitment: incoming.commitment ?? (kind === 'commitment' ? newCommitment : null),
    scope,
    ...placeOf(incoming, made),
    history: [],
    placed: made.now,
    created,
    modified,
    deleted: null,
    creator,
    origin,
  }
}

function placeOf(incoming: IncomingAnnotation, made: NewNote): { settled: Settled; carried: Carried | null } {
  const { newest, landing, now } = made
  const { number: version, text, paragraphs } = newest
  const { state, span, score, candidates } = landing
  if (incoming.scope === 'briefing') {
    return { settled: { version, selectors: null, state: 'same', settled: now }, carried: null }
  }
  if (state === 'same' || state === 'moved') {
    if (span === null) throw new Error(`an annotation is ${state} nowhere`)
    return { settled: { version, selectors: describe(text, span, paragraphs), state, settled: now }, carried: null }
  }
  return {
    settled: { version: elsewhere, selectors: shortened(made.given), state: 'same', settled: now },
    carried: { version, state, span, score, candidates, left: false },
  }
}

function shortened(given: Selectors): Selectors {
  const { exact, prefix, suffix } = given.quote
  return {
    ...given,
    quote: {
      type: 'TextQuoteSelector',
      exact: beginningOf(exact, longestLoose),
      prefix: endOf(prefix, contextLength),
      suffix: beginningOf(suffix, contextLength),
    },
  }
}

/** When it was made and last changed, never later than now: a file that says otherwise would win against every edit to come. */
function instantsOf({ created, modified }: IncomingAnnotation, now: string): readonly [string, string] {
  const made = earlier(created ?? modified ?? now, now)
  const changed = earlier(modified ?? made, now)
  return [made, changed < made ? made : changed]
}

function earlier(one: string, other: string): string {
  return one < other ? one : other
}

/**
 * The note that is here after an annotation with the same id came in: the later content wins, its tags are added to ours, and what the
 * file does not say (our kind, a commitment) stays. Where the note stands never changes: that was settled here. A note deleted here
 * comes back. Unchanged, it is the same object. `now`: ISO instant.
 */
export function updatedFromIncoming(note: StoredNote, incoming: IncomingAnnotation, now: string): StoredNote {
  const [, modified] = instantsOf(incoming, now)
  const isNewer = incoming.modified !== null && modified > note.modified
  const content = isNewer ? contentAfter(note, incoming) : note
  const isSame = note.deleted === null && isSameContent(note, content)
  if (isSame) return note
  return {
    ...note,
    ...contentIn(content),
    deleted: null,
    modified: note.deleted === null ? modified : laterOf(note, now),
  }
}

function contentAfter(note: StoredNote, incoming: IncomingAnnotation): NoteContent {
  const kind = incoming.kind ?? note.kind
  return {
    kind,
    text: incoming.text,
    tags: [...new Set([...note.tags, ...incoming.tags])].slice(0, Math.max(mostTags, note.tags.length)),
    commitment: incoming.commitment ?? note.commitment ?? (kind === 'commitment' ? newCommitment : null),
  }
}

function contentIn({ kind, text, tags, commitment }: NoteContent): NoteContent {
  return { kind, text, tags, commitment }
}

function isSameContent(one: NoteContent, other: NoteContent): boolean {
  return JSON.stringify(contentIn(one)) === JSON.stringify(contentIn(other))
}

/** Bringing back is a change of its own, later than the deletion on every machine. */
function laterOf({ modified }: StoredNote, now: string): string {
  return new Date(Math.max(Date.parse(now), Date.parse(modified) + 1)).toISOString()
}
