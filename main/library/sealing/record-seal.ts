// Seals records: AES-256-GCM under a key of the record's own, bound to its place, schema and revision, so that a file neither can be read
// nor put in another's place. What a file is, its first bytes say; all the rest looks random.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { failed, type Result } from '../../../domain/result.ts'
import type { DataKey } from './data-key.ts'
import { padded, unpadded } from './padding.ts'
import type { RecordPlace, Seal } from './seal.ts'

/** The first bytes of every sealed file: a name, and the number of this form. */
export const sealMark = new TextEncoder().encode('AMS\u0001')
const nonceSize = 12
const tagSize = 16
/** Schema (4 bytes) and revision (8), masked: how often a record was changed is nobody's business. */
const headSize = 12
const overhead = sealMark.length + nonceSize + headSize + tagSize

/** Keys by purpose, as a data key gives them. */
type Keys = Pick<DataKey, 'keyFor'>

/** True for bytes that say they are a sealed file of this form. */
export function isSealed(bytes: Uint8Array): boolean {
  return sealMark.every((byte, at) => bytes[at] === byte)
}

/** The seal of a library with this key. `open` gives `record-damaged` for everything that was not sealed for that very place. */
export function recordSeal(dataKey: Keys): Seal {
  return {
    seal: (bytes, place, revision) => {
      const nonce = randomBytes(nonceSize)
      const head = headOf(place.schema, revision)
      const cipher = createCipheriv('aes-256-gcm', keyOf(dataKey, 'record', place), nonce)
      cipher.setAAD(boundTo(place, head))
      const body = cipher.update(padded(bytes))
      cipher.final()
      return Buffer.concat([sealMark, nonce, masked(dataKey, place, nonce, head), body, cipher.getAuthTag()])
    },
    open: (bytes, place) => opened(dataKey, bytes, place),
  }
}

function opened(dataKey: Keys, bytes: Uint8Array, place: RecordPlace): Result<Uint8Array> {
  if (bytes.length <= overhead || !isSealed(bytes)) return failed('record-damaged')
  const nonceEnd = sealMark.length + nonceSize
  const bodyStart = nonceEnd + headSize
  const nonce = bytes.subarray(sealMark.length, nonceEnd)
  const head = masked(dataKey, place, nonce, bytes.subarray(nonceEnd, bodyStart))
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(dataKey, 'record', place), nonce, { authTagLength: tagSize })
    decipher.setAAD(boundTo(place, head))
    decipher.setAuthTag(bytes.subarray(bytes.length - tagSize))
    const body = decipher.update(bytes.subarray(bodyStart, bytes.length - tagSize))
    decipher.final()
    return unpadded(body)
  } catch (error) {
    if (isForgotten(error)) throw error
    return failed('record-damaged')
  }
}

/** A use of a key that was dropped is a mistake of the program, never a damaged file. */
function isForgotten(error: unknown): boolean {
  return error instanceof Error && error.message === 'the data key was forgotten'
}

/** The same twice gives the head back: a stream cipher under a key of its own. */
function masked(dataKey: Keys, place: RecordPlace, nonce: Uint8Array, head: Uint8Array): Uint8Array {
  const counter = Buffer.concat([nonce, new Uint8Array(4)])
  return createCipheriv('aes-256-ctr', keyOf(dataKey, 'head', place), counter).update(head)
}

function headOf(schema: number, revision: number): Uint8Array {
  const head = new Uint8Array(headSize)
  const view = new DataView(head.buffer)
  view.setUint32(0, schema)
  view.setBigUint64(4, BigInt(revision))
  return head
}

/** What the bytes are bound to. The schema is the one they were written in, not the one they are read into. */
function boundTo({ library, record, kind }: RecordPlace, head: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from([library, record, kind, ''].join('\0')), head])
}

function keyOf(dataKey: Keys, use: 'record' | 'head', { library, record }: RecordPlace): Uint8Array {
  return dataKey.keyFor(use, library, record)
}
