// What can be wrong inside records that parse: places outside their text, words that are not where a note says.
import { currentVersion } from '../../domain/briefing.ts'
import { placesNamed } from '../../domain/reading/corrections.ts'
import type { OffsetPair, StoredReading } from '../../domain/reading/reading.ts'
import type { MessageValues } from '../../domain/result.ts'
import { isSpanWithin, wordsAt } from '../../domain/span.ts'
import type { EntryRecord, NotesRecord } from './record-kinds.ts'

/** Something found wanting; the catalogue of messages has `verify.<code>` for each. */
export type Finding = {
  readonly code:
    | 'temporary'
    | 'conflict'
    | 'unknown'
    | 'unreadable'
    | 'catalogue'
    | 'damaged'
    | 'damaged-with-copy'
    | 'generation-damaged'
    | 'newer'
    | 'set-aside'
    | 'wrong-folder'
    | 'wrong-device'
    | 'current-missing'
    | 'briefing-missing'
    | 'reading-outside'
    | 'note-outside'
    | 'note-words'
  readonly values?: MessageValues
}

/** Findings in an entry: a reading or decisions whose spans do not lie within the newest text. */
export function findingsInEntry(entry: EntryRecord): readonly Finding[] {
  const length = currentVersion(entry).text.length
  const named = [...spansOf(entry.reading), ...placesNamed(entry.corrections)]
  const outside = named.some(([start, end]) => !isSpanWithin({ start, end }, length))
  return outside ? [{ code: 'reading-outside' }] : []
}

function spansOf(reading: StoredReading): readonly OffsetPair[] {
  const { dateline, meetings, people, places, organisations, documents, outcomes, topics, summary } = reading
  return [
    ...(dateline.span === null ? [] : [dateline.span]),
    ...[...meetings, ...outcomes, ...topics, ...summary].map(({ span }) => span),
    ...[...people, ...places, ...organisations, ...documents].flatMap(({ spans }) => spans),
  ]
}

/** Findings in a device's notes. In: the device its folder names, and the entry, or null where that is damaged itself. */
export function findingsInNotes(record: NotesRecord, device: string, entry: EntryRecord | null): readonly Finding[] {
  const misplaced: readonly Finding[] = record.device === device ? [] : [{ code: 'wrong-device' }]
  if (entry === null) return misplaced
  const flaws = record.notes.flatMap((note): readonly Finding[] => {
    if (note.deleted !== null || note.state === 'gone') return []
    const text = entry.versions.find(({ number }) => number === note.version)?.text ?? ''
    const { position, quote } = note.selectors
    const values = { noteId: note.noteId, start: position.start, end: position.end }
    if (!isSpanWithin(position, text.length)) return [{ code: 'note-outside', values }]
    return wordsAt(text, position) === quote.exact ? [] : [{ code: 'note-words', values }]
  })
  return [...misplaced, ...flaws]
}
