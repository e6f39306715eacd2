// The two dialogs about backups: which of them is open, and what main last said.
import { assertNever } from '../../domain/assert-never.ts'
import type { BackupState, RestoredLibrary } from '../../domain/contract.ts'
import type { Failure } from '../../domain/result.ts'

/** Bringing a backup back: its bare name once one was chosen, and how far it is. */
export type Restoring = {
  readonly file: string | null
  readonly step: 'ready' | 'running' | 'done'
  readonly restored: RestoredLibrary | null
  readonly failure: Failure | null
}

export type BackupsSlice =
  | { readonly dialog: 'none' }
  | { readonly dialog: 'backups'; readonly state: BackupState; readonly stopping: boolean }
  | ({ readonly dialog: 'restore' } & Restoring)

export type BackupsAction =
  | { readonly type: 'shown'; readonly state: BackupState }
  | { readonly type: 'changed'; readonly state: BackupState }
  | { readonly type: 'stopping' }
  | { readonly type: 'restore-shown'; readonly file: string | null }
  | { readonly type: 'restore-started' }
  | { readonly type: 'restored'; readonly restored: RestoredLibrary }
  | { readonly type: 'restore-failed'; readonly failure: Failure }
  | { readonly type: 'closed' }

/** Neither dialog is open. */
export const noBackups: BackupsSlice = { dialog: 'none' }

/** The dialogs after an action. What main tells while the dialog is closed is dropped: it asks again when it opens. */
export function reduceBackups(slice: BackupsSlice, action: BackupsAction): BackupsSlice {
  switch (action.type) {
    case 'shown':
      return { dialog: 'backups', state: action.state, stopping: false }
    case 'changed': {
      if (slice.dialog !== 'backups') return slice
      return { ...slice, state: action.state, stopping: slice.stopping && action.state.running !== null }
    }
    case 'stopping':
      return slice.dialog === 'backups' ? { ...slice, stopping: true } : slice
    case 'restore-shown':
      return { dialog: 'restore', file: action.file, step: 'ready', restored: null, failure: null }
    case 'restore-started':
      return slice.dialog === 'restore' ? { ...slice, step: 'running', failure: null } : slice
    case 'restored':
      return slice.dialog === 'restore' ? { ...slice, step: 'done', restored: action.restored } : slice
    case 'restore-failed':
      return slice.dialog === 'restore' ? { ...slice, step: 'ready', failure: action.failure } : slice
    case 'closed':
      return noBackups
    default:
      return assertNever(action)
  }
}
