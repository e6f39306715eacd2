// Restoring from the window: the backup that a person chose, or that the app was opened with. The window names no path, only what opens it.
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RestoredLibrary } from '../../domain/contract.ts'
import { failed, type Result, success } from '../../domain/result.ts'
import type { Disk } from '../library/disk.ts'
import type { DeriveKey } from '../library/sealing/key-derivation.ts'
import type { Secret } from '../library/sealing/key-header.ts'
import { backupEnding } from './backup-folder.ts'
import { restore } from './restore.ts'

export type RestoreKeeperOptions = {
  readonly disk: Disk
  /** The app's own library folder: what is restored lies there or beside it. */
  readonly folder: string
  readonly derive: DeriveKey
  readonly now: () => Date
  /** Asks a person for a backup; its absolute path, or null when cancelled. */
  readonly chooseFile: () => Promise<string | null>
  /** Told the bare name of a backup that came from outside. */
  readonly onOffer: (file: string) => void
}

type Named = { readonly file: string }

export type RestoreKeeper = {
  readonly chooseFile: () => Promise<Named | null>
  /** Takes a backup from outside: what a person double-clicked. */
  readonly offer: (path: string) => void
  /** What was offered and not yet asked for. */
  readonly takeOffer: () => Named | null
  /** Failures as those of `restore`; `call-refused` when none was chosen, `restore-running` while one is being restored. */
  readonly start: (secret: Secret) => Promise<Result<RestoredLibrary>>
  readonly stop: () => void
  /** Stops and waits until nothing is left of it. */
  readonly close: () => Promise<void>
}

/** Restores one backup at a time. */
export function restoreKeeper(options: RestoreKeeperOptions): RestoreKeeper {
  let chosen: string | null = null
  let offered: string | null = null
  let stopping: AbortController | null = null
  let running: Promise<unknown> = Promise.resolve()
  const take = (path: string): Named => {
    chosen = path
    return { file: basename(path) }
  }
  return {
    chooseFile: async () => {
      const path = await options.chooseFile()
      return path === null ? null : take(path)
    },
    offer: (path) => {
      offered = path
      options.onOffer(basename(path))
    },
    takeOffer: () => {
      const path = offered
      offered = null
      return path === null ? null : take(path)
    },
    start: async (secret) => {
      if (chosen === null) return failed('call-refused')
      if (stopping !== null) return failed('restore-running')
      stopping = new AbortController()
      try {
        const { signal } = stopping
        const run = restore({ ...options, path: chosen, secret, onProgress: () => undefined, signal })
        running = run.catch(() => undefined)
        const restored = await run
        if (!restored.ok) return restored
        const { folder, briefings, isSealed } = restored.value
        return success({ folder, briefings, isSealed })
      } finally {
        stopping = null
      }
    },
    stop: () => stopping?.abort(),
    close: async () => {
      stopping?.abort()
      await running
    },
  }
}

/** The first backup that a command line names, as a path, or null. In: what follows the program's name; Linux desktops give `file:` addresses. */
export function backupNamed(words: readonly string[]): string | null {
  return words.map(pathIn).find((word) => word?.toLowerCase().endsWith(`.${backupEnding}`)) ?? null
}

function pathIn(word: string): string | null {
  if (word.startsWith('-')) return null
  if (!word.toLowerCase().startsWith('file:')) return word
  try {
    return fileURLToPath(word)
  } catch {
    return null
  }
}
