// Writes the content of a backup: file after file, each with its path, size and SHA-256, and at the end how many there were and a digest
// over all of it, so that who reads it knows that nothing is missing and in which order it came.
import { createHash } from 'node:crypto'
import { writeAll } from '../library/disk.ts'
import type { FileSystem } from '../library/file-system.ts'
import { type FrameKey, frameContent, sealFrame } from './frames.ts'

/** The first byte of what follows: a file, or the end. */
export const fileTag = 1
export const endTag = 2

/** What a backup holds: `bytes` is the sum of its files' sizes, `digest` the SHA-256 over paths, sizes and their SHA-256, in order. */
export type Manifest = { readonly files: number; readonly bytes: number; readonly digest: Uint8Array }

export type BackupWriter = {
  readonly put: (path: string, bytes: Uint8Array) => Promise<void>
  /** Ends the content. Nothing is flushed to the disk yet. */
  readonly end: () => Promise<Manifest>
}

/** Counts files into a manifest. */
export function manifestOf() {
  const digest = createHash('sha256')
  let files = 0
  let bytes = 0
  return {
    add: (head: Uint8Array, size: number, hash: Uint8Array) => {
      digest.update(head).update(hash)
      files += 1
      bytes += size
    },
    manifest: (): Manifest => ({ files, bytes, digest: digest.copy().digest() }),
  }
}

/** What stands before a file's bytes, without the tag: the length of its path, the path, its size. */
export function fileHead(path: string, size: number): Uint8Array {
  const name = new TextEncoder().encode(path)
  const head = new Uint8Array(2 + name.length + 8)
  const view = new DataView(head.buffer)
  view.setUint16(0, name.length)
  head.set(name, 2)
  view.setBigUint64(2 + name.length, BigInt(size))
  return head
}

/** The manifest as it stands after the end's tag. */
export function encodeManifest({ files, bytes, digest }: Manifest): Uint8Array {
  const whole = new Uint8Array(8 + 8 + digest.length)
  const view = new DataView(whole.buffer)
  view.setBigUint64(0, BigInt(files))
  view.setBigUint64(8, BigInt(bytes))
  whole.set(digest, 16)
  return whole
}

/** A writer to an open file, whose head is written already. Rejects with the system's error. */
export function backupWriter(fileSystem: FileSystem, descriptor: number, key: FrameKey): BackupWriter {
  const counted = manifestOf()
  const content = new Uint8Array(frameContent)
  let filled = 0
  let index = 0

  const flush = async (isLast: boolean): Promise<void> => {
    content.fill(0, filled)
    await writeAll(fileSystem, descriptor, sealFrame(key, index, isLast, content))
    index += 1
    filled = 0
  }
  const append = async (bytes: Uint8Array): Promise<void> => {
    for (let at = 0; at < bytes.length; ) {
      // A full piece waits for what follows it: only then is it known not to be the last.
      if (filled === frameContent) await flush(false)
      const some = bytes.subarray(at, at + frameContent - filled)
      content.set(some, filled)
      filled += some.length
      at += some.length
    }
  }
  return {
    put: async (path, bytes) => {
      const head = fileHead(path, bytes.length)
      const hash = createHash('sha256').update(bytes).digest()
      counted.add(head, bytes.length, hash)
      await append(Uint8Array.of(fileTag))
      await append(head)
      await append(bytes)
      await append(hash)
    },
    end: async () => {
      const manifest = counted.manifest()
      await append(Uint8Array.of(endTag))
      await append(encodeManifest(manifest))
      await flush(true)
      return manifest
    },
  }
}
