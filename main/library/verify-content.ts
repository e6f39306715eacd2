// What can be wrong inside records that parse: places outside their text, words that are not where a note says.
import { currentVersion } from '../../domain/briefing.ts'
import { elsewhere, type StoredNote } from '../../domain/notes/note.ts'
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
    | 'manifest'
    | 'record-missing'
    | 'record-older'
    | 'rolled-back'
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
  const flaws = record.notes.filter(({ deleted }) => deleted === null).flatMap((note) => findingsInNote(note, entry))
  return [...misplaced, ...flaws]
}

/** A note's words must stand in every version it was settled on, as it says; those of a text that is elsewhere can't be looked up. */
function findingsInNote({ noteId, settled, history, carried }: StoredNote, entry: EntryRecord): readonly Finding[] {
  const textOf = (version: number) => entry.versions.find(({ number }) => number === version)?.text ?? ''
  const found = carried === null ? [] : [...carried.candidates, ...(carried.span === null ? [] : [carried.span])]
  const outside = found.find((span) => !isSpanWithin(span, textOf(carried?.version ?? 0).length))
  if (outside !== undefined) return [{ code: 'note-outside', values: { noteId, ...outside } }]
  return [...history, settled].flatMap(({ version, selectors }): readonly Finding[] => {
    if (selectors === null || version === elsewhere) return []
    const { position, quote } = selectors
    const values = { noteId, start: position.start, end: position.end }
    if (!isSpanWithin(position, textOf(version).length)) return [{ code: 'note-outside', values }]
    return wordsAt(textOf(version), position) === quote.exact ? [] : [{ code: 'note-words', values }]
  })
}
