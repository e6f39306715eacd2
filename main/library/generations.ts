// Earlier copies of a record beside it. Keeping one costs no copy and no extra flush: the old file gets a second name before
// the new one takes its place, and the flush of the folder covers both.
import type { Disk } from './disk.ts'
import { removeFile } from './disk.ts'
import { generationOf, generationsKept } from './file-names.ts'
import { isMissing, systemCode } from './storage-error.ts'

/** Milliseconds between tries to rename on Windows, where scanners and sync engines hold files for moments: 10 s in all. */
const renameWaits = [10, 20, 50, 100, 200, 400, 800, 1_600, 3_000, 3_820] as const

/**
 * Keeps the file at `path` as its newest generation, moving older ones back. To keep more than one, raise
 * `generationsKept`: this function is the only place that knows. Out: true when the file has its second name; false where the
 * disk knows no second names (FAT, exFAT): then the file must be moved there once the new one is safe.
 */
export async function keepGeneration(disk: Disk, path: string): Promise<boolean> {
  const { fileSystem } = disk
  for (let number = generationsKept - 1; number >= 1; number -= 1) {
    await ignoreMissing(fileSystem.rename(generationOf(path, number), generationOf(path, number + 1)))
  }
  await removeFile(fileSystem, generationOf(path, 1))
  try {
    await fileSystem.link(path, generationOf(path, 1))
    return true
  } catch (error) {
    if (knowsNoLinks(error)) return false
    throw error
  }
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

async function ignoreMissing(work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}
