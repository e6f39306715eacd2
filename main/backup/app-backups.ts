// What the app does about backups, put together: by hand, when one is due, and back in again.
import type { SendEvent } from '../contract/announce.ts'
import type { Disk } from '../library/disk.ts'
import type { Library } from '../library/library.ts'
import type { DeriveKey } from '../library/sealing/key-derivation.ts'
import type { LibraryHolder } from '../library-holder.ts'
import type { SettingsStore } from '../settings-store.ts'
import { type BackupKeeper, backupKeeper } from './backup-keeper.ts'
import { type RestoreKeeper, restoreKeeper } from './restore-keeper.ts'

/** Milliseconds between two looks whether a backup is due, and without a change that count as idle. */
const looksEvery = 60_000
const idleAfter = 60_000

export type AppBackupsOptions = {
  readonly disk: Disk
  readonly settings: SettingsStore
  readonly library: LibraryHolder
  /** The app's own library folder. */
  readonly folder: string
  readonly derive: DeriveKey
  /** Asks for a folder, and for a backup; null when cancelled. */
  readonly chooseFolder: () => Promise<string | null>
  readonly chooseFile: () => Promise<string | null>
  readonly send: SendEvent
  readonly report: (trouble: unknown) => void
}

export type AppBackups = { readonly backups: BackupKeeper; readonly restoring: RestoreKeeper }

/** Begins to look whether a backup is due; the first look comes after a minute, when the start is over. */
export function appBackups(options: AppBackupsOptions): AppBackups {
  const { library, send, report } = options
  const now = () => new Date()
  const calm = calmOf(library)
  const backups = backupKeeper({
    ...options,
    now,
    library: () => openOf(library),
    isIdle: calm.isIdle,
    onChange: (state) => send('backup.changed', state),
    onFailure: (failure) => send('backup.failed', failure),
  })
  const onOffer = (file: string) => send('restore.offered', { file })
  setInterval(() => void backups.check().catch(report), looksEvery).unref()
  return { backups, restoring: restoreKeeper({ ...options, now, onOffer }) }
}

function openOf(holder: LibraryHolder): Library | null {
  const current = holder.current()
  return current.ok ? current.value : null
}

/** Follows whichever library is open: idle is one that nothing was changed in for a while. */
function calmOf(holder: LibraryHolder) {
  let followed: Library | null = null
  let changed = performance.now()
  return {
    isIdle: (): boolean => {
      const open = openOf(holder)
      if (open !== followed) {
        followed = open
        changed = performance.now()
        open?.onChange(() => {
          changed = performance.now()
        })
      }
      return performance.now() - changed >= idleAfter
    },
  }
}
