// Earlier copies of a record beside it. Keeping one costs no copy and no extra flush: the old file gets a second name before
// the new one takes its place, and the flush of the folder covers both.
import { basename, dirname, join } from 'node:path'
import type { Disk } from './disk.ts'
import { listFolder, removeFile } from './disk.ts'
import { generationIn, generationOf, olderGenerationOf } from './file-names.ts'
import { type FileInfo, isSameFile } from './file-system.ts'
import { notKept } from './generation-policy.ts'
import { isMissing, systemCode } from './storage-error.ts'

/** Milliseconds between tries to rename on Windows, where scanners and sync engines hold files for moments: 10 s in all. */
const renameWaits = [10, 20, 50, 100, 200, 400, 800, 1_600, 3_000, 3_820] as const

/** `sequence` is null for the newest; `written` is when its bytes were written as the record's, in milliseconds since 1970. */
export type Generation = { readonly path: string; readonly sequence: number | null; readonly written: number }

export type Generations = {
  /**
   * Keeps the file at `path` as its newest generation; `info` is what the disk says of that file. Out: true when it has its
   * second name; false where the disk knows no second names (FAT, exFAT): then the file must be moved there once the new one is
   * safe.
   */
  readonly keep: (path: string, info: FileInfo) => Promise<boolean>
}

/** Keeps the last copy only. */
export function keepLast(disk: Disk): Generations {
  return {
    keep: async (path) => {
      await removeFile(disk.fileSystem, generationOf(path, 1))
      return linkNewest(disk, path)
    },
  }
}

/**
 * Keeps as many as generation-policy.ts says. What is there is listed once for each path; after that a save costs one look, one
 * rename, one link and mostly one removal, all done while the new file is being flushed. What could not be removed is left to
 * a later save.
 */
export function generationsOf(disk: Disk): Generations {
  const { fileSystem } = disk
  const known = new Map<string, readonly Generation[]>()

  /** Gives the newest generation its lasting name. Out: all that are older than the one now to be made, newest first. */
  const movedBack = async (path: string, newest: FileInfo | null): Promise<readonly Generation[]> => {
    const older = known.get(path) ?? (await listGenerations(disk, path)).filter(({ sequence }) => sequence !== null)
    if (newest === null) return older
    const sequence = Math.max(1, ...older.map((generation) => generation.sequence ?? 1)) + 1
    const written = Math.floor(newest.mtimeMs)
    const moved = { path: olderGenerationOf(path, sequence, written), sequence, written }
    await renameOver(disk, generationOf(path, 1), moved.path)
    return [moved, ...older]
  }

  return {
    keep: async (path, info) => {
      const newest = await infoOf(disk, generationOf(path, 1))
      // A save that failed after this has kept it already: trying again and again must not crowd out the others.
      if (newest !== null && info.ino !== 0 && isSameFile(info, newest)) return true
      const older = await movedBack(path, newest)
      known.delete(path)
      const linked = await linkNewest(disk, path)
      const gone = new Set(notKept([{ path: '', sequence: null, written: info.mtimeMs }, ...older]))
      const left = older.filter((generation) => !gone.has(generation))
      for (const { path: file } of older.filter((generation) => gone.has(generation)))
        await removeFile(fileSystem, file)
      known.set(path, left)
      return linked
    },
  }
}

/** All generations of the record at `path`, newest first. Rejects with the system's error. */
export async function listGenerations(disk: Disk, path: string): Promise<readonly Generation[]> {
  const folder = dirname(path)
  const found: Generation[] = []
  for (const { name } of await listFolder(disk.fileSystem, folder)) {
    const parts = generationIn(name, basename(path))
    if (parts === null) continue
    const file = join(folder, name)
    const written = parts.written ?? (await infoOf(disk, file))?.mtimeMs
    if (written !== undefined) found.push({ path: file, sequence: parts.sequence, written })
  }
  const order = ({ sequence }: Generation) => sequence ?? Number.POSITIVE_INFINITY
  return found.toSorted((a, b) => (order(a) === order(b) ? b.written - a.written : order(b) - order(a)))
}

/** Puts one file in another's place; on Windows again and again for about ten seconds while others hold it. */
export async function renameOver(disk: Disk, from: string, to: string): Promise<void> {
  for (const milliseconds of disk.platform === 'win32' ? renameWaits : []) {
    try {
      return await disk.fileSystem.rename(from, to)
    } catch (error) {
      const code = systemCode(error)
      if (code !== 'EPERM' && code !== 'EBUSY' && code !== 'EACCES') throw error
      await disk.wait(milliseconds)
    }
  }
  return disk.fileSystem.rename(from, to)
}

/** True when a second name for a file failed because the disk has none, not because of this file. */
export function knowsNoLinks(error: unknown): boolean {
  const code = systemCode(error)
  return code !== null && ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EINVAL'].includes(code)
}

async function linkNewest(disk: Disk, path: string): Promise<boolean> {
  try {
    await disk.fileSystem.link(path, generationOf(path, 1))
    return true
  } catch (error) {
    if (knowsNoLinks(error)) return false
    throw error
  }
}

async function infoOf({ fileSystem }: Disk, path: string): Promise<FileInfo | null> {
  try {
    return await fileSystem.lstat(path)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
