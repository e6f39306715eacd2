// Deleting a briefing for good and wiping the library: always asked first, done by main.
import { neighbourOf } from '../state/groups.ts'
import { idOf } from '../state/reading.ts'
import type { App } from './app.ts'
import { closeEditor } from './notes.ts'
import { dismissNotice, mayWrite, notify, notifyFailure } from './notice.ts'
import { closeBriefing, openBriefing, shownRows } from './reading.ts'
import { loadLibrary } from './start.ts'

/** Asks whether a briefing of the bin should go for good. */
export function askDelete(app: App, id: string): void {
  if (!mayWrite(app)) return
  const row = app.store.get().library.rows.get(id)
  if (row === undefined) return
  const about = { what: 'briefing', id, title: row.title ?? row.opening, running: false } as const
  app.store.dispatch({ slice: 'leaving', type: 'asked', about })
}

/** Asks whether the whole library should go. */
export function askWipe(app: App): void {
  if (!mayWrite(app)) return
  app.store.dispatch({ slice: 'leaving', type: 'asked', about: { what: 'library', running: false } })
}

/** Goes back without anything being done. */
export function cancelLeaving(app: App): void {
  if (app.store.get().leaving?.running !== true) app.store.dispatch({ slice: 'leaving', type: 'ended' })
}

/** Does what was asked about. */
export async function confirmLeaving(app: App): Promise<void> {
  const { leaving } = app.store.get()
  if (leaving === null || leaving.running) return
  app.store.dispatch({ slice: 'leaving', type: 'began' })
  if (leaving.what === 'briefing') await deleteForGood(app, leaving.id)
  else await wipe(app)
  app.store.dispatch({ slice: 'leaving', type: 'ended' })
}

async function deleteForGood(app: App, id: string): Promise<void> {
  const neighbour = neighbourOf(shownRows(app), id)
  await closeEditor(app)
  const result = await app.client.call('briefing.delete-for-good', { id })
  if (!result.ok) return notifyFailure(app, result.failure)
  if (idOf(app.store.get().reading.open) === id) {
    if (neighbour === null) closeBriefing(app)
    else void openBriefing(app, neighbour)
    app.focus.pane('list')
  }
  notify(app, 'window.notice.briefing-gone')
}

/** What is on the screen goes with the library; nothing of it may be sent to the one that is begun next. */
async function wipe(app: App): Promise<void> {
  const { state } = app.store.get().library
  if (state === null) return
  await closeEditor(app)
  const result = await app.client.call('library.wipe', { folder: state.folder })
  if (!result.ok) notifyFailure(app, result.failure)
  else {
    app.saveDraftSoon.cancel()
    closeBriefing(app)
    dismissNotice(app)
    app.store.dispatch({ slice: 'undo', type: 'cleared' })
    app.store.dispatch({ slice: 'library', type: 'emptied' })
  }
  await loadLibrary(app)
  if (result.ok) app.focus.pane('reader')
}

/** Begins a new library where one was wiped. */
export async function beginLibrary(app: App): Promise<void> {
  const result = await app.client.call('library.begin', {})
  if (!result.ok) notifyFailure(app, result.failure)
  await loadLibrary(app)
}
