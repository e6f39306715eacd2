// A typed record over durable bytes: JSON, schema, migrations. What can't be read is never replaced by something empty: the
// last good generation is used and said to be, and a later write sets the damaged bytes aside first.
import type { Adapter } from 'lowdb'
import type { z } from 'zod'
import { type Failure, failed, type Result, success } from '../../domain/result.ts'
import type { DurableFile } from './durable.ts'
import { mostKept } from './generation-policy.ts'
import type { RecordPlace, Seal } from './sealing/seal.ts'
import { StorageError } from './storage-error.ts'

export type Stored = { readonly schema: number; readonly revision: number }
export type Fields = Readonly<Record<string, unknown>>
/** A pure step from one schema number to the next. */
export type Migration = { readonly from: number; readonly step: (record: Fields) => Fields }

export type RecordKind<T extends Stored> = {
  readonly name: 'entry' | 'notes' | 'session'
  /** Strict: unknown keys are damage, not additions. */
  readonly schema: z.ZodType<T>
  /** Steps from 1 on, none missing; the current schema number is one more than the last step's. */
  readonly migrations: readonly Migration[]
  /** The id the record's file must carry. */
  readonly idOf: (record: T) => string
  /** True for what may start anew when nothing of it can be read (its bytes are set aside first): never for briefings or notes. */
  readonly startsAnew: boolean
  /** Which earlier generations stay: the last one, or those of generation-policy.ts. */
  readonly keeps: 'last' | 'many'
}

/** The schema number this version writes. Throws when the list of steps has a gap. */
export function currentSchema(kind: Pick<RecordKind<Stored>, 'name' | 'migrations'>): number {
  kind.migrations.forEach(({ from }, index) => {
    if (from !== index + 1) throw new Error(`migrations of ${kind.name}: step ${index + 1} is from ${from}`)
  })
  return kind.migrations.length + 1
}

/**
 * Reads a record's bytes (already opened by the seal). Out: the record brought to the current schema, or `record-newer`
 * (written by a later version), or `record-damaged` (anything else that is not this record). `file` is for the message.
 */
export function decodeRecord<T extends Stored>(
  bytes: Uint8Array,
  kind: RecordKind<T>,
  id: string,
  file: string,
): Result<T> {
  const fields = parseFields(bytes)
  const number = fields?.schema
  if (fields === null || typeof number !== 'number' || !Number.isInteger(number) || number < 1) {
    return failed('record-damaged', { file })
  }
  const current = currentSchema(kind)
  if (number > current) return failed('record-newer', { file })
  const migrated = kind.migrations
    .slice(number - 1)
    .reduce<Fields>((record, { from, step }) => ({ ...step(record), schema: from + 1 }), fields)
  const parsed = kind.schema.safeParse(migrated)
  return parsed.success && kind.idOf(parsed.data) === id ? success(parsed.data) : failed('record-damaged', { file })
}

/** A JSON object from UTF-8 bytes without a byte order mark, or null. A key `__proto__` anywhere is refused. */
export function parseFields(bytes: Uint8Array): Fields | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value: unknown = JSON.parse(text, text.includes('__proto__') ? refusePrototype : undefined)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null
  } catch {
    return null
  }
}

function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('a key __proto__')
  return value
}

export type RecordAdapter<T> = Adapter<T> & {
  /** Set after a read that had to use an earlier generation, or to start anew. */
  readonly warning: () => Failure | null
}

export type RecordOptions<T extends Stored> = {
  readonly durable: DurableFile
  readonly seal: Seal
  readonly kind: RecordKind<T>
  readonly library: string
  readonly id: string
  /** Relative to the library, for messages. */
  readonly file: string
  readonly now: () => Date
}

/** What a record's bytes are bound to. In: its current file, relative to the library, which names the device of notes too. */
export function placeOf(
  kind: Pick<RecordKind<Stored>, 'name' | 'migrations'>,
  library: string,
  file: string,
): RecordPlace {
  return { library, record: file, kind: kind.name, schema: currentSchema(kind) }
}

/** lowdb's adapter for one record. Rejects with a StorageError `record-damaged` or `record-newer` when nothing is readable. */
export function recordAdapter<T extends Stored>(options: RecordOptions<T>): RecordAdapter<T> {
  const { durable, seal, kind, id, file } = options
  const place = placeOf(kind, options.library, file)
  const decode = (bytes: Uint8Array): Result<T> => {
    const opened = seal.open(bytes, place)
    return opened.ok ? decodeRecord(opened.value, kind, id, file) : failed('record-damaged', { file })
  }
  let state: 'unread' | 'readable' | 'damaged' | 'refused' = 'unread'
  let warning: Failure | null = null

  /** The newest generation that can be read, or null. */
  const lastGood = async (current: Uint8Array | null): Promise<T | null> => {
    for (let number = 1; number <= mostKept; number += 1) {
      const bytes = await durable.generation(number)
      const decoded = bytes === null ? null : decode(bytes)
      if (decoded?.ok) return decoded.value
      // Nothing at all under this name is the usual case of notes not yet written: no reason to look through the folder.
      if (bytes === null && (current === null || number > 1)) return null
    }
    return null
  }
  const fallBack = async (current: Uint8Array | null): Promise<T | null> => {
    const earlier = await lastGood(current)
    if (earlier === null && current === null) return null
    warning = failed('record-damaged', { file }).failure
    if (earlier !== null) {
      state = current === null ? 'readable' : 'damaged'
      return earlier
    }
    state = kind.startsAnew ? 'damaged' : 'refused'
    if (kind.startsAnew) return null
    throw new StorageError('record-damaged', { file })
  }

  return {
    warning: () => warning,
    read: async () => {
      state = 'readable'
      warning = null
      const bytes = await durable.read()
      if (bytes === null) return fallBack(null)
      const decoded = decode(bytes)
      if (decoded.ok) return decoded.value
      if (decoded.failure.code === 'record-damaged') return fallBack(bytes)
      state = 'refused'
      throw new StorageError(decoded.failure.code, decoded.failure.values)
    },
    write: async (record) => {
      if (state === 'unread' || state === 'refused') throw new Error(`${file} must be read before it is written`)
      if (state === 'damaged') await durable.setAside(options.now().toISOString())
      const bytes = new TextEncoder().encode(JSON.stringify(record))
      state = 'readable'
      await durable.write(seal.seal(bytes, place, record.revision))
      warning = null
    },
  }
}
