// A backup's content in sealed pieces of one size, so that it is written and read without being held whole, and its length says only how
// much there is in all. A piece in another place, another backup or after the last one does not open.
import { createCipheriv, createDecipheriv } from 'node:crypto'

/** Bytes of content in each piece. */
export const frameContent = 64 * 1024
const tagSize = 16
/** Bytes of a piece in the file. */
export const frameSize = frameContent + tagSize

export type FrameKey = {
  readonly key: Uint8Array
  /** What every piece is bound to. */
  readonly bound: Uint8Array
}

/** Seals piece `index` (from 0); the last one is marked, so that none can be missing at the end. `content` has `frameContent` bytes. */
export function sealFrame({ key, bound }: FrameKey, index: number, isLast: boolean, content: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, isLast))
  cipher.setAAD(bound)
  const body = cipher.update(content)
  cipher.final()
  return Buffer.concat([body, cipher.getAuthTag()])
}

/** The content of piece `index`, or null when these bytes are not that piece. */
export function openFrame(
  { key, bound }: FrameKey,
  index: number,
  isLast: boolean,
  bytes: Uint8Array,
): Uint8Array | null {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, isLast), { authTagLength: tagSize })
  decipher.setAAD(bound)
  decipher.setAuthTag(bytes.subarray(frameContent))
  try {
    const content = decipher.update(bytes.subarray(0, frameContent))
    decipher.final()
    return content
  } catch {
    return null
  }
}

/** Never the same twice under one key: the piece's number, and whether it is the last. */
function nonceOf(index: number, isLast: boolean): Uint8Array {
  const nonce = new Uint8Array(12)
  nonce[0] = Number(isLast)
  new DataView(nonce.buffer).setBigUint64(4, BigInt(index))
  return nonce
}
