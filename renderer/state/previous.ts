// The list of a briefing's previous versions while it is open: being fetched, refused, or there with one of them chosen.
import { assertNever } from '../../domain/assert-never.ts'
import type { PreviousVersion } from '../../domain/previous-version.ts'
import type { Failure } from '../../domain/result.ts'

export type PreviousSlice =
  | { readonly step: 'none' }
  | { readonly step: 'loading'; readonly id: string }
  | { readonly step: 'failed'; readonly id: string; readonly failure: Failure }
  | {
      readonly step: 'ready'
      readonly id: string
      /** Newest first. */
      readonly versions: readonly PreviousVersion[]
      /** The moment of the chosen one; null when there are none. */
      readonly chosen: string | null
      /** True while it is being restored. */
      readonly busy: boolean
      /** Why the last try to restore failed, or null. */
      readonly failure: Failure | null
    }

export type PreviousAction =
  | { readonly type: 'asked'; readonly id: string }
  | { readonly type: 'answered'; readonly id: string; readonly versions: readonly PreviousVersion[] }
  | { readonly type: 'refused'; readonly id: string; readonly failure: Failure }
  | { readonly type: 'chosen'; readonly moment: string }
  | { readonly type: 'restoring' }
  | { readonly type: 'restore-failed'; readonly failure: Failure }
  | { readonly type: 'closed' }

/** The list is not open. */
export const noPrevious: PreviousSlice = { step: 'none' }

/** The list after an action; answers to what was closed meanwhile are dropped. */
export function reducePrevious(slice: PreviousSlice, action: PreviousAction): PreviousSlice {
  switch (action.type) {
    case 'asked':
      return { step: 'loading', id: action.id }
    case 'answered': {
      const { id, versions } = action
      const chosen = versions[0]?.moment ?? null
      return isAwaited(slice, id) ? { step: 'ready', id, versions, chosen, busy: false, failure: null } : slice
    }
    case 'refused':
      return isAwaited(slice, action.id) ? { step: 'failed', id: action.id, failure: action.failure } : slice
    case 'chosen':
      return slice.step === 'ready' && !slice.busy ? { ...slice, chosen: action.moment } : slice
    case 'restoring':
      return slice.step === 'ready' ? { ...slice, busy: true, failure: null } : slice
    case 'restore-failed':
      return slice.step === 'ready' ? { ...slice, busy: false, failure: action.failure } : slice
    case 'closed':
      return noPrevious
    default:
      return assertNever(action)
  }
}

function isAwaited(slice: PreviousSlice, id: string): boolean {
  return slice.step === 'loading' && slice.id === id
}
