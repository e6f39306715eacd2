// Previous versions of the open briefing: looking at what there is, and bringing one back so that it can be undone.

import type { Deed } from '../state/undo.ts'
import type { App } from './app.ts'
import { closeEditor } from './notes.ts'
import { mayWrite, notify } from './notice.ts'
import { closePast } from './versions.ts'

/** Opens the list for the open briefing; what is being typed is stored first, so that it is not in the list as lost. */
export async function showPrevious(app: App): Promise<void> {
  const { open } = app.store.get().reading
  if (open.phase !== 'ready') return
  await closeEditor(app)
  await loadPrevious(app, open.id)
}

/** Fetches the list, at first or again after it failed. */
export async function loadPrevious(app: App, id: string): Promise<void> {
  app.store.dispatch({ slice: 'previous', type: 'asked', id })
  const result = await app.client.call('briefing.previous', { id })
  app.store.dispatch(
    result.ok
      ? { slice: 'previous', type: 'answered', id, versions: result.value.previous }
      : { slice: 'previous', type: 'refused', id, failure: result.failure },
  )
}

/** Chooses one of the list, to be looked at. */
export function choosePrevious(app: App, moment: string): void {
  app.store.dispatch({ slice: 'previous', type: 'chosen', moment })
}

/** Brings the chosen one back and offers to undo that; a failure is said in the list, which stays. */
export async function restoreChosen(app: App): Promise<void> {
  const { previous } = app.store.get()
  if (previous.step !== 'ready' || previous.chosen === null || previous.busy || !mayWrite(app)) return
  const { id, chosen: moment } = previous
  app.store.dispatch({ slice: 'previous', type: 'restoring' })
  const result = await app.client.call('briefing.restore-previous', { id, moment })
  if (!result.ok) return app.store.dispatch({ slice: 'previous', type: 'restore-failed', failure: result.failure })
  const deed: Deed = { kind: 'previous-restored', id, before: result.value.before, after: moment }
  app.store.dispatch({ slice: 'undo', type: 'did', deed })
  closePrevious(app)
  closePast(app)
  notify(app, 'window.previous.restored', { undo: deed })
}

/** Closes the list. */
export function closePrevious(app: App): void {
  app.store.dispatch({ slice: 'previous', type: 'closed' })
  app.focus.pane('reader')
}
