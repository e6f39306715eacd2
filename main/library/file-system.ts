// The few file operations the library needs, as an interface, so that tests can make any one of them fail. File descriptors
// are plain numbers: measured, they cost less than Node's FileHandle objects on the way of a note.
import * as fs from 'node:fs'
import { promisify } from 'node:util'

export type FileKind = 'file' | 'folder' | 'link' | 'other'
/** `size` in bytes, `mtimeMs` in milliseconds since 1970, `ino` the file's number on its disk. */
export type FileInfo = {
  readonly kind: FileKind
  readonly size: number
  readonly mtimeMs: number
  readonly ino: number
}

/** True when both are the same file with the same bytes, as far as the disk tells. */
export function isSameFile(a: FileInfo, b: FileInfo): boolean {
  return a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs
}

export type FolderEntry = { readonly name: string; readonly kind: FileKind }

/** Every operation rejects with Node's error (`code` is ENOENT, ENOSPC …). Offsets and lengths in bytes. */
export type FileSystem = {
  readonly open: (path: string, flags: 'r' | 'wx' | 'r+', mode?: number) => Promise<number>
  /** Reads into `bytes` from `offset` on, at most to its end; gives the number of bytes read, 0 at the end. */
  readonly read: (descriptor: number, bytes: Uint8Array, offset: number) => Promise<number>
  /** Writes `bytes` from `offset` on; gives the number of bytes written, which may be fewer. */
  readonly write: (descriptor: number, bytes: Uint8Array, offset: number) => Promise<number>
  /** Writes `bytes` over the beginning of the file. */
  readonly overwrite: (descriptor: number, bytes: Uint8Array) => Promise<number>
  readonly fsync: (descriptor: number) => Promise<void>
  readonly fstat: (descriptor: number) => Promise<FileInfo>
  readonly close: (descriptor: number) => Promise<void>
  /** Of the name itself: a link is a link. */
  readonly lstat: (path: string) => Promise<FileInfo>
  readonly realpath: (path: string) => Promise<string>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly link: (existing: string, path: string) => Promise<void>
  readonly unlink: (path: string) => Promise<void>
  /** Removes an empty folder. */
  readonly rmdir: (path: string) => Promise<void>
  readonly mkdir: (path: string, mode: number) => Promise<void>
  readonly readdir: (path: string) => Promise<readonly FolderEntry[]>
}

const stat = {
  fstat: promisify(fs.fstat) as (descriptor: number) => Promise<fs.Stats>,
  lstat: promisify(fs.lstat) as (path: string) => Promise<fs.Stats>,
}
const mkdir = promisify(fs.mkdir) as (path: string, mode: number) => Promise<unknown>

/** The real file system; no call ever waits on the event loop's thread. */
export const nodeFileSystem: FileSystem = {
  open: promisify(fs.open) as FileSystem['open'],
  read: (descriptor, bytes, offset) =>
    settle((done) => fs.read(descriptor, bytes, offset, bytes.length - offset, null, done)),
  write: (descriptor, bytes, offset) =>
    settle((done) => fs.write(descriptor, bytes, offset, bytes.length - offset, null, done)),
  overwrite: (descriptor, bytes) => settle((done) => fs.write(descriptor, bytes, 0, bytes.length, 0, done)),
  fsync: promisify(fs.fsync),
  fstat: async (descriptor) => infoOf(await stat.fstat(descriptor)),
  close: promisify(fs.close),
  lstat: async (path) => infoOf(await stat.lstat(path)),
  realpath: promisify(fs.realpath),
  rename: promisify(fs.rename),
  link: promisify(fs.link),
  unlink: promisify(fs.unlink),
  rmdir: promisify(fs.rmdir),
  mkdir: async (path, mode) => {
    await mkdir(path, mode)
  },
  readdir: async (path) => {
    const entries = await fs.promises.readdir(path, { withFileTypes: true })
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
  },
}

/** Milliseconds from which an operation on a name counts as slow, and how many slow ones in a row mean a slow disk. */
const slowFrom = 2
const slowInARow = 3
/** Milliseconds that a slow disk is then treated as one. */
const slowFor = 60_000

/**
 * The real file system, made for short ways: operations on names and small files are done at once, which on a local disk
 * takes hundredths of a millisecond and saves two changes of thread each (measured: half of a note's time). Where they turn
 * out slow (network folders) they go to other threads again. Flushing always does. In: a clock in milliseconds, for tests.
 */
export function createNodeFileSystem(clock: () => number = () => performance.now()): FileSystem {
  let slow = 0
  let patientUntil = Number.NEGATIVE_INFINITY
  const either =
    <Arguments extends unknown[], Value>(
      quick: (...args: Arguments) => Value,
      patient: (...args: Arguments) => Promise<Value>,
    ) =>
    async (...args: Arguments): Promise<Value> => {
      const start = clock()
      if (start < patientUntil) return patient(...args)
      try {
        return quick(...args)
      } finally {
        slow = clock() - start >= slowFrom ? slow + 1 : 0
        if (slow >= slowInARow) patientUntil = clock() + slowFor
      }
    }
  const { open, fstat, close, lstat, rename, link, unlink } = nodeFileSystem
  return {
    ...nodeFileSystem,
    open: either((path: string, flags: string, mode?: number) => fs.openSync(path, flags, mode), open as PatientOpen),
    read: either(readSome, nodeFileSystem.read),
    write: either(writeSome, nodeFileSystem.write),
    fstat: either((descriptor: number) => infoOf(fs.fstatSync(descriptor)), fstat),
    close: either(fs.closeSync, close),
    lstat: either((path: string) => infoOf(fs.lstatSync(path)), lstat),
    rename: either((from: string, to: string) => fs.renameSync(from, to), rename),
    link: either((existing: string, path: string) => fs.linkSync(existing, path), link),
    unlink: either((path: string) => fs.unlinkSync(path), unlink),
  }
}

type PatientOpen = (path: string, flags: string, mode?: number) => Promise<number>
/** Bytes read or written at once: what a disk's memory takes in well under a millisecond. */
const atOnce = 128 * 1024

function readSome(descriptor: number, bytes: Uint8Array, offset: number): number {
  return fs.readSync(descriptor, bytes, offset, Math.min(bytes.length - offset, atOnce), null)
}

function writeSome(descriptor: number, bytes: Uint8Array, offset: number): number {
  return fs.writeSync(descriptor, bytes, offset, Math.min(bytes.length - offset, atOnce), null)
}

function infoOf(stats: fs.Stats): FileInfo {
  return { kind: kindOf(stats), size: stats.size, mtimeMs: stats.mtimeMs, ino: stats.ino }
}

function kindOf(entry: Pick<fs.Stats, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): FileKind {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'other'
}

function settle(run: (done: (error: NodeJS.ErrnoException | null, count: number) => void) => void): Promise<number> {
  return new Promise((resolve, reject) => run((error, count) => (error === null ? resolve(count) : reject(error))))
}
