// The lowest layer under lowdb: bytes of one file that are either the old ones or the new ones, whatever happens meanwhile,
// and are on the disk when a write returns. Why not a package: docs/decisions/0003-durable-adapter.md.
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { Adapter } from 'lowdb'
import { type Disk, fileMode, makeFolder, readWhole, removeFile, syncFolder, writeAll } from './disk.ts'
import { damagedName, generationOf, temporaryName } from './file-names.ts'
import type { FileInfo } from './file-system.ts'
import { keepGeneration, knowsNoLinks, renameOver } from './generations.ts'
import { inOrder } from './in-order.ts'
import { isMissing, storageError, systemCode } from './storage-error.ts'

export type DurableFile = Adapter<Uint8Array> & {
  /** Size, time and number of the file as it was last read or written here; null when there was none. */
  readonly info: () => FileInfo | null
  /** True while the file on the disk is the one last read or written here. */
  readonly isCurrent: () => Promise<boolean>
  /** Bytes of an earlier generation (1 is the newest), or null. */
  readonly generation: (number: number) => Promise<Uint8Array | null>
  /** Puts the file aside under another name beside it, whatever is in it. `time` is an ISO instant. */
  readonly setAside: (time: string) => Promise<void>
  /** Writes a file that must not exist yet: false, and nothing changed, when it does. */
  readonly create: (bytes: Uint8Array) => Promise<boolean>
}

/**
 * A durable file. In: the disk, the absolute path, and the name used in failures (relative to the library). Operations on it
 * run one after the other and each caller gets its own outcome: a StorageError with `disk-full`, `disk-read-only`,
 * `no-permission` or `disk-failed`.
 */
export function durableFile(disk: Disk, path: string, name: string): DurableFile {
  const { fileSystem } = disk
  const queue = inOrder()
  let known: FileInfo | null = null
  const turn = <T>(work: () => Promise<T>): Promise<T> =>
    queue(async () => {
      try {
        return await work()
      } catch (error) {
        throw storageError(error, name)
      }
    })

  return {
    info: () => known,
    read: () =>
      turn(async () => {
        const found = await readWhole(fileSystem, path)
        known = found?.info ?? null
        return found?.bytes ?? null
      }),
    isCurrent: () => turn(async () => sameFile(known, await infoOrNull(disk, path))),
    write: (bytes) =>
      turn(async () => {
        const target = await targetOf(disk, path)
        known = await replace(disk, target, bytes)
      }),
    generation: (number) => turn(async () => (await readWhole(fileSystem, generationOf(path, number)))?.bytes ?? null),
    setAside: (time) =>
      turn(async () => {
        await fileSystem.rename(path, damagedName(path, time))
        known = null
        await syncFolder(disk, dirname(path))
      }),
    create: (bytes) =>
      turn(async () => {
        const created = await createNew(disk, path, bytes)
        if (created !== null) known = created
        return created !== null
      }),
  }
}

function sameFile(a: FileInfo | null, b: FileInfo | null): boolean {
  return a === null || b === null ? a === b : a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs
}

async function infoOrNull(disk: Disk, path: string): Promise<FileInfo | null> {
  try {
    const info = await disk.fileSystem.lstat(path)
    return info.kind === 'link' ? await disk.fileSystem.lstat(await disk.fileSystem.realpath(path)) : info
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Where to write: a link that someone put there is followed, not replaced by a file. */
async function targetOf(disk: Disk, path: string): Promise<string> {
  try {
    const info = await disk.fileSystem.lstat(path)
    return info.kind === 'link' ? await disk.fileSystem.realpath(path) : path
  } catch (error) {
    if (isMissing(error)) return path
    throw error
  }
}

async function replace(disk: Disk, target: string, bytes: Uint8Array): Promise<FileInfo> {
  return withTemporary(disk, target, bytes, async (temporary, info) => {
    await keepGeneration(disk, target)
    await renameOver(disk, temporary, target)
    await syncFolder(disk, dirname(target))
    return info
  })
}

async function createNew(disk: Disk, target: string, bytes: Uint8Array): Promise<FileInfo | null> {
  return withTemporary(disk, target, bytes, async (temporary, info) => {
    try {
      await disk.fileSystem.link(temporary, target)
      await removeFile(disk.fileSystem, temporary)
    } catch (error) {
      if (systemCode(error) === 'EEXIST') return null
      if (!knowsNoLinks(error) || (await infoOrNull(disk, target)) !== null) throw error
      await renameOver(disk, temporary, target)
    }
    await syncFolder(disk, dirname(target))
    return info
  })
}

/** Writes and flushes a temporary file beside `target`, lets `use` put it in place, and leaves none behind. */
async function withTemporary<T>(
  disk: Disk,
  target: string,
  bytes: Uint8Array,
  use: (temporary: string, info: FileInfo) => Promise<T>,
): Promise<T> {
  const random = randomBytes(8).toString('hex')
  const temporary = join(dirname(target), temporaryName(basename(target), disk.token, random))
  let placed = false
  try {
    const info = await writeTemporary(disk, temporary, bytes)
    const used = await use(temporary, info)
    placed = used !== null
    return used
  } finally {
    if (!placed) await removeFile(disk.fileSystem, temporary).catch(() => undefined)
  }
}

async function writeTemporary(disk: Disk, temporary: string, bytes: Uint8Array): Promise<FileInfo> {
  const { fileSystem } = disk
  const descriptor = await openNew(disk, temporary)
  try {
    await writeAll(fileSystem, descriptor, bytes)
    await fileSystem.fsync(descriptor)
    const info = await fileSystem.fstat(descriptor)
    // A full disk has been seen to report success and keep less (SECURITY.md, Storage).
    if (info.size !== bytes.length) {
      throw Object.assign(new Error('short file'), { code: 'ENOSPC', syscall: 'write' })
    }
    return info
  } finally {
    await fileSystem.close(descriptor)
  }
}

async function openNew(disk: Disk, path: string): Promise<number> {
  try {
    return await disk.fileSystem.open(path, 'wx', fileMode)
  } catch (error) {
    if (!isMissing(error)) throw error
    await makeFolder(disk, dirname(path))
    return disk.fileSystem.open(path, 'wx', fileMode)
  }
}
