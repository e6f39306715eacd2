// Writes what comes out of a backup into a new folder of its own. Files are flushed many at a time: one after the other, ten thousand
// would take half a minute.
import { dirname, join } from 'node:path'
import { type Disk, fileMode, removeFile, syncFolder, writeAll } from '../library/disk.ts'
import type { BackupSink } from './backup-reader.ts'

/** How many files may be flushing at once. */
const atOnce = 16
const folderMode = 0o700

export type FolderSink = {
  readonly sink: BackupSink
  /** Resolves when all of it, folders included, is on the disk. Rejects with the system's error. */
  readonly finish: () => Promise<void>
  /** Removes all that was written. */
  readonly discard: () => Promise<void>
}

/** A sink that writes below `root`, which is made with the first file and must not exist. Paths have been checked by who sends them. */
export function folderSink(disk: Disk, root: string): FolderSink {
  const { fileSystem } = disk
  const folders: string[] = []
  const files: string[] = []
  const flushing = flushes()
  let current: number | null = null

  const makeFolders = async (folder: string): Promise<void> => {
    if (folders.includes(folder)) return
    if (folder !== root) await makeFolders(dirname(folder))
    await fileSystem.mkdir(folder, folderMode)
    folders.push(folder)
  }
  const flush = async (descriptor: number, size: number): Promise<void> => {
    try {
      await fileSystem.fsync(descriptor)
      if ((await fileSystem.fstat(descriptor)).size !== size) throw shortFile()
    } finally {
      await fileSystem.close(descriptor)
    }
  }
  let size = 0
  return {
    sink: {
      begin: async (path, expected) => {
        const file = join(root, ...path.split('/'))
        await makeFolders(dirname(file))
        current = await fileSystem.open(file, 'wx', fileMode)
        files.push(file)
        size = expected
      },
      data: async (bytes) => {
        if (current !== null) await writeAll(fileSystem, current, bytes)
      },
      end: async () => {
        const written = current
        current = null
        if (written !== null) await flushing.add(() => flush(written, size))
      },
    },
    finish: async () => {
      await flushing.all()
      for (const folder of folders.toReversed()) await syncFolder(disk, folder)
    },
    discard: async () => {
      if (current !== null) await fileSystem.close(current).catch(() => undefined)
      await flushing.all().catch(() => undefined)
      for (const file of files) await removeFile(fileSystem, file).catch(() => undefined)
      for (const folder of folders.toReversed()) await fileSystem.rmdir(folder).catch(() => undefined)
    },
  }
}

/** Work of which so much runs at once; the first that fails is told to whoever adds next or waits for all. */
function flushes() {
  const running = new Set<Promise<void>>()
  const failures: unknown[] = []
  const check = (): void => {
    if (failures.length > 0) throw failures[0]
  }
  return {
    add: async (work: () => Promise<void>): Promise<void> => {
      const run: Promise<void> = work()
        .catch((error: unknown) => {
          failures.push(error)
        })
        .finally(() => running.delete(run))
      running.add(run)
      if (running.size >= atOnce) await Promise.race(running)
      check()
    },
    all: async (): Promise<void> => {
      await Promise.all(running)
      check()
    },
  }
}

function shortFile(): Error {
  return Object.assign(new Error('short file'), { code: 'ENOSPC', syscall: 'write' })
}
