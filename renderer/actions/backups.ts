// Backups from the window: main makes and restores them and asks for folders and files; here they are begun, stopped and shown.
import type { BackupState, CallArguments } from '../../domain/contract.ts'
import type { Result } from '../../domain/result.ts'
import type { BackupsAction } from '../state/backups.ts'
import { isThrough } from '../state/gate.ts'
import type { App } from './app.ts'
import { notifyFailure } from './notice.ts'

/** Opens the dialog of the backups. */
export async function showBackups(app: App): Promise<void> {
  const result = await app.client.call('backup.state', {})
  if (result.ok) act(app, { type: 'shown', state: result.value })
  else notifyFailure(app, result.failure)
}

/** Asks for the folder that they go to. */
export async function chooseBackupFolder(app: App): Promise<void> {
  show(app, await app.client.call('backup.choose-folder', {}))
}

/** Keeps when they are made, and how many stay. */
export async function setBackups(app: App, changes: CallArguments<'backup.set'>): Promise<void> {
  show(app, await app.client.call('backup.set', changes))
}

/** Makes one now; `passphrase` seals that of a plain library. The dialog shows how far it is and why it failed. */
export async function backUpNow(app: App, passphrase: string | null): Promise<void> {
  const result = await app.client.call('backup.now', { passphrase })
  if (result.ok) return act(app, { type: 'changed', state: result.value })
  show(app, await app.client.call('backup.state', {}))
  if (app.store.get().backups.dialog !== 'backups') notifyFailure(app, result.failure)
}

/** Stops the one that is being made; nothing is left of it. */
export async function stopBackup(app: App): Promise<void> {
  act(app, { type: 'stopping' })
  await app.client.call('backup.stop', {})
}

/** Asks for a backup and opens the dialog that restores it. */
export async function chooseBackup(app: App): Promise<void> {
  const result = await app.client.call('restore.choose-file', {})
  if (!result.ok) notifyFailure(app, result.failure)
  else if (result.value !== null) act(app, { type: 'restore-shown', file: result.value.file })
}

/** Opens that dialog on a backup that was opened with the app from outside, if there is one and nothing is being restored. */
export async function takeOfferedBackup(app: App): Promise<void> {
  const { backups, gate } = app.store.get()
  // Before a locked library it waits: it is asked for once the window is through.
  if (!isThrough(gate) || (backups.dialog === 'restore' && backups.step === 'running')) return
  const result = await app.client.call('restore.offered', {})
  if (result.ok && result.value !== null) act(app, { type: 'restore-shown', file: result.value.file })
}

/** Restores the chosen backup with what opens it. */
export async function restoreBackup(app: App, secret: CallArguments<'restore.start'>): Promise<void> {
  act(app, { type: 'restore-started' })
  const result = await app.client.call('restore.start', secret)
  if (result.ok) act(app, { type: 'restored', restored: result.value })
  else act(app, { type: 'restore-failed', failure: result.failure })
}

/** Stops restoring; nothing is left of it. */
export async function stopRestoring(app: App): Promise<void> {
  await app.client.call('restore.stop', {})
}

/** Closes whichever of the two dialogs is open. A backup that is being made goes on; a restore that runs keeps its dialog. */
export function closeBackups(app: App): void {
  const { backups } = app.store.get()
  if (backups.dialog !== 'restore' || backups.step !== 'running') act(app, { type: 'closed' })
}

function show(app: App, result: Result<BackupState>): void {
  if (result.ok) act(app, { type: 'changed', state: result.value })
  else notifyFailure(app, result.failure)
}

function act(app: App, action: BackupsAction): void {
  app.store.dispatch({ slice: 'backups', ...action })
}
