// All records of one kind: lowdb's `Low` per record, opened when needed, the last few kept. A kept one counts only while its
// file is the one it was read from, so what another process or a sync engine put there is seen.
import { join } from 'node:path'
import { Low } from 'lowdb'
import type { Failure } from '../../domain/result.ts'
import type { Disk } from './disk.ts'
import { type DurableFile, durableFile } from './durable.ts'
import type { FileInfo } from './file-system.ts'
import { type RecordAdapter, type RecordKind, recordAdapter, type Stored } from './record.ts'
import type { Seal } from './sealing/seal.ts'

export type Found<T> = {
  /** Null where there is no such record. */
  readonly record: T | null
  readonly warning: Failure | null
  readonly info: FileInfo | null
}

export type RecordStore<T> = {
  /** Rejects with a StorageError. Calls about one record must not overlap: the library queues them by briefing. */
  readonly read: (id: string) => Promise<Found<T>>
  /** Durable when it resolves. When it rejects the next read tells what is on the disk. */
  readonly write: (id: string, record: T) => Promise<FileInfo | null>
  readonly forget: (id: string) => void
}

export type StoreOptions<T extends Stored> = {
  readonly disk: Disk
  readonly folder: string
  readonly library: string
  readonly seal: Seal
  readonly kind: RecordKind<T>
  readonly fileOf: (id: string) => string
  readonly now: () => Date
  /** How many records stay open. */
  readonly kept: number
}

type Open<T> = { readonly low: Low<T | null>; readonly adapter: RecordAdapter<T>; readonly durable: DurableFile }

/** A store of records of one kind. */
export function recordStore<T extends Stored>(options: StoreOptions<T>): RecordStore<T> {
  const opened = new Map<string, Open<T>>()

  const keep = (id: string, open: Open<T>): void => {
    opened.delete(id)
    opened.set(id, open)
    const oldest = opened.keys().next().value
    if (opened.size > options.kept && oldest !== undefined) opened.delete(oldest)
  }
  const current = async (id: string): Promise<Open<T>> => {
    const known = opened.get(id)
    // A record that is not there, or not there as it should be, is looked for again.
    const sound = known !== undefined && known.low.data !== null && known.adapter.warning() === null
    if (sound && (await known.durable.isCurrent())) return known
    opened.delete(id)
    const fresh = openRecord(options, id)
    await fresh.low.read()
    return fresh
  }

  return {
    read: async (id) => {
      const open = await current(id)
      keep(id, open)
      return { record: open.low.data, warning: open.adapter.warning(), info: open.durable.info() }
    },
    write: async (id, record) => {
      // The same turn has just read it; a record nobody read is read first, so that nothing unreadable is written over.
      const open = opened.get(id) ?? (await current(id))
      opened.delete(id)
      open.low.data = record
      await open.low.write()
      keep(id, open)
      return open.durable.info()
    },
    forget: (id) => {
      opened.delete(id)
    },
  }
}

function openRecord<T extends Stored>(options: StoreOptions<T>, id: string): Open<T> {
  const file = options.fileOf(id)
  const durable = durableFile(options.disk, join(options.folder, file), file, options.kind.keeps)
  const { seal, kind, library, now } = options
  const adapter = recordAdapter({ durable, seal, kind, library, id, file, now })
  // lowdb's own type has no room for "no record"; nothing is written while there is none.
  const low = new Low<T | null>(adapter as RecordAdapter<T | null>, null)
  return { low, adapter, durable }
}
