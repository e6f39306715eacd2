// Makes a backup: the library's files as they are on the disk, sealed into one file that gets its name only when it has been read back
// from the disk and is whole. Decision 0017 says why so.
import { randomUUID } from 'node:crypto'
import { basename, dirname, relative } from 'node:path'
import { failed, type Result, success } from '../../domain/result.ts'
import { type Disk, fileMode, removeFile, syncFolder, writeAll } from '../library/disk.ts'
import { putInPlace } from '../library/durable.ts'
import { renameOver } from '../library/generations.ts'
import { type Header, openHeader } from '../library/header.ts'
import { temporaryBeside } from '../library/new-file.ts'
import type { DataKey } from '../library/sealing/data-key.ts'
import { newDataKey } from '../library/sealing/data-key.ts'
import type { DeriveKey } from '../library/sealing/key-derivation.ts'
import { isSignedWith, newKeyHeader } from '../library/sealing/key-header.ts'
import { asResult, isMissing, StorageError, storageError } from '../library/storage-error.ts'
import { type BackupHead, boundToHead, encodeHead, frameKey } from './backup-head.ts'
import { readBackup } from './backup-reader.ts'
import { backupWriter, type Manifest } from './backup-writer.ts'
import { type InTurn, type Snapshot, snapshotOf } from './snapshot.ts'

export type BackupOptions = {
  readonly disk: Disk
  /** The library's folder, absolute, and what its library.json says now. */
  readonly folder: string
  readonly header: Header
  /** The keys of a sealed library; null for a plain one. */
  readonly keyFor: DataKey['keyFor'] | null
  /** What a plain library's backup is sealed with; a sealed one's opens with what opens the library. */
  readonly passphrase: string | null
  readonly derive: DeriveKey
  readonly now: () => Date
  readonly inTurn: InTurn
  /** The file to write, absolute; one that is there is replaced only when asked. */
  readonly path: string
  readonly overwrite: boolean
  /** Told how many files are in, and of how many. */
  readonly onProgress: (done: number, total: number) => void
  readonly signal: AbortSignal | null
}

/** `bytes` is the size of the backup, `leftOut` counts what lies in the folder and is no file of the library. */
export type BackupReport = {
  readonly path: string
  readonly files: number
  readonly briefings: number
  readonly bytes: number
  readonly leftOut: number
}

/**
 * Makes a backup and reads it back. Failures: `backup-unsealed` (a plain library and no passphrase), `passphrase-empty`,
 * `backup-inside` (the library's own folder), `file-exists`, `file-missing` (no such folder), `library-damaged` (a key header that its key did
 * not make), `backup-damaged` (not what was written), `backup-overtaken` (sealed or unsealed meanwhile), `backup-stopped`, and the disk's. After any of them nothing new is there.
 */
