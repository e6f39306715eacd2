// Small steps on the disk that several parts share: whole files read, all bytes written, folders made and flushed.
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import type { FileInfo, FileSystem } from './file-system.ts'
import { isMissing, systemCode } from './storage-error.ts'

export type Disk = {
  readonly fileSystem: FileSystem
  readonly platform: NodeJS.Platform
  /** Eight hex digits of this opening of the library: tells our own temporary files from those left over. */
  readonly token: string
  readonly wait: (milliseconds: number) => Promise<void>
}

export const fileMode = 0o600
const folderMode = 0o700

/** A disk on the given file system with a fresh token. */
export function diskOf(fileSystem: FileSystem, platform: NodeJS.Platform = process.platform): Disk {
  const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
  return { fileSystem, platform, token: randomBytes(4).toString('hex'), wait }
}

/** A whole file and what the disk says of it, or null where there is none. Folders and devices reject with EISDIR. */
export async function readWhole(
  fileSystem: FileSystem,
  path: string,
): Promise<{ readonly bytes: Uint8Array; readonly info: FileInfo } | null> {
  const descriptor = await openOrNull(fileSystem, path)
  if (descriptor === null) return null
  try {
    const info = await fileSystem.fstat(descriptor)
    if (info.kind !== 'file') throw Object.assign(new Error(`not a file: ${path}`), { code: 'EISDIR', syscall: 'read' })
    const bytes = new Uint8Array(info.size)
    let length = 0
    while (length < bytes.length) {
      const count = await fileSystem.read(descriptor, bytes, length)
      if (count === 0) break
      length += count
    }
    return { bytes: bytes.subarray(0, length), info }
  } finally {
    await fileSystem.close(descriptor)
  }
}

async function openOrNull(fileSystem: FileSystem, path: string): Promise<number | null> {
  try {
    return await fileSystem.open(path, 'r')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Writes every byte: one write may take fewer than it was given. */
export async function writeAll(fileSystem: FileSystem, descriptor: number, bytes: Uint8Array): Promise<void> {
  for (let offset = 0; offset < bytes.length; ) {
    const count = await fileSystem.write(descriptor, bytes, offset)
    if (count === 0) throw Object.assign(new Error('nothing written'), { code: 'EIO', syscall: 'write' })
    offset += count
  }
}

/** Makes names created, replaced or removed in a folder survive a power cut. Windows has no such call. */
export async function syncFolder(disk: Disk, folder: string): Promise<void> {
  if (disk.platform === 'win32') return
  const descriptor = await disk.fileSystem.open(folder, 'r')
  try {
    await disk.fileSystem.fsync(descriptor)
  } finally {
    // Nothing was written through it, so closing can't fail in a way that matters, and nobody has to wait for it.
    disk.fileSystem.close(descriptor).catch(() => undefined)
  }
}

/** Makes a folder with those above it (0700). Out: the parents of those made, each to be flushed by the caller. */
export async function makeFolder(disk: Disk, folder: string): Promise<readonly string[]> {
  try {
    await disk.fileSystem.mkdir(folder, folderMode)
    return [dirname(folder)]
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return []
    if (!isMissing(error) || dirname(folder) === folder) throw error
    const above = await makeFolder(disk, dirname(folder))
    return [...above, ...(await makeFolder(disk, folder))]
  }
}

/** Removes a file; one that is not there is fine. */
export async function removeFile(fileSystem: FileSystem, path: string): Promise<void> {
  try {
    await fileSystem.unlink(path)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/** A folder's entries; none where there is no such folder. */
export async function listFolder(fileSystem: FileSystem, path: string): ReturnType<FileSystem['readdir']> {
  try {
    return await fileSystem.readdir(path)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
