// Notes and texts for the tests of where notes stand.
import type { CarryOver, Landing } from '../../../domain/anchoring/carry-over.ts'
import { describe } from '../../../domain/anchoring/describe.ts'
import type { StoredNote } from '../../../domain/notes/note.ts'
import type { PlacedText } from '../../../domain/notes/place.ts'
import { paragraphsOf } from '../../../domain/text/paragraphs.ts'

const noHead = { title: null, dateline: { place: null, date: null, source: null, span: null } }

/** Version `number`, stored on that day of January. */
export function versionOf(number: number, text: string): PlacedText {
  return { number, text, created: `2026-01-0${number}T00:00:00.000Z`, paragraphs: paragraphsOf(text, noHead) }
}

/** A note on words of a version, which must be there. */
export function noteOn(version: PlacedText, words: string, more: Partial<StoredNote> = {}): StoredNote {
  const start = version.text.indexOf(words)
  const selectors = describe(version.text, { start, end: start + words.length }, version.paragraphs)
  return {
    noteId: '01a20ade-1914-7166-8f16-c2d0ef1c2700',
    kind: 'line',
    text: 'Ours.',
    tags: [],
    commitment: null,
    scope: 'words',
    settled: { version: version.number, selectors, state: 'same', settled: version.created },
    carried: null,
    history: [],
    placed: version.created,
    created: version.created,
    modified: version.created,
    deleted: null,
    creator: 'A. Officer',
    origin: null,
    ...more,
  }
}

/** A carrying-over that always lands so. */
export function landing(state: Landing['state'], words: string, text: string): CarryOver {
  const start = text.indexOf(words)
  const span = words === '' || start < 0 ? null : { start, end: start + words.length }
  return () => ({ state, span, score: 0.7, candidates: state === 'ambiguous' && span !== null ? [span] : [] })
}

/** One that must not be asked. */
export const neverAsked: CarryOver = () => {
  throw new Error('nobody should have asked')
}
