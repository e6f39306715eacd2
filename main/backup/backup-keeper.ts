// The backups of the app's library: by hand or when one is due, into the folder a person chose, one at a time. Kept here are the settings
// and what came of the last try; the files are the business of backup-folder.ts.
import { basename } from 'node:path'
import { isBackupDue } from '../../domain/backups/schedule.ts'
import type { BackupState } from '../../domain/contract.ts'
import { type Failure, failed, type Result, success } from '../../domain/result.ts'
import type { BackupSettings } from '../../domain/settings.ts'
import type { Disk } from '../library/disk.ts'
import type { Library } from '../library/library.ts'
import type { SettingsStore } from '../settings-store.ts'
import { backUpInto } from './backup-folder.ts'

/** Milliseconds between two tellings of how far a backup is. */
const tellsEvery = 200

export type BackupKeeperOptions = {
  readonly disk: Disk
  readonly settings: Pick<SettingsStore, 'get' | 'change'>
  /** The open library, or null while there is none or it is locked. */
  readonly library: () => Library | null
  /** Asks a person for a folder; its absolute path, or null when cancelled. */
  readonly chooseFolder: () => Promise<string | null>
  readonly now: () => Date
  /** True when nobody is being served: the moment for a backup by itself. */
  readonly isIdle: () => boolean
  readonly onChange: (state: BackupState) => void
  /** Told when a backup that nobody waits for failed. */
  readonly onFailure: (failure: Failure) => void
  readonly report: (trouble: unknown) => void
}

export type BackupKeeper = {
  readonly state: () => BackupState
  readonly chooseFolder: () => Promise<BackupState>
  readonly set: (changes: {
    readonly schedule?: BackupSettings['schedule'] | undefined
    readonly kept?: number | undefined
  }) => BackupState
  /**
   * Makes a backup. Failures: `backup-running`, `backup-no-folder`, and those of `backUp`; `call-refused` without a library.
   */
  readonly make: (passphrase: string | null) => Promise<Result<BackupState>>
  readonly stop: () => void
  /** Makes one if it is due, the library is sealed and open, and nobody is being served. To be called now and then. */
  readonly check: () => Promise<void>
}

/** Keeps the backups of one library at a time. */
export function backupKeeper(options: BackupKeeperOptions): BackupKeeper {
  const { settings, library, now } = options
  let running: { readonly done: number; readonly total: number } | null = null
  let stopping = new AbortController()
  let failure: Failure | null = null
  let tried: string | null = null

  const state = (): BackupState => {
    const { schedule, folder, kept, last } = settings.get().backups
    const open = library()
    const isOfThis = last !== null && last.library === open?.id
    return { schedule, folder, kept, running, failure, last: isOfThis ? last : null, isSealed: open?.keys != null }
  }
  const changed = (): BackupState => {
    const current = state()
    options.onChange(current)
    return current
  }
  const keep = (changes: Partial<BackupSettings>): BackupState => {
    settings.change({ backups: { ...settings.get().backups, ...changes } })
    return changed()
  }
  const progress = telling((done, total) => {
    running = { done, total }
    changed()
  })
  const write = async (open: Library, folder: string, passphrase: string | null): Promise<Result<null>> => {
    const made = await backUpInto({
      ...options,
      folder,
      library: open.id,
      kept: settings.get().backups.kept,
      make: (path) => open.backUp({ path, passphrase, onProgress: progress, signal: stopping.signal }),
    })
    if (!made.ok) return made
    const { path, bytes, briefings } = made.value
    const last = { library: open.id, time: now().toISOString(), file: basename(path), folder, bytes, briefings }
    settings.change({ backups: { ...settings.get().backups, last } })
    return success(null)
  }
  const make: BackupKeeper['make'] = async (passphrase) => {
    const open = library()
    const { folder } = settings.get().backups
    if (open === null) return failed('call-refused')
    if (running !== null) return failed('backup-running')
    if (folder === null) return failed('backup-no-folder')
    running = { done: 0, total: 0 }
    stopping = new AbortController()
    tried = now().toISOString()
    failure = null
    changed()
    try {
      const written = await write(open, folder, passphrase)
      failure = written.ok ? null : written.failure
    } finally {
      running = null
      changed()
    }
    return failure === null ? success(state()) : { ok: false, failure }
  }
  return {
    state,
    make,
    chooseFolder: async () => {
      const folder = await options.chooseFolder()
      return folder === null ? state() : keep({ folder })
    },
    set: ({ schedule, kept }) =>
      keep({ ...(schedule === undefined ? {} : { schedule }), ...(kept === undefined ? {} : { kept }) }),
    stop: () => stopping.abort(),
    check: async () => {
      const { schedule, folder, last, isSealed } = state()
      if (folder === null || !isSealed || running !== null || !options.isIdle()) return
      if (!isBackupDue(schedule, { made: last?.time ?? null, tried }, now())) return
      const made = await make(null)
      if (!made.ok && made.failure.code !== 'backup-stopped') options.onFailure(made.failure)
    },
  }
}

/** Tells the first and the last number and few in between. */
function telling(tell: (done: number, total: number) => void): (done: number, total: number) => void {
  let told = Number.NEGATIVE_INFINITY
  return (done, total) => {
    const time = performance.now()
    if (done < total && done > 1 && time - told < tellsEvery) return
    told = time
    tell(done, total)
  }
}
