// The list in memory: one item for each briefing, with what its files looked like when they were read, so that opening a
// library reads only what has changed.
import { type Briefing, newestFirst, type Row, rowOf } from '../../domain/briefing.ts'
import type { LoadedBriefing, Stamp } from './briefing-files.ts'

export type Item = {
  readonly row: Row
  /** The number of the rules that made the reading, so that what older ones read is found without opening every file. */
  readonly engine: number
  /** Null when the file has to be read again at the next start. */
  readonly entry: Stamp | null
  /** By device. */
  readonly notes: Readonly<Record<string, Stamp>>
}

export type Catalogue = {
  readonly get: (id: string) => Item | undefined
  /** All rows, newest first. */
  readonly rows: () => readonly Row[]
  readonly items: () => Iterable<Item>
  /** True when the row itself changed. */
  readonly put: (item: Item) => boolean
  /** True when there was one. */
  readonly remove: (id: string) => boolean
  /**
   * Remembers which of a briefing's files are damaged, by their paths in the library. They stay remembered when a later
   * write sets their bytes aside: what was in them is not repaired by that.
   */
  readonly setDamaged: (id: string, files: readonly string[]) => void
  /** Forgets damage that was repaired. */
  readonly forgetDamaged: (id: string) => void
  readonly damaged: () => number
  /** Briefings that are not in the bin. */
  readonly living: () => number
  /** Briefings whose readings were made by rules older than these and can be made again (damaged files are left alone). */
  readonly olderThan: (engine: number) => number
  /** Grows with every change of what the catalogue's file holds. */
  readonly changes: () => number
}

/** A catalogue that begins with the given items. */
export function createCatalogue(start: readonly Item[]): Catalogue {
  const items = new Map(start.map((item) => [item.row.id, item]))
  const damaged = new Map<string, ReadonlySet<string>>()
  let sorted: readonly Row[] | null = null
  let living = start.filter(({ row }) => row.deleted === null).length
  const engines = new Map<number, number>()
  const countEngine = (item: Item | undefined, by: 1 | -1): void => {
    if (item !== undefined && item.entry !== null) engines.set(item.engine, (engines.get(item.engine) ?? 0) + by)
  }
  for (const item of start) countEngine(item, 1)
  let changes = 0

  return {
    get: (id) => items.get(id),
    rows: () => {
      sorted ??= newestFirst([...items.values()].map(({ row }) => row))
      return sorted
    },
    items: () => items.values(),
    put: (item) => {
      const before = items.get(item.row.id)
      living += isLiving(item) - isLiving(before)
      countEngine(before, -1)
      countEngine(item, 1)
      items.set(item.row.id, item)
      changes += 1
      const changed = JSON.stringify(before?.row) !== JSON.stringify(item.row)
      if (changed) sorted = null
      return changed
    },
    remove: (id) => {
      living -= isLiving(items.get(id))
      countEngine(items.get(id), -1)
      damaged.delete(id)
      const removed = items.delete(id)
      if (removed) {
        sorted = null
        changes += 1
      }
      return removed
    },
    setDamaged: (id, files) => {
      if (files.length > 0) damaged.set(id, new Set([...(damaged.get(id) ?? []), ...files]))
    },
    forgetDamaged: (id) => {
      damaged.delete(id)
    },
    damaged: () => [...damaged.values()].reduce((sum, files) => sum + files.size, 0),
    living: () => living,
    olderThan: (engine) => [...engines].reduce((sum, [of, count]) => sum + (of < engine ? count : 0), 0),
    changes: () => changes,
  }
}

function isLiving(item: Item | undefined): number {
  return Number(item !== undefined && item.row.deleted === null)
}

/** The catalogue's item for a briefing as it was read. */
export function itemOf(loaded: LoadedBriefing): Item {
  const notes = loaded.notes.filter(({ deleted }) => deleted === null).length
  const row = rowOf(loaded.entry satisfies Briefing, notes)
  return { row, engine: loaded.entry.reading.engine, entry: loaded.entryStamp, notes: loaded.notesStamps }
}
