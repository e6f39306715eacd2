// Notes made, sent out and taken in again, for tests of exchange.
import type { Landing } from '../../../domain/anchoring/carry-over.ts'
import { describe } from '../../../domain/anchoring/describe.ts'
import type { Described } from '../../../domain/anchoring/resolve.ts'
import { annotationsOf } from '../../../domain/exchange/annotations-of.ts'
import { codePointsOf } from '../../../domain/exchange/code-points.ts'
import type { IncomingAnnotation, ReadAnnotations } from '../../../domain/exchange/incoming.ts'
import { noteFromIncoming } from '../../../domain/exchange/note-from-incoming.ts'
import { placeIncoming, selectorsAsGiven } from '../../../domain/exchange/place-incoming.ts'
import { readAnnotations } from '../../../domain/exchange/read-annotations.ts'
import type { StoredNote } from '../../../domain/notes/note.ts'
import { shownNote } from '../../../domain/notes/shown-note.ts'
import type { Span } from '../../../domain/span.ts'

export const briefingId = '01a21c40-5a10-7a31-9c52-7b1f0e6d2a44'
export const now = '2026-11-24T12:00:00.000Z'

/** A note on words of version 1, or on the whole for a null span. */
export function storedNote(text: string, span: Span | null, changes: Partial<StoredNote> = {}): StoredNote {
  const made = '2026-01-02T03:04:05.006Z'
  return {
    noteId: '01a21c40-5a10-7a31-9c52-000000000001',
    kind: 'position',
    text: 'noted',
    tags: [],
    commitment: null,
    scope: span === null ? 'briefing' : 'words',
    settled: { version: 1, selectors: span === null ? null : describe(text, span, []), state: 'same', settled: made },
    carried: null,
    history: [],
    placed: made,
    created: made,
    modified: made,
    deleted: null,
    creator: 'A. Officer',
    origin: null,
    ...changes,
  }
}

/** The collection as it stands in a file. */
export function exported(text: string, notes: readonly StoredNote[], title: string | null = 'Talks'): unknown {
  return JSON.parse(JSON.stringify(annotationsOf({ id: briefingId, title, text, notes: notes.map(shownNote) })))
}

/** What was read; a file that is not recognised is a failed test. */
export function read(json: unknown): ReadAnnotations {
  const result = readAnnotations(json)
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

/** The one annotation read from a file of one. */
export function readOne(json: unknown): IncomingAnnotation {
  const { annotations, skipped } = read(json)
  const [only] = annotations
  if (only === undefined || annotations.length !== 1)
    throw new Error(`not one: ${JSON.stringify({ annotations, skipped })}`)
  return only
}

export const gone: Landing = { state: 'gone', span: null, score: 0, candidates: [] }

/** Places an annotation on a text; `resolve` is told of every question that the quote left open. */
export function placed(
  text: string,
  incoming: IncomingAnnotation,
  resolve: (words: Described) => Landing = () => gone,
) {
  return placeIncoming(incoming, { text, points: codePointsOf(text), resolve })
}

/** The note that an annotation becomes on version 1 of a text. */
export function imported(
  text: string,
  incoming: IncomingAnnotation,
  resolve?: (words: Described) => Landing,
): StoredNote {
  return noteFromIncoming(incoming, {
    noteId: '01a21c40-5a10-7a31-9c52-0000000000ff',
    newest: { number: 1, created: now, text, paragraphs: [] },
    landing: placed(text, incoming, resolve),
    given: selectorsAsGiven(incoming, { text, points: codePointsOf(text) }),
    now,
  })
}
