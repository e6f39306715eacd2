// The beginning of a backup file, the only part that is not sealed: what it is, of which library, and the slots that open it. Every frame
// that follows is bound to these bytes.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { failed, type Result, success } from '../../domain/result.ts'
import { parseFields } from '../library/record.ts'
import type { DataKey } from '../library/sealing/data-key.ts'
import { keyHeaderSchema } from '../library/sealing/key-header.ts'

/** The first bytes of every backup: a name, and the number of this form. */
export const backupMark = new TextEncoder().encode('AMB\u0001')
/** Bytes before the head itself: the mark, and its length. */
export const prefixSize = backupMark.length + 4
/** The most bytes a head may have. */
const largestHead = 16 * 1024

const schema = z.strictObject({
  format: z.literal('aide-memoire-backup'),
  version: z.literal(1),
  id: z.uuid(),
  created: z.iso.datetime(),
  /** The library that it is of. */
  library: z.uuid(),
  /** What the key header is bound to: the library where that is sealed, else this backup. */
  place: z.strictObject({ id: z.uuid(), created: z.iso.datetime() }),
  keys: keyHeaderSchema,
})
export type BackupHead = z.output<typeof schema>

/** The head with all that is before it. */
export function encodeHead(head: BackupHead): Uint8Array {
  const body = new TextEncoder().encode(JSON.stringify(head))
  const bytes = new Uint8Array(prefixSize + body.length)
  bytes.set(backupMark)
  new DataView(bytes.buffer).setUint32(backupMark.length, body.length)
  bytes.set(body, prefixSize)
  return bytes
}

/** How long the head after these first bytes is; `backup-foreign` when no backup begins so, `backup-damaged` for a length it can't have. */
export function headLength(prefix: Uint8Array, file: string): Result<number> {
  const isOurs = prefix.length >= 3 && backupMark.subarray(0, 3).every((byte, at) => prefix[at] === byte)
  if (!isOurs) return failed('backup-foreign', { file })
  if (prefix.length < prefixSize) return failed('backup-damaged', { file })
  if (prefix[3] !== backupMark[3]) return failed('backup-newer', { file })
  const length = new DataView(prefix.buffer, prefix.byteOffset).getUint32(backupMark.length)
  return length > 0 && length <= largestHead ? success(length) : failed('backup-damaged', { file })
}

/** A head from its bytes, without those before it: `backup-newer` or `backup-damaged` otherwise. */
export function decodeHead(bytes: Uint8Array, file: string): Result<BackupHead> {
  const fields = parseFields(bytes)
  if (typeof fields?.version === 'number' && fields.version > 1) return failed('backup-newer', { file })
  const parsed = schema.safeParse(fields)
  return parsed.success ? success(parsed.data) : failed('backup-damaged', { file })
}

/** The key of one backup's frames: no other backup has it, so frames may count their nonces. */
export function frameKey(keyFor: DataKey['keyFor'], { library, id }: BackupHead): Uint8Array {
  return keyFor('backup', library, id)
}

/** What each frame is bound to: SHA-256 of the head with all that is before it. */
export function boundToHead(headBytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(headBytes).digest()
}
