// Brings a backup back as a library: into the folder asked for when nothing is there, else beside it, never over anything. All of it is
// read, checked and flushed under another name first, so that a folder with the right name is whole.
import { basename, dirname, join } from 'node:path'
import { failed, type Result } from '../../domain/result.ts'
import { type Disk, listFolder, makeFolder, readWhole, syncFolder } from '../library/disk.ts'
import { headerName } from '../library/file-names.ts'
import { renameOver } from '../library/generations.ts'
import { decodeHeader, type Header } from '../library/header.ts'
import { temporaryBeside } from '../library/new-file.ts'
import type { DeriveKey } from '../library/sealing/key-derivation.ts'
import { type Secret, unlock } from '../library/sealing/key-header.ts'
import { asResult, isMissing, StorageError, storageError, systemCode } from '../library/storage-error.ts'
import type { BackupHead } from './backup-head.ts'
import { isBriefing } from './backup-paths.ts'
import { type BackupSink, readBackup } from './backup-reader.ts'
import { folderSink } from './folder-sink.ts'

export type RestoreOptions = {
  readonly disk: Disk
  /** The backup, absolute. */
  readonly path: string
  /** Where the library should be, absolute. */
  readonly folder: string
  readonly secret: Secret | null
  readonly derive: DeriveKey
  readonly now: () => Date
  /** Told how many bytes of files are out. */
  readonly onProgress: (bytes: number) => void
  readonly signal: AbortSignal | null
}

/** `isBeside` when the folder asked for was taken, `isSealed` as the library is. */
export type RestoreReport = {
  readonly folder: string
  readonly isBeside: boolean
  readonly isSealed: boolean
  readonly files: number
  readonly briefings: number
}

/**
 * Restores a backup. Failures: those of `readBackup`, `backup-sealed` (no secret given), those of `unlock`, `backup-stopped`,
 * `library-newer`, and the disk's. After any of them nothing new is there.
 */
export async function restore(options: RestoreOptions): Promise<Result<RestoreReport>> {
  return asResult(async () => {
    try {
      return await restoreInto(options, await freeFolder(options))
    } catch (error) {
      throw storageError(error, basename(options.folder))
    }
  })
}

async function restoreInto(options: RestoreOptions, folder: string): Promise<RestoreReport> {
  const { disk, path, secret, derive } = options
  const temporary = temporaryBeside(disk, folder)
  const target = folderSink(disk, temporary)
  const counted = countingSink(options, target.sink)
  try {
    const read = await readBackup({
      disk,
      path,
      unlock: async ({ place, keys }) =>
        secret === null ? failed('backup-sealed') : unlock({ place, header: keys, derive }, secret),
      sink: { ...counted.sink, begin: firstMaking(disk, dirname(folder), counted.sink.begin) },
    })
    const { head, manifest } = must(read)
    const header = await expectHeader(options, head, temporary)
    await target.finish()
    await giveName(disk, temporary, folder)
    const isBeside = folder !== options.folder
    return { folder, isBeside, isSealed: header.header !== null, files: manifest.files, briefings: counted.briefings() }
  } catch (error) {
    await target.discard()
    throw error
  }
}

/** The folder itself when it is absent or empty, else the first free name beside it. */
async function freeFolder({ disk, folder, now }: RestoreOptions): Promise<string> {
  if (await isFree(disk, folder)) return folder
  const beside = `${folder}-restored-${now().toISOString().slice(0, 10)}`
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? beside : `${beside}-${number}`
    if (await isFree(disk, name)) return name
  }
}

async function isFree({ fileSystem }: Disk, folder: string): Promise<boolean> {
  try {
    const { kind } = await fileSystem.lstat(folder)
    return kind === 'folder' && (await listFolder(fileSystem, folder)).length === 0
  } catch (error) {
    if (isMissing(error)) return true
    throw error
  }
}

/** Makes the folders above with the first file, once the secret has opened the backup. */
function firstMaking(disk: Disk, above: string, begin: BackupSink['begin']): BackupSink['begin'] {
  let isMade = false
  return async (path, size) => {
    if (!isMade) for (const parent of await makeFolder(disk, above)) await syncFolder(disk, parent)
    isMade = true
    await begin(path, size)
  }
}

function countingSink({ onProgress, signal }: RestoreOptions, sink: BackupSink) {
  let briefings = 0
  let done = 0
  return {
    briefings: () => briefings,
    sink: {
      ...sink,
      begin: async (path: string, size: number) => {
        if (signal?.aborted) throw new StorageError('backup-stopped', {})
        if (isBriefing(path)) briefings += 1
        await sink.begin(path, size)
      },
      data: async (bytes: Uint8Array) => {
        await sink.data(bytes)
        done += bytes.length
        onProgress(done)
      },
    },
  }
}

/** The library's own file must be there and be of the library, and of the keys, that the backup says. */
async function expectHeader({ disk, path }: RestoreOptions, head: BackupHead, folder: string): Promise<Header> {
  const found = await readWhole(disk.fileSystem, join(folder, headerName))
  const header = found === null ? failed('library-damaged') : decodeHeader(found.bytes)
  if (!header.ok && header.failure.code === 'library-newer') must(header)
  if (!header.ok || !isOf(header.value, head)) throw new StorageError('backup-damaged', { file: basename(path) })
  return header.value
}

function isOf({ id, created, header }: Header, head: BackupHead): boolean {
  if (id !== head.library) return false
  if (header === null) return head.place.id === head.id
  return head.place.id === id && head.place.created === created && header.authentication === head.keys.authentication
}

async function giveName(disk: Disk, temporary: string, folder: string): Promise<void> {
  try {
    // Windows puts no folder in the place of another, not even of an empty one.
    if (disk.platform === 'win32') await disk.fileSystem.rmdir(folder).catch(ignoreMissing)
    await renameOver(disk, temporary, folder)
    await syncFolder(disk, dirname(folder))
  } catch (error) {
    const code = systemCode(error) ?? ''
    const isTaken = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(code)
    throw isTaken ? new StorageError('file-exists', { file: basename(folder) }, error) : error
  }
}

function ignoreMissing(error: unknown): void {
  if (!isMissing(error)) throw error
}

function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new StorageError(result.failure.code, result.failure.values)
}
