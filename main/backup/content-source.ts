// The content of a backup as one run of bytes, opened piece by piece as it is asked for.
import { type FrameKey, frameContent, frameSize, openFrame } from './frames.ts'

export type ContentSource = {
  /** Exactly so many bytes. */
  readonly take: (count: number) => Promise<Uint8Array>
  /** At least one byte and at most so many: what is at hand. Good until the next call. */
  readonly some: (most: number) => Promise<Uint8Array>
  /** True when only the zeros that fill up the last piece are left. */
  readonly isOver: () => Promise<boolean>
}

export type ContentOptions = {
  readonly key: FrameKey
  /** Bytes of all pieces in the file. */
  readonly length: number
  /** Fills the array from the file and gives how many bytes there were. */
  readonly read: (whole: Uint8Array) => Promise<number>
  /** What to throw for anything that is not as it was written. */
  readonly damaged: () => Error
}

/** The content of a backup. Everything it gives has been authenticated. */
export function contentSource({ key, length, read, damaged }: ContentOptions): ContentSource {
  const count = length / frameSize
  let index = 0
  let content: Uint8Array = new Uint8Array(0)
  let at = 0

  const next = async (): Promise<void> => {
    if (!Number.isInteger(count) || index >= count) throw damaged()
    const bytes = new Uint8Array(frameSize)
    if ((await read(bytes)) < frameSize) throw damaged()
    const opened = openFrame(key, index, index === count - 1, bytes)
    if (opened === null) throw damaged()
    content = opened
    index += 1
    at = 0
  }
  const some = async (most: number): Promise<Uint8Array> => {
    if (at === content.length) await next()
    const bytes = content.subarray(at, at + most)
    at += bytes.length
    return bytes
  }
  return {
    some,
    take: async (wanted) => {
      const whole = new Uint8Array(wanted)
      for (let filled = 0; filled < wanted; ) {
        const bytes = await some(wanted - filled)
        whole.set(bytes, filled)
        filled += bytes.length
      }
      return whole
    },
    isOver: async () => index === count && content.subarray(at, frameContent).every((byte) => byte === 0),
  }
}
