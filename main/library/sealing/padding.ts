// What is sealed is filled up to whole blocks first, so that a file's size says little about how long its text is.
import { failed, type Result, success } from '../../../domain/result.ts'

/** Bytes of a block. */
export const blockSize = 4096
/** The bytes that say how many of those that follow count. */
const lengthSize = 4

/** The bytes with their length before them and zeros after them, a whole number of blocks long. */
export function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.ceil((lengthSize + bytes.length) / blockSize) * blockSize)
  new DataView(whole.buffer).setUint32(0, bytes.length)
  whole.set(bytes, lengthSize)
  return whole
}

/** What `padded` was given; `record-damaged` for bytes it would not have made. */
export function unpadded(whole: Uint8Array): Result<Uint8Array> {
  if (whole.length === 0 || whole.length % blockSize !== 0) return failed('record-damaged')
  const length = new DataView(whole.buffer, whole.byteOffset).getUint32(0)
  const end = lengthSize + length
  const isTight = end <= whole.length && whole.length - end < blockSize
  if (!isTight || whole.subarray(end).some((byte) => byte !== 0)) return failed('record-damaged')
  return success(whole.subarray(lengthSize, end))
}
