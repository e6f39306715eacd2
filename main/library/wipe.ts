// Wipes a library: first what opens it, then everything else that is the library's. Whenever it stops, doing it again finishes it: until the
// last step there is a library.json, from the first step on one without keys.
import { randomBytes } from 'node:crypto'
import { join, posix } from 'node:path'
import type { Result } from '../../domain/result.ts'
import { type Disk, listFolder, removeFile, syncFolder, writeAll } from './disk.ts'
import { durableFile } from './durable.ts'
import { headerName, isHeaderFile, isUuid, lockName, shards } from './file-names.ts'
import type { FolderEntry } from './file-system.ts'
import { encodeHeader, type Header } from './header.ts'
import { asResult, isMissing, storageError, systemCode } from './storage-error.ts'
import { listLibrary, roleOf } from './verify-files.ts'

/** `left` are the files and folders that stay, relative to the library: what is not the library's, or could not be removed. */
export type WipeReport = { readonly removed: number; readonly left: readonly string[] }

export type WipeOptions = { readonly disk: Disk; readonly folder: string; readonly header: Header }

/**
 * Wipes the library in `folder`, whose lock is ours and which nobody writes to any more. Fails with the disk's reason only when the keys could
 * not be removed; the library is then as it was.
 */
export async function wipeLibrary(options: WipeOptions): Promise<Result<WipeReport>> {
  const keys = await asResult(() => removeKeys(options))
  return keys.ok ? asResult(() => removeRest(options)) : keys
}

/** A library.json without keys takes the place of the one with them; the bytes of that and of its copies are written over. */
async function removeKeys({ disk, folder, header }: WipeOptions): Promise<void> {
  const path = join(folder, headerName)
  // Keys that a conversion still knows go as well.
  const { format, version, id, created, settings } = header
  await durableFile(disk, path, headerName).write(
    encodeHeader({ format, version, id, created, header: null, settings }),
  )
  try {
    const { files } = await listLibrary(disk, folder)
    for (const file of files.filter((name) => name !== headerName && holdsKeys(name))) {
      await writeOver(disk, join(folder, file))
      await removeFile(disk.fileSystem, join(folder, file))
    }
    await syncFolder(disk, folder)
  } catch (error) {
    throw storageError(error, headerName)
  }
}

/** True for copies of library.json, those that sync engines made included. */
function holdsKeys(file: string): boolean {
  const { role } = roleOf(file)
  if (isHeaderFile(file)) return true
  return (role === 'conflict' && file.startsWith('library')) || (role === 'temporary' && file.startsWith('.library.'))
}

async function writeOver({ fileSystem }: Disk, path: string): Promise<void> {
  const descriptor = await fileSystem.open(path, 'r+')
  try {
    const { size } = await fileSystem.fstat(descriptor)
    await writeAll(fileSystem, descriptor, randomBytes(size))
    await fileSystem.fsync(descriptor)
  } finally {
    await fileSystem.close(descriptor)
  }
}

async function removeRest({ disk, folder }: WipeOptions): Promise<WipeReport> {
  const { files, unreadable } = await listLibrary(disk, folder)
  const ours = files.filter(isOurs)
  const left = [...unreadable.map(({ file }) => file), ...files.filter((file) => !isOurs(file) && !isOfLock(file))]
  // The list of briefings first: it has every title. What makes the folder a library last.
  for (const file of ours.toSorted((a, b) => orderOf(a) - orderOf(b))) {
    if (!(await isRemoved(disk, join(folder, file)))) left.push(file)
  }
  for (const parent of await ownFolders(disk, folder)) await removeEmpty(disk, join(folder, parent))
  await syncFolder(disk, folder).catch(ignoreSystem)
  return { removed: ours.filter((file) => !left.includes(file)).length, left }
}

function isOurs(file: string): boolean {
  const { role } = roleOf(file)
  if (role === 'unknown' || role === 'lock') return false
  // Copies that a sync engine made of a record hold its words.
  return role !== 'conflict' || isUuid(posix.basename(file).slice(0, 36))
}

/** The lock is given back, not removed. */
function isOfLock(file: string): boolean {
  return file === lockName || roleOf(file).role === 'lock'
}

function orderOf(file: string): number {
  const { role } = roleOf(file)
  if (role === 'catalogue') return 0
  return role === 'header' ? 2 : 1
}

/** The library's own folders that are there, the deepest first, those that hold nothing included. */
async function ownFolders(disk: Disk, folder: string): Promise<readonly string[]> {
  const below = async (relative: string): Promise<readonly string[]> => {
    const entries = await listFolder(disk.fileSystem, join(folder, relative)).catch(none)
    const folders = entries.filter(({ name, kind }) => kind === 'folder' && (shards.includes(name) || isUuid(name)))
    const deeper = await Promise.all(folders.map(({ name }) => below(`${relative}/${name}`)))
    return [...deeper.flat(), relative]
  }
  return (await Promise.all(['entries', 'notes', 'sessions', 'cache'].map(below))).flat()
}

function none(error: unknown): readonly FolderEntry[] {
  ignoreSystem(error)
  return []
}

async function isRemoved(disk: Disk, path: string): Promise<boolean> {
  try {
    await removeFile(disk.fileSystem, path)
    return true
  } catch (error) {
    ignoreSystem(error)
    return false
  }
}

async function removeEmpty(disk: Disk, path: string): Promise<void> {
  // The names that went from it are gone for certain even where the folder itself has to stay.
  await syncFolder(disk, path).catch(ignoreSystem)
  await disk.fileSystem.rmdir(path).catch(ignoreSystem)
}

/** One file that can't be removed keeps no other from going; it is told. Programming errors are thrown on. */
function ignoreSystem(error: unknown): void {
  if (systemCode(error) === null && !isMissing(error)) throw error
}
