// The lowest layer under lowdb: bytes of one file that are either the old ones or the new ones, whatever happens meanwhile,
// and are on the disk when a write returns. Why not a package: docs/decisions/0003-durable-adapter.md.
import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import { inOrder } from '../../domain/in-order.ts'
import { type Disk, readWhole, removeFile, syncFolder } from './disk.ts'
import { damagedName, generationOf } from './file-names.ts'
import { type FileInfo, isSameFile } from './file-system.ts'
import { type Generations, generationsOf, keepLast, knowsNoLinks, listGenerations, renameOver } from './generations.ts'
import { temporaryBeside, type Written, writeTemporary } from './new-file.ts'
import { isMissing, storageError, systemCode } from './storage-error.ts'

export type DurableFile = Adapter<Uint8Array> & {
  /** Size, time and number of the file as it was last read or written here; null when there was none. */
  readonly info: () => FileInfo | null
  /** True while the file on the disk is the one last read or written here. */
  readonly isCurrent: () => Promise<boolean>
  /** Bytes of an earlier generation (1 is the newest, 2 the newest of those before it), or null. */
  readonly generation: (number: number) => Promise<Uint8Array | null>
  /** Puts the file aside under another name beside it, whatever is in it. `time` is an ISO instant. */
  readonly setAside: (time: string) => Promise<void>
  /** Writes a file that must not exist yet: false, and nothing changed, when it does. */
  readonly create: (bytes: Uint8Array) => Promise<boolean>
}

/**
 * A durable file. In: the disk, the absolute path, the name used in failures (relative to the library), and which of its earlier
 * copies are kept: the last one, or as many as generation-policy.ts says. Operations on it run one after the other and each caller gets its own outcome: a StorageError with `disk-full`, `disk-read-only`,
 * `no-permission` or `disk-failed`.
 */
export function durableFile(disk: Disk, path: string, name: string, keeps: 'last' | 'many' = 'last'): DurableFile {
  const { fileSystem } = disk
  const generations = keeps === 'many' ? generationsOf(disk) : keepLast(disk)
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
    isCurrent: () =>
      turn(async () => {
        const found = await infoOrNull(disk, path)
        return known === null || found === null ? known === found : isSameFile(known, found)
      }),
    write: (bytes) =>
      turn(async () => {
        known = await replace(disk, generations, path, bytes)
      }),
    generation: (number) => turn(() => readGeneration(disk, path, number)),
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

async function readGeneration(disk: Disk, path: string, number: number): Promise<Uint8Array | null> {
  const older = number === 1 ? null : (await listGenerations(disk, path)).filter(({ sequence }) => sequence !== null)
  const file = older === null ? generationOf(path, 1) : older[number - 2]?.path
  return file === undefined ? null : ((await readWhole(disk.fileSystem, file))?.bytes ?? null)
}

async function infoOrNull({ fileSystem }: Disk, path: string): Promise<FileInfo | null> {
  try {
    const info = await fileSystem.lstat(path)
    return info.kind === 'link' ? await fileSystem.lstat(await fileSystem.realpath(path)) : info
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function replace(disk: Disk, generations: Generations, path: string, bytes: Uint8Array): Promise<FileInfo> {
  const temporary = temporaryBeside(disk, path)
  // The earlier copy gets its second name while the new one is being flushed.
  const [written, earlier] = await Promise.allSettled([
    writeTemporary(disk, temporary, bytes),
    keepEarlier(disk, generations, path),
  ])
  try {
    if (written.status === 'rejected') throw written.reason
    if (earlier.status === 'rejected') throw earlier.reason
    if (earlier.value.kind === 'link') {
      await removeFile(disk.fileSystem, temporary)
      return await replace(disk, generations, earlier.value.target, bytes)
    }
    if (earlier.value.kind === 'to-be-moved') await moveThenReplace(disk, path, temporary)
    else await renameOver(disk, temporary, path)
    await syncFolders(disk, path, written.value)
    return written.value.info
  } catch (error) {
    await removeFile(disk.fileSystem, temporary).catch(() => undefined)
    throw error
  }
}

/** Where a disk knows no second names; the file goes back to its place when the new one can't have it. */
async function moveThenReplace(disk: Disk, path: string, temporary: string): Promise<void> {
  const earlier = generationOf(path, 1)
  await renameOver(disk, path, earlier)
  try {
    await renameOver(disk, temporary, path)
  } catch (error) {
    await disk.fileSystem.rename(earlier, path).catch(() => undefined)
    throw error
  }
}

type Earlier =
  | { readonly kind: 'none' | 'kept' | 'to-be-moved' }
  /** A link that someone put there is followed, not replaced by a file. */
  | { readonly kind: 'link'; readonly target: string }

async function keepEarlier(disk: Disk, generations: Generations, path: string): Promise<Earlier> {
  try {
    const info = await disk.fileSystem.lstat(path)
    if (info.kind === 'link') return { kind: 'link', target: await disk.fileSystem.realpath(path) }
    return { kind: (await generations.keep(path, info)) ? 'kept' : 'to-be-moved' }
  } catch (error) {
    if (isMissing(error)) return { kind: 'none' }
    throw error
  }
}

async function createNew(disk: Disk, path: string, bytes: Uint8Array): Promise<FileInfo | null> {
  const temporary = temporaryBeside(disk, path)
  try {
    const written = await writeTemporary(disk, temporary, bytes)
    if (!(await putInPlace(disk, temporary, path))) return null
    await syncFolders(disk, path, written)
    return written.info
  } finally {
    await removeFile(disk.fileSystem, temporary).catch(() => undefined)
  }
}

/** Gives a file its name only if nobody has it; false otherwise. The temporary name may stay. */
export async function putInPlace(disk: Disk, temporary: string, path: string): Promise<boolean> {
  try {
    await disk.fileSystem.link(temporary, path)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    if (!knowsNoLinks(error)) throw error
    if ((await infoOrNull(disk, path)) !== null) return false
    await renameOver(disk, temporary, path)
    return true
  }
}

async function syncFolders(disk: Disk, path: string, { parents }: Written): Promise<void> {
  await Promise.all([dirname(path), ...parents].map((folder) => syncFolder(disk, folder)))
}
