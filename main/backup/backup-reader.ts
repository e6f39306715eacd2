// Reads a backup from its first byte to its last and believes nothing: what does not open, is not allowed, comes twice or does not add up
// is one failure, `backup-damaged`. Nothing is held but one piece of it.
import { createHash, timingSafeEqual } from 'node:crypto'
import { basename } from 'node:path'
import type { Result } from '../../domain/result.ts'
import type { Disk } from '../library/disk.ts'
import type { FileSystem } from '../library/file-system.ts'
import type { DataKey } from '../library/sealing/data-key.ts'
import { asResult, isMissing, StorageError, storageError, systemCode } from '../library/storage-error.ts'
import { type BackupHead, boundToHead, decodeHead, frameKey, headLength, prefixSize } from './backup-head.ts'
import { goesAlong, longestPath } from './backup-paths.ts'
import { encodeManifest, endTag, fileHead, fileTag, type Manifest, manifestOf } from './backup-writer.ts'
import { type ContentSource, contentSource } from './content-source.ts'

/** Takes what a backup holds, in order. What it rejects with ends the reading. */
export type BackupSink = {
  readonly begin: (path: string, size: number) => Promise<void>
  readonly data: (bytes: Uint8Array) => Promise<void>
  readonly end: () => Promise<void>
}

export type BackupContent = { readonly head: BackupHead; readonly manifest: Manifest }

export type ReadBackupOptions = {
  readonly disk: Disk
  readonly path: string
  /** The keys for a head, or why there are none. */
  readonly unlock: (head: BackupHead) => Promise<Result<{ readonly keyFor: DataKey['keyFor'] }>>
  readonly sink: BackupSink
}

/**
 * Reads a whole backup into a sink. Failures: `file-missing`, `file-is-folder`, `backup-foreign`, `backup-newer`, `backup-damaged`, those of
 * `unlock`, and the disk's. The sink must keep nothing unless the outcome is good.
 */
export async function readBackup(options: ReadBackupOptions): Promise<Result<BackupContent>> {
  const { disk, path } = options
  return asResult(() =>
    withOpen(disk.fileSystem, path, async (descriptor, size) => {
      const { head, bytes } = await readHead(disk.fileSystem, descriptor, basename(path))
      const unlocked = must(await options.unlock(head))
      const key = { key: frameKey(unlocked.keyFor, head), bound: boundToHead(bytes) }
      const source = contentSource({
        key,
        length: size - bytes.length,
        read: (whole) => readExactly(disk.fileSystem, descriptor, whole),
        damaged: () => damaged(path),
      })
      return { head, manifest: await readContent(source, options.sink, size, () => damaged(path)) }
    }),
  )
}

/** The head of a backup; failures as `readBackup`, for what it can tell without a key. */
export async function readBackupHead(disk: Disk, path: string): Promise<Result<BackupHead>> {
  return asResult(() =>
    withOpen(
      disk.fileSystem,
      path,
      async (descriptor) => (await readHead(disk.fileSystem, descriptor, basename(path))).head,
    ),
  )
}

async function withOpen<T>(
  fileSystem: FileSystem,
  path: string,
  use: (descriptor: number, size: number) => Promise<T>,
): Promise<T> {
  const file = basename(path)
  let descriptor: number | null = null
  try {
    descriptor = await fileSystem.open(path, 'r')
    const { kind, size } = await fileSystem.fstat(descriptor)
    if (kind !== 'file') throw new StorageError('file-is-folder', { file })
    return await use(descriptor, size)
  } catch (error) {
    if (isMissing(error)) throw new StorageError('file-missing', { file }, error)
    if (systemCode(error) === 'EISDIR') throw new StorageError('file-is-folder', { file }, error)
    throw storageError(error, file)
  } finally {
    if (descriptor !== null) await fileSystem.close(descriptor)
  }
}

async function readHead(
  fileSystem: FileSystem,
  descriptor: number,
  file: string,
): Promise<{ readonly head: BackupHead; readonly bytes: Uint8Array }> {
  const prefix = new Uint8Array(prefixSize)
  const count = await readExactly(fileSystem, descriptor, prefix)
  const length = must(headLength(prefix.subarray(0, count), file))
  const body = new Uint8Array(length)
  if ((await readExactly(fileSystem, descriptor, body)) < length) throw damaged(file)
  return { head: must(decodeHead(body, file)), bytes: Buffer.concat([prefix, body]) }
}

/** Fills `whole` as far as the file goes; gives the number of bytes read. */
async function readExactly(fileSystem: FileSystem, descriptor: number, whole: Uint8Array): Promise<number> {
  let length = 0
  while (length < whole.length) {
    const count = await fileSystem.read(descriptor, whole, length)
    if (count === 0) break
    length += count
  }
  return length
}

async function readContent(
  source: ContentSource,
  sink: BackupSink,
  size: number,
  wrong: () => StorageError,
): Promise<Manifest> {
  const counted = manifestOf()
  // Two names that differ in capitals only are one file on many disks.
  const seen = new Set<string>()
  for (;;) {
    const [tag] = await source.take(1)
    if (tag === endTag) break
    if (tag !== fileTag) throw wrong()
    const file = await readFileHead(source, wrong)
    const name = file.path.toLowerCase()
    if (!goesAlong(file.path) || seen.has(name) || file.size > size) throw wrong()
    seen.add(name)
    await sink.begin(file.path, file.size)
    const hash = await readFileBytes(source, sink, file.size)
    if (!timingSafeEqual(hash, await source.take(hash.length))) throw wrong()
    await sink.end()
    counted.add(fileHead(file.path, file.size), file.size, hash)
  }
  const manifest = counted.manifest()
  const expected = encodeManifest(manifest)
  if (!timingSafeEqual(expected, await source.take(expected.length)) || !(await source.isOver())) throw wrong()
  return manifest
}

async function readFileHead(
  source: ContentSource,
  wrong: () => StorageError,
): Promise<{ readonly path: string; readonly size: number }> {
  const length = viewOf(await source.take(2)).getUint16(0)
  if (length === 0 || length > longestPath) throw wrong()
  const path = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await source.take(length))
  const size = viewOf(await source.take(8)).getBigUint64(0)
  if (size > BigInt(Number.MAX_SAFE_INTEGER)) throw wrong()
  return { path, size: Number(size) }
}

async function readFileBytes(source: ContentSource, sink: BackupSink, size: number): Promise<Uint8Array> {
  const hash = createHash('sha256')
  for (let left = size; left > 0; ) {
    const bytes = await source.some(left)
    hash.update(bytes)
    await sink.data(bytes)
    left -= bytes.length
  }
  return hash.digest()
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function damaged(path: string): StorageError {
  return new StorageError('backup-damaged', { file: basename(path) })
}

function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new StorageError(result.failure.code, result.failure.values)
}
