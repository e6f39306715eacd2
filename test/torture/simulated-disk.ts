// The library's file system in memory, every step of it recorded: for crashes after any step, and for damage by the thousand. What it
// refuses, it refuses with the system's own codes.
import { basename, dirname } from 'node:path'
import type { FileInfo, FileSystem } from '../../main/library/file-system.ts'
import { changeable, type DiskState, emptyDisk, lookUp, root, type Step } from './disk-state.ts'

export type SimulatedDisk = {
  readonly fileSystem: FileSystem
  readonly state: DiskState
  /** What was done since it was made. */
  readonly steps: readonly Step[]
}

/** Milliseconds since 1970 of a disk's first change; each later one is a millisecond younger. */
const firstChange = Date.UTC(2026, 0, 1)

/** A disk that begins as `before`. */
export function simulatedDisk(before: DiskState = emptyDisk): SimulatedDisk {
  const { state, apply } = changeable(before)
  const steps: Step[] = []
  const times = new Map<number, number>()
  const opened = new Map<number, { readonly inode: number; at: number }>()
  let numbers = Math.max(root, ...state.folders.keys(), ...state.files.keys())
  let descriptors = 2

  const step = (taken: Step): void => {
    steps.push(taken)
    apply(taken)
    if (taken.kind === 'write') times.set(taken.inode, firstChange + steps.length)
  }
  const found = (path: string, syscall: string): number => lookUp(state, path) ?? refuse('ENOENT', syscall, path)
  const folderOf = (path: string, syscall: string): number => {
    const folder = found(dirname(path), syscall)
    return state.folders.has(folder) ? folder : refuse('ENOTDIR', syscall, path)
  }
  const openAs = (descriptor: number, syscall: string) => opened.get(descriptor) ?? refuse('EBADF', syscall, '')
  const change = (path: string, inode: number | null, syscall: string) => ({
    folder: folderOf(path, syscall),
    name: basename(path),
    inode,
  })
  const infoOf = (inode: number): FileInfo => ({
    kind: state.folders.has(inode) ? 'folder' : 'file',
    size: state.files.get(inode)?.length ?? 0,
    mtimeMs: times.get(inode) ?? firstChange,
    ino: inode,
  })
  const make = (path: string, what: 'file' | 'folder', syscall: string): number => {
    if (lookUp(state, path) !== null) refuse('EEXIST', syscall, path)
    const named = change(path, numbers + 1, syscall)
    numbers += 1
    step({ kind: 'new', inode: numbers, what })
    step({ kind: 'names', changes: [named] })
    return numbers
  }
  const open = (inode: number): number => {
    descriptors += 1
    opened.set(descriptors, { inode, at: 0 })
    return descriptors
  }
  const write = (inode: number, offset: number, bytes: Uint8Array): number => {
    // Never the caller's own buffer, which it may use again.
    step({ kind: 'write', inode, offset, bytes: new Uint8Array(bytes) })
    return bytes.length
  }

  const fileSystem: FileSystem = {
    open: async (path, flags) => open(flags === 'wx' ? make(path, 'file', 'open') : found(path, 'open')),
    read: async (descriptor, bytes, offset) => {
      const file = openAs(descriptor, 'read')
      const content = state.files.get(file.inode) ?? refuse('EISDIR', 'read', '')
      const part = content.subarray(file.at, file.at + bytes.length - offset)
      bytes.set(part, offset)
      file.at += part.length
      return part.length
    },
    write: async (descriptor, bytes, offset) => {
      const file = openAs(descriptor, 'write')
      const count = write(file.inode, file.at, bytes.subarray(offset))
      file.at += count
      return count
    },
    overwrite: async (descriptor, bytes) => write(openAs(descriptor, 'write').inode, 0, bytes),
    fsync: async (descriptor) => step({ kind: 'sync', inode: openAs(descriptor, 'fsync').inode }),
    fstat: async (descriptor) => infoOf(openAs(descriptor, 'fstat').inode),
    close: async (descriptor) => void (opened.delete(descriptor) || refuse('EBADF', 'close', '')),
    lstat: async (path) => infoOf(found(path, 'lstat')),
    realpath: async (path) => path,
    rename: async (from, to) => {
      const inode = found(from, 'rename')
      if (inode !== lookUp(state, to))
        step({ kind: 'names', changes: [change(from, null, 'rename'), change(to, inode, 'rename')] })
    },
    link: async (existing, path) => {
      const inode = found(existing, 'link')
      if (lookUp(state, path) !== null) refuse('EEXIST', 'link', path)
      step({ kind: 'names', changes: [change(path, inode, 'link')] })
    },
    unlink: async (path) => {
      found(path, 'unlink')
      step({ kind: 'names', changes: [change(path, null, 'unlink')] })
    },
    rmdir: async (path) => {
      const names = state.folders.get(found(path, 'rmdir')) ?? refuse('ENOTDIR', 'rmdir', path)
      if (names.size > 0) refuse('ENOTEMPTY', 'rmdir', path)
      step({ kind: 'names', changes: [change(path, null, 'rmdir')] })
    },
    mkdir: async (path) => void make(path, 'folder', 'mkdir'),
    readdir: async (path) => {
      const names = state.folders.get(found(path, 'readdir')) ?? refuse('ENOTDIR', 'readdir', path)
      return Array.from(names, ([name, inode]) => ({ name, kind: infoOf(inode).kind }))
    },
  }
  return { fileSystem, state, steps }
}

function refuse(code: string, syscall: string, path: string): never {
  throw Object.assign(new Error(`${code}: ${syscall} ${path}`), { code, syscall })
}
