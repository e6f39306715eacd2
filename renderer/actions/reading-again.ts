// Reading the library's briefings again by newer rules: begun and stopped here, done by main in the background.
import type { ReadingProgress } from '../../domain/contract.ts'
import type { App } from './app.ts'
import { mayWrite, notify, notifyFailure } from './notice.ts'

/** Begins; main tells how far it is. */
export async function readAgain(app: App): Promise<void> {
  if (!mayWrite(app)) return
  const result = await app.client.call('library.read-again', {})
  if (!result.ok) return notifyFailure(app, result.failure)
  if (app.store.get().library.progress !== null || result.value.total === 0) return
  const progress = { done: 0, total: result.value.total, changed: 0, running: true, failure: null }
  app.store.dispatch({ slice: 'library', type: 'reading-progressed', progress })
}

/** Stops after the briefing at hand; the rest stays for another time. */
export async function stopReading(app: App): Promise<void> {
  const result = await app.client.call('library.stop-reading', {})
  if (!result.ok) notifyFailure(app, result.failure)
}

/** Shows how far it is, and says at the end what came of it. */
export function followReading(app: App, progress: ReadingProgress): void {
  app.store.dispatch({ slice: 'library', type: 'reading-progressed', progress })
  if (progress.running) return
  const { done, total, changed, failure } = progress
  if (failure !== null) notifyFailure(app, failure)
  else if (total > 0)
    notify(app, done < total ? 'window.older.stopped' : 'window.older.done', { values: { done, total, changed } })
}
