// A new file beside the one it will replace: written whole, flushed, its size compared.
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { type Disk, fileMode, makeFolder, removeFile, writeAll } from './disk.ts'
import { temporaryName } from './file-names.ts'
import type { FileInfo } from './file-system.ts'
import { isMissing } from './storage-error.ts'

/** What the disk says of a file, and the folders above it that were given a new folder. */
export type Written = { readonly info: FileInfo; readonly parents: readonly string[] }

/** A name beside `path` for the file that will take its place. */
export function temporaryBeside(disk: Disk, path: string): string {
  return join(dirname(path), temporaryName(basename(path), disk.token, randomBytes(8).toString('hex')))
}

/**
 * Writes and flushes a new file, in a folder that is there. Out: what the disk says of it. Rejects with the system's error: EEXIST
 * when there is such a file, ENOENT without the folder. A file that could not be written whole is removed again.
 */
export async function writeNew(disk: Disk, path: string, bytes: Uint8Array): Promise<FileInfo> {
  const descriptor = await disk.fileSystem.open(path, 'wx', fileMode)
  try {
    return await filled(disk, descriptor, bytes)
  } catch (error) {
    await removeFile(disk.fileSystem, path).catch(() => undefined)
    throw error
  }
}

async function filled({ fileSystem }: Disk, descriptor: number, bytes: Uint8Array): Promise<FileInfo> {
  try {
    await writeAll(fileSystem, descriptor, bytes)
    await fileSystem.fsync(descriptor)
    const info = await fileSystem.fstat(descriptor)
    // A full disk has been seen to report success and keep less (SECURITY.md, Storage).
    if (info.size !== bytes.length) throw Object.assign(new Error('short file'), { code: 'ENOSPC', syscall: 'write' })
    return info
  } finally {
    await fileSystem.close(descriptor)
  }
}

/** Writes a new file as `writeNew` does, and the folders above it where they are missing. */
export async function writeTemporary(disk: Disk, temporary: string, bytes: Uint8Array): Promise<Written> {
  try {
    return { info: await writeNew(disk, temporary, bytes), parents: [] }
  } catch (error) {
    if (!isMissing(error)) throw error
    const parents = await makeFolder(disk, dirname(temporary))
    return { info: await writeNew(disk, temporary, bytes), parents }
  }
}
