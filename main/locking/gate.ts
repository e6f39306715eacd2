// What stands between the window and the library: making the first one, opening a sealed one, and locking it again.
import type { GateState } from '../../domain/gate.ts'
import { type Result, success } from '../../domain/result.ts'
import type { Library } from '../library/library.ts'
import type { Secret } from '../library/sealing/key-header.ts'
import type { LibraryHolder } from '../library-holder.ts'
import type { Tries } from './tries.ts'

export type Gate = {
  readonly state: () => GateState
  /** Makes the library: sealed with its first recovery key when a passphrase is given, plain otherwise. Failures of opening. */
  readonly create: (passphrase: string | null) => Promise<Result<GateState>>
  /** Opens a sealed library. Failures: `try-too-soon`, those of opening. */
  readonly unlock: (secret: Secret) => Promise<Result<GateState>>
  /** A person says to have written the new recovery key down: it is shown no more. */
  readonly recoveryKept: () => void
  /** Opens nothing but looks at a secret of the open library, as slowly as `unlock` does. `use` does what it permits. */
  readonly withSecret: <Value>(use: (library: Library) => Promise<Result<Value>>) => Promise<Result<Value>>
  /** Closes a sealed library; see `LibraryHolder.close`. */
  readonly close: () => Promise<void>
}

/** The gate of a library. A recovery key that nobody has confirmed is kept in memory only, and made anew after the next unlocking. */
export function createGate(library: LibraryHolder, tries: Tries): Gate {
  let recoveryKey: string | null = null
  let isUnconfirmed = false
  const state = () => gateState(library.current(), tries.wait(), recoveryKey)
  const makeRecoveryKey = async (open: Library, secret: Secret): Promise<Result<GateState>> => {
    isUnconfirmed = true
    const made = await open.keys?.newRecoveryKey(secret)
    if (made?.ok) recoveryKey = made.value
    return made?.ok === false ? made : success(state())
  }
  return {
    state,
    create: async (passphrase) => {
      const secret: Secret | null = passphrase === null ? null : { kind: 'passphrase', text: passphrase }
      const opened = await library.open({ secret, createIfMissing: true })
      if (!opened.ok) return opened
      return secret === null || opened.value.keys === null ? success(state()) : makeRecoveryKey(opened.value, secret)
    },
    unlock: async (secret) => {
      if (library.current().ok) return success(state())
      const opened = await tries.run(() => library.open({ secret, createIfMissing: false }))
      if (!opened.ok) return opened
      return isUnconfirmed ? makeRecoveryKey(opened.value, secret) : success(state())
    },
    recoveryKept: () => {
      recoveryKey = null
      isUnconfirmed = false
    },
    withSecret: (use) => {
      const open = library.current()
      return open.ok ? tries.run(() => use(open.value)) : Promise.resolve(open)
    },
    close: () => {
      recoveryKey = null
      return library.close()
    },
  }
}

function gateState(library: Result<Library>, wait: number, recoveryKey: string | null): GateState {
  if (library.ok) return { kind: 'open', sealed: library.value.keys !== null, recoveryKey }
  if (library.failure.code === 'file-missing') return { kind: 'new' }
  return library.failure.code === 'library-sealed' ? { kind: 'locked', wait } : { kind: 'failed' }
}
