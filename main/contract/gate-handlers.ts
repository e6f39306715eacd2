// The calls on what stands between the window and the library, and what else may be called while it is closed.
import type { CallName } from '../../domain/contract.ts'
import { failed, type Result, success } from '../../domain/result.ts'
import type { LibraryKeys } from '../library/sealing/library-keys.ts'
import type { LibraryHolder } from '../library-holder.ts'
import type { Gate } from '../locking/gate.ts'
import type { Locker } from '../locking/locker.ts'
import type { Handlers } from './register.ts'

type GateCall = Extract<CallName, `gate.${string}` | `protection.${string}`>

export type GateDependencies = { readonly gate: Gate; readonly locker: Locker; readonly library: LibraryHolder }

/** The handlers of these calls. */
export function gateHandlers({ gate, locker, library }: GateDependencies): Pick<Handlers, GateCall> {
  const done: Result<null> = success(null)
  const withKeys = <Value>(use: (keys: LibraryKeys) => Promise<Result<Value>>): Promise<Result<Value>> =>
    gate.withSecret(async ({ keys }) => (keys === null ? failed('library-not-sealed') : use(keys)))
  return {
    'gate.state': async () => success(gate.state()),
    'gate.create': ({ passphrase }) => gate.create(passphrase),
    'gate.unlock': ({ secret }) => gate.unlock(secret),
    'gate.recovery-kept': async () => {
      gate.recoveryKept()
      return done
    },
    'gate.left': async () => {
      locker.pageLeft()
      return done
    },
    'gate.lock': () => locker.lock(),
    'protection.state': async () => {
      const open = library.current()
      if (!open.ok) return open
      const { keys } = open.value
      return success({ sealed: keys !== null, hasRecoveryKey: keys?.hasRecoveryKey() ?? false })
    },
    'protection.change-passphrase': ({ current, passphrase }) =>
      withKeys((keys) => keys.changePassphrase(current, passphrase)),
    'protection.new-recovery-key': ({ current }) =>
      withKeys(async (keys) => {
        const made = await keys.newRecoveryKey(current)
        return made.ok ? success({ key: made.value }) : made
      }),
  }
}

/** What a window may call while the library is sealed or not made yet. */
const calledWhileClosed: ReadonlySet<CallName> = new Set<CallName>([
  'gate.state',
  'gate.create',
  'gate.unlock',
  'gate.left',
  'library.state',
  'settings.get',
])

/** The same handlers; while there is no library to work with, all but those few answer why. */
export function closedWithout(library: Pick<LibraryHolder, 'current'>, handlers: Handlers): Handlers {
  const entries = Object.entries(handlers) as readonly [CallName, (args: unknown) => Promise<Result<unknown>>][]
  const guarded = entries.map(([name, handler]) => [
    name,
    (args: unknown) => {
      const current = library.current()
      const isClosed = !current.ok && ['library-sealed', 'file-missing'].includes(current.failure.code)
      return isClosed && !calledWhileClosed.has(name) ? Promise.resolve(current) : handler(args)
    },
  ])
  return Object.fromEntries(guarded) as Handlers
}
