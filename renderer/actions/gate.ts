// Making the first library and opening a sealed one: what is typed goes to main, and the page follows its answer.
import type { CallResult } from '../../domain/contract.ts'
import type { SecretKind } from '../../domain/gate.ts'
import type { Failure } from '../../domain/result.ts'
import type { App } from './app.ts'
import { passGate } from './start.ts'

/** Makes the library, sealed with a passphrase or, with null, plain. Gives why it could not, or null. */
export async function createLibrary(app: App, passphrase: string | null): Promise<Failure | null> {
  return follow(app, await app.client.call('gate.create', { passphrase }))
}

/** Opens the library; after a recovery key, a new passphrase is asked for. Gives why it could not, or null. */
export async function unlockLibrary(app: App, kind: SecretKind, text: string): Promise<Failure | null> {
  const answer = await app.client.call('gate.unlock', { secret: { kind, text } })
  if (answer.ok) return follow(app, answer, kind === 'recovery-key' ? text : undefined)
  // How long the next try has to wait.
  const now = await app.client.call('gate.state', {})
  if (now.ok) app.store.dispatch({ slice: 'gate', type: 'told', state: now.value })
  return answer.failure
}

/** The new recovery key was written down: on to the library. */
export async function keepRecoveryKey(app: App): Promise<void> {
  await app.client.call('gate.recovery-kept', {})
  follow(app, await app.client.call('gate.state', {}))
}

/** Sets the passphrase that follows the one that was forgotten. Gives why it could not, or null. */
export async function renewPassphrase(app: App, recoveryKey: string, passphrase: string): Promise<Failure | null> {
  const current = { kind: 'recovery-key', text: recoveryKey } as const
  const answer = await app.client.call('protection.change-passphrase', { current, passphrase })
  if (!answer.ok) return answer.failure
  await leaveRenewing(app)
  return null
}

/** On to the library with the passphrase as it is. */
export async function leaveRenewing(app: App): Promise<void> {
  app.store.dispatch({ slice: 'gate', type: 'renewed' })
  follow(app, await app.client.call('gate.state', {}))
}

/** What the library opens with is not waited for: the page goes at once. */
function follow(app: App, answer: CallResult<'gate.state'>, renewing?: string): Failure | null {
  if (!answer.ok) return answer.failure
  void passGate(app, answer.value, renewing)
  return null
}
