// Backups of a library that is open: each briefing is read in its turn, the keys are the library's own, and closing it ends them first.
import { failed, type Result } from '../../domain/result.ts'
import type { Disk } from '../library/disk.ts'
import { openHeader } from '../library/header.ts'
import type { DataKey } from '../library/sealing/data-key.ts'
import type { DeriveKey } from '../library/sealing/key-derivation.ts'
import { type BackupOptions, type BackupReport, backUp } from './back-up.ts'
import type { InTurn } from './snapshot.ts'

/** Where one backup goes, and who is told of it. See `BackupOptions`. */
export type BackupTarget = Pick<BackupOptions, 'path' | 'passphrase' | 'onProgress' | 'signal'>

export type OpenBackupsOptions = {
  readonly disk: Disk
  readonly folder: string
  readonly keyFor: DataKey['keyFor'] | null
  readonly derive: DeriveKey
  readonly now: () => Date
  readonly inTurn: InTurn
  /** Writes what waits in memory, so that it goes along. */
  readonly flush: () => Promise<void>
}

export type OpenBackups = {
  /** Failures as those of `backUp`; `backup-stopped` once the library closes. */
  readonly backUp: (target: BackupTarget) => Promise<Result<BackupReport>>
  /** Stops those that run and waits for their end. */
  readonly close: () => Promise<void>
}

/** The backups of one open library. */
export function openBackups(options: OpenBackupsOptions): OpenBackups {
  const closing = new AbortController()
  const running = new Set<Promise<unknown>>()
  const make = async (target: BackupTarget): Promise<Result<BackupReport>> => {
    await options.flush()
    // As it is now: the passphrase may have been changed since the library was opened.
    const header = await openHeader({ ...options, createIfMissing: false, seal: null })
    if (!header.ok) return header
    const signal = target.signal === null ? closing.signal : AbortSignal.any([closing.signal, target.signal])
    return backUp({ ...options, ...target, header: header.value.header, overwrite: false, signal })
  }
  return {
    backUp: async (target) => {
      if (closing.signal.aborted) return failed('backup-stopped')
      const run = make(target)
      const end = run.catch(() => undefined).finally(() => running.delete(end))
      running.add(end)
      return run
    },
    close: async () => {
      closing.abort()
      await Promise.all(running)
    },
  }
}
