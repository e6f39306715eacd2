// Repairing damaged records from their last good copies: asked for by the banner's button or its key, done by main.
import { mayRepair } from '../state/library.ts'
import { idOf } from '../state/reading.ts'
import type { App } from './app.ts'
import { notify, notifyFailure } from './notice.ts'
import { openBriefing } from './reading.ts'
import { loadLibrary } from './start.ts'

/** Has the library repaired, shows what came of it, and reads again what is on the screen. */
export async function repairLibrary(app: App): Promise<void> {
  const { library, reading } = app.store.get()
  if (library.state === null || library.repair === 'running') return
  if (!mayRepair(library.state)) {
    if (library.state.readOnly !== null) notifyFailure(app, library.state.readOnly)
    return
  }
  // What is being written goes to the disk first, so that nothing of it waits behind the repair.
  app.saver.flushAll()
  app.store.dispatch({ slice: 'library', type: 'repair', repair: 'running' })
  const result = await app.client.call('library.repair', {})
  if (!result.ok) {
    app.store.dispatch({ slice: 'library', type: 'repair', repair: null })
    return notifyFailure(app, result.failure)
  }
  const { repaired, remaining, failure } = result.value
  const nothing = repaired === 0 && remaining.length === 0
  app.store.dispatch({ slice: 'library', type: 'repair', repair: nothing ? null : result.value })
  if (failure !== null) notifyFailure(app, failure)
  else if (nothing) notify(app, 'window.repair.nothing')
  await loadLibrary(app)
  const open = idOf(reading.open)
  if (repaired > 0 && open !== null && open === idOf(app.store.get().reading.open)) await openBriefing(app, open)
}

/** Puts the report away. */
export function dismissRepair(app: App): void {
  app.store.dispatch({ slice: 'library', type: 'repair', repair: null })
}
