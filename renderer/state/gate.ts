// Whether the window may show the library, and which page stands there while it may not.
import { assertNever } from '../../domain/assert-never.ts'
import type { GateState } from '../../domain/gate.ts'

export type GateSlice = {
  /** What main says; null before it has answered. */
  readonly state: GateState | null
  /** The recovery key that has opened the library, while a new passphrase is asked for. */
  readonly renewing: string | null
  /** True while the dialog on passphrase, recovery key and locking is open. */
  readonly isProtecting: boolean
}

export type GateAction =
  | { readonly type: 'told'; readonly state: GateState; readonly renewing?: string }
  | { readonly type: 'renewed' }
  | { readonly type: 'protection'; readonly isOpen: boolean }

/** Before main has answered. */
export const unknownGate: GateSlice = { state: null, renewing: null, isProtecting: false }

/** The gate after an action. */
export function reduceGate(slice: GateSlice, action: GateAction): GateSlice {
  switch (action.type) {
    case 'told':
      return { ...slice, state: action.state, renewing: action.renewing ?? slice.renewing }
    case 'renewed':
      return { ...slice, renewing: null }
    case 'protection':
      return { ...slice, isProtecting: action.isOpen }
    default:
      return assertNever(action)
  }
}

/** True when nothing stands before the library any more; one that can't be opened says so itself. */
export function isThrough({ state, renewing }: GateSlice): boolean {
  if (state?.kind === 'failed') return true
  return state?.kind === 'open' && state.recoveryKey === null && renewing === null
}

/** True when the library is open and has a passphrase. */
export function isSealed({ state }: GateSlice): boolean {
  return state?.kind === 'open' && state.sealed
}
