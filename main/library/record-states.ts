// The states that an entry and this device's notes went through, put together from the generations of both. Pure but for reading.
import { join } from 'node:path'
import { equals } from '../../domain/equals.ts'
import { type Disk, readWhole } from './disk.ts'
import { listGenerations } from './generations.ts'
import { decodeRecord, placeOf, type RecordKind, type Stored } from './record.ts'
import type { EntryRecord, NotesRecord } from './record-kinds.ts'
import type { Seal } from './sealing/seal.ts'

/** A record as it was stored at `written`, milliseconds since 1970, always later than the one before it. */
export type Kept<T> = { readonly written: number; readonly record: T }
/** Both as they were from `written` on, until the next state. */
export type RecordState = {
  readonly written: number
  readonly entry: EntryRecord
  /** Null while there were none of this device. */
  readonly notes: NotesRecord | null
  /** True between an entry and its notes that one action wrote. */
  readonly isHalf: boolean
}

export type KeptOptions = {
  readonly disk: Disk
  readonly folder: string
  readonly library: string
  readonly seal: Seal
}

/**
 * All that can be read of a record, oldest first, the current one last; damaged ones are left out. The order is the one they were made
 * in: where a clock was put back, an instant is taken to be just after the one before it. Rejects with the system's error.
 */
export async function keptRecords<T extends Stored>(
  { disk, folder, library, seal }: KeptOptions,
  kind: RecordKind<T>,
  id: string,
  file: string,
): Promise<readonly Kept<T>[]> {
  const path = join(folder, file)
  const generations = await listGenerations(disk, path)
  const found: Kept<T>[] = []
  for (const { path: of, written } of [...generations.toReversed(), { path, written: null }]) {
    const bytes = await readWhole(disk.fileSystem, of).catch(() => null)
    const opened = bytes === null ? null : seal.open(bytes.bytes, placeOf(kind, library, file))
    const decoded = opened?.ok ? decodeRecord(opened.value, kind, id, file) : null
    if (bytes === null || !decoded?.ok) continue
    const instant = Math.floor(written ?? bytes.info.mtimeMs)
    const before = found.at(-1)
    // A save that failed after it kept its generation leaves the same state twice.
    if (before !== undefined && equals(before.record, decoded.value)) continue
    found.push({ written: Math.max(instant, (before?.written ?? 0) + 1), record: decoded.value })
  }
  return found
}

/** Milliseconds within which an entry and its notes count as written by one action, so that nobody thinks of a state between. */
const together = 250

/**
 * The states in which both were, oldest first, the current one last. Of what was thinned out the nearest that is kept stands in; notes
 * are none only before the first ever written.
 */
export function statesOf(
  entries: readonly Kept<EntryRecord>[],
  notes: readonly Kept<NotesRecord>[],
): readonly RecordState[] {
  const [firstEntry] = entries
  if (firstEntry === undefined) return []
  const changes = [
    ...entries.map(({ written }) => ({ written, of: 'entry' })),
    ...notes.map(({ written }) => ({ written, of: 'notes' })),
  ].toSorted((a, b) => a.written - b.written)
  return changes.flatMap(({ written, of }, index) => {
    const next = changes[index + 1]
    const isHalf = next !== undefined && next.written - written <= together && next.of !== of && of === 'entry'
    if (next?.written === written) return []
    const entry = (newestAt(entries, written) ?? firstEntry).record
    return [{ written, entry, notes: notesAt(notes, written), isHalf }]
  })
}

function newestAt<T>(kept: readonly Kept<T>[], instant: number): Kept<T> | undefined {
  return kept.findLast(({ written }) => written <= instant)
}

function notesAt(notes: readonly Kept<NotesRecord>[], instant: number): NotesRecord | null {
  const [oldest] = notes
  const found = newestAt(notes, instant)
  if (found !== undefined || oldest === undefined) return found?.record ?? null
  return oldest.record.revision === 1 ? null : oldest.record
}
