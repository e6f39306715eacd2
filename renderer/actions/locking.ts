// Locking and what the library is protected with, from inside the open library.
import type { SecretKind } from '../../domain/gate.ts'
import type { Failure, Result } from '../../domain/result.ts'
import type { LockSettings } from '../../domain/settings.ts'
import type { App } from './app.ts'
import { notify, notifyFailure } from './notice.ts'

export type TypedSecret = { readonly kind: SecretKind; readonly text: string }

/** Locks the library; this page is gone after that. One without a passphrase stays open and says so. */
export async function lockLibrary(app: App): Promise<void> {
  const result = await app.client.call('gate.lock', {})
  if (!result.ok) notifyFailure(app, result.failure)
}

/** Hands over all that waits in the page, words that a save is under way for included, and tells main that it may go. */
export async function leaveForLock(app: App): Promise<void> {
  app.saveDraftSoon.flush()
  app.savePlace.flush()
  await Promise.all([app.saver.flushAll(), app.inOrder(async () => undefined)])
  await app.client.call('gate.left', {})
}

/** Opens or closes the dialog on passphrase, recovery key and locking. */
export function showProtection(app: App, isOpen: boolean): void {
  app.store.dispatch({ slice: 'gate', type: 'protection', isOpen })
}

/** Changes the passphrase. Gives why it was not changed, or null. */
export async function changePassphrase(app: App, current: TypedSecret, passphrase: string): Promise<Failure | null> {
  const result = await app.client.call('protection.change-passphrase', { current, passphrase })
  if (!result.ok) return result.failure
  notify(app, 'window.notice.passphrase-changed')
  return null
}

/** Makes a new recovery key, to be shown once. */
export async function makeRecoveryKey(app: App, current: TypedSecret): Promise<Result<{ readonly key: string }>> {
  return app.client.call('protection.new-recovery-key', { current })
}

/** Keeps when the library is locked by itself. A failure is said and leaves it as it was. */
export async function setLock(app: App, lock: LockSettings): Promise<void> {
  const result = await app.client.call('settings.set', { lock })
  if (result.ok) app.store.dispatch({ slice: 'settings', settings: result.value })
  else notifyFailure(app, result.failure)
}
