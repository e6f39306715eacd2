// A new file beside the one it will replace: written whole, flushed, its size compared.
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { type Disk, fileMode, makeFolder, writeAll } from './disk.ts'
import { temporaryName } from './file-names.ts'
import type { FileInfo } from './file-system.ts'
import { isMissing } from './storage-error.ts'

export type Written = { readonly info: FileInfo; readonly parents: readonly string[] }

/** A name beside `path` for the file that will take its place. */
export function temporaryBeside(disk: Disk, path: string): string {
  return join(dirname(path), temporaryName(basename(path), disk.token, randomBytes(8).toString('hex')))
}

/** Writes and flushes a new file. Out: what the disk says of it, and the folders above it that were given a new folder. */
export async function writeTemporary(disk: Disk, temporary: string, bytes: Uint8Array): Promise<Written> {
  const { fileSystem } = disk
  const { descriptor, parents } = await openNew(disk, temporary)
  try {
    await writeAll(fileSystem, descriptor, bytes)
    await fileSystem.fsync(descriptor)
    const info = await fileSystem.fstat(descriptor)
    // A full disk has been seen to report success and keep less (SECURITY.md, Storage).
    if (info.size !== bytes.length) throw Object.assign(new Error('short file'), { code: 'ENOSPC', syscall: 'write' })
    return { info, parents }
  } finally {
    await fileSystem.close(descriptor)
  }
}

async function openNew(disk: Disk, path: string) {
  try {
    return { descriptor: await disk.fileSystem.open(path, 'wx', fileMode), parents: [] }
  } catch (error) {
    if (!isMissing(error)) throw error
    const parents = await makeFolder(disk, dirname(path))
    return { descriptor: await disk.fileSystem.open(path, 'wx', fileMode), parents }
  }
}