export async function backUp(options: BackupOptions): Promise<Result<BackupReport>> {
  if (isInside(options.folder, options.path)) return failed('backup-inside')
  const allowed = await mayWrite(options)
  if (!allowed.ok) return allowed
  const opening = await openingOf(options)
  if (!opening.ok) return opening
  const temporary = temporaryBeside(options.disk, options.path)
  try {
    return await asResult(() => write(options, opening.value, temporary))
  } finally {
    await removeFile(options.disk.fileSystem, temporary).catch(() => undefined)
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || !/^(?:\.\.(?:[\\/]|$)|[A-Za-z]:|[\\/])/.test(way)
}

async function mayWrite({ disk, path, overwrite }: BackupOptions): Promise<Result<null>> {
  const file = basename(path)
  try {
    const { kind } = await disk.fileSystem.lstat(path)
    if (kind === 'folder') return failed('file-is-folder', { file })
    return overwrite ? success(null) : failed('file-exists', { file })
  } catch (error) {
    if (isMissing(error)) return success(null)
    return asResult(() => Promise.reject(storageError(error, file)))
  }
}

/** How a backup is opened: its head, and the keys behind that. */
type Opening = { readonly head: BackupHead; readonly keyFor: DataKey['keyFor'] }

async function openingOf(options: BackupOptions): Promise<Result<Opening>> {
  const { header, keyFor, passphrase, derive } = options
  const own = { id: randomUUID(), created: options.now().toISOString() }
  const common = { format: 'aide-memoire-backup', version: 1, ...own, library: header.id } as const
  if (header.header !== null) {
    const place = { id: header.id, created: header.created }
    // Else the backup would open with nothing that the officer has.
    if (keyFor === null || !isSignedWith(place, keyFor, header.header))
      return failed('library-damaged', { file: 'library.json' })
    return success({ head: { ...common, place, keys: header.header }, keyFor })
  }
  if (passphrase === null) return failed('backup-unsealed')
  if (passphrase === '') return failed('passphrase-empty')
  const dataKey = newDataKey()
  return success({
    head: { ...common, place: own, keys: await newKeyHeader(own, dataKey, passphrase, derive) },
    keyFor: dataKey.keyFor,
  })
}

async function write(options: BackupOptions, opening: Opening, temporary: string): Promise<BackupReport> {
  const { disk, path } = options
  const file = basename(path)
  try {
    const snapshot = await snapshotOf(options)
    const { manifest, bytes } = await writeTemporary(options, opening, snapshot, temporary)
    await expectSameForm(options)
    await expectWritten(options, opening, manifest, temporary)
    await place(options, temporary)
    await syncFolder(disk, dirname(path))
    const { briefings, leftOut } = snapshot.counts()
    return { path, files: manifest.files, briefings, bytes, leftOut }
  } catch (error) {
    if (isMissing(error)) throw new StorageError('file-missing', { file: dirname(path) }, error)
    throw storageError(error, file)
  }
}

async function writeTemporary(
  { disk, onProgress, signal }: BackupOptions,
  { head, keyFor }: Opening,
  snapshot: Snapshot,
  temporary: string,
): Promise<{ readonly manifest: Manifest; readonly bytes: number }> {
  const { fileSystem } = disk
  const headBytes = encodeHead(head)
  const descriptor = await fileSystem.open(temporary, 'wx', fileMode)
  try {
    await writeAll(fileSystem, descriptor, headBytes)
    const key = { key: frameKey(keyFor, head), bound: boundToHead(headBytes) }
    const writer = backupWriter(fileSystem, descriptor, key)
    let done = 0
    for await (const { path, bytes } of snapshot.files()) {
      if (signal?.aborted) throw new StorageError('backup-stopped', {})
      await writer.put(path, bytes)
      done += 1
      onProgress(done, snapshot.total)
    }
    const manifest = await writer.end()
    await fileSystem.fsync(descriptor)
    return { manifest, bytes: (await fileSystem.fstat(descriptor)).size }
  } finally {
    await fileSystem.close(descriptor)
  }
}

/** A library that was sealed, unsealed or given new keys meanwhile is in two forms at once here, and its library.json is of neither. */
async function expectSameForm({ disk, folder, header, keyFor, now }: BackupOptions): Promise<void> {
  const after = await openHeader({ disk, folder, now, createIfMissing: false, seal: null })
  if (!after.ok) throw new StorageError(after.failure.code, after.failure.values)
  const { id, created, header: keys, converting } = after.value.header
  const isConverted = JSON.stringify(converting) !== JSON.stringify(header.converting)
  const hasOurKeys = keys === null ? keyFor === null : keyFor !== null && isSignedWith({ id, created }, keyFor, keys)
  if (isConverted || !hasOurKeys) throw new StorageError('backup-overtaken', {})
}

/** Reads the backup as a restore would and compares it with what went in. */
async function expectWritten(
  { disk, path, signal }: BackupOptions,
  { keyFor }: Opening,
  written: Manifest,
  temporary: string,
): Promise<void> {
  const nothing = async () => {
    if (signal?.aborted) throw new StorageError('backup-stopped', {})
  }
  const sink = { begin: nothing, data: async () => undefined, end: async () => undefined }
  const read = await readBackup({ disk, path: temporary, unlock: async () => success({ keyFor }), sink })
  const isSame = read.ok && Buffer.compare(read.value.manifest.digest, written.digest) === 0
  if (isSame) return
  if (read.ok || read.failure.code === 'backup-damaged')
    throw new StorageError('backup-damaged', { file: basename(path) })
  throw new StorageError(read.failure.code, read.failure.values)
}

async function place({ disk, path, overwrite }: BackupOptions, temporary: string): Promise<void> {
  if (overwrite) return renameOver(disk, temporary, path)
  if (!(await putInPlace(disk, temporary, path))) throw new StorageError('file-exists', { file: basename(path) })
}
