// A lock that was taken: looked at before every write, renewed every minute, given back at the end.
import { join } from 'node:path'
import { type Disk, removeFile } from './disk.ts'
import { lockName } from './file-names.ts'
import { encodeHolder, type Holder, readLock } from './lock-file.ts'
import { isMissing } from './storage-error.ts'

export type HeldLock = {
  /** True while the lock is ours: one look at the file. Rejects with the system's error. */
  readonly isHeld: () => Promise<boolean>
  /** Renews the heartbeat; false when the lock is no longer ours. Rejects with the system's error. */
  readonly beat: () => Promise<boolean>
  /** Removes the lock if it is still ours. */
  readonly release: () => Promise<void>
}

/** The lock taken as `ours` in the given folder. */
export function heldLock(
  options: { readonly disk: Disk; readonly folder: string; readonly now: () => Date },
  ours: Holder,
): HeldLock {
  const { disk, folder, now } = options
  const { fileSystem } = disk
  const path = join(folder, lockName)
  let number: number | null = null

  const isHeld = async (): Promise<boolean> => {
    if (number !== null && (await numberOf(path)) === number) return true
    const lock = await readLock(disk, path)
    // The same words in another file: a sync engine or a backup put it back.
    const held = lock?.holder?.token === ours.token
    number = held ? (lock?.ino ?? null) : null
    return held
  }
  const numberOf = async (file: string): Promise<number | null> => {
    try {
      return (await fileSystem.lstat(file)).ino
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }
  const beat = async (): Promise<boolean> => {
    if (!(await isHeld())) return false
    const descriptor = await fileSystem.open(path, 'r+')
    try {
      // What was opened may have been replaced since we looked: then it is not ours to write on.
      if ((await fileSystem.fstat(descriptor)).ino !== number) return false
      await fileSystem.overwrite(descriptor, encodeHolder({ ...ours, heartbeat: now().toISOString() }))
      return true
    } finally {
      await fileSystem.close(descriptor)
    }
  }
  return {
    isHeld,
    beat,
    release: async () => {
      if (await isHeld()) await removeFile(fileSystem, path)
    },
  }
}
