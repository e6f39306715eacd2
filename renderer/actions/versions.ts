// Earlier versions of the open text, shown as they were.
import { currentVersion } from '../../domain/briefing.ts'
import type { App } from './app.ts'
import { closeEditor } from './notes.ts'
import { notify, notifyFailure } from './notice.ts'

/** Opens the menu of the open text's versions. */
export function chooseVersion(app: App): void {
  const { open } = app.store.get().reading
  if (open.phase !== 'ready') return
  if (open.briefing.versions.length === 1) notify(app, 'window.versions.only-one')
  else app.store.dispatch({ slice: 'reading', type: 'choosing-version', open: true })
}

/** Closes that menu. */
export function endChoosing(app: App): void {
  app.store.dispatch({ slice: 'reading', type: 'choosing-version', open: false })
}

/** Shows a version by its number: an earlier one as it was, with its notes; the newest as always. */
export async function showVersion(app: App, version: number): Promise<void> {
  const { open } = app.store.get().reading
  endChoosing(app)
  if (open.phase !== 'ready') return
  if (version === currentVersion(open.briefing).number) return closePast(app)
  await closeEditor(app)
  app.store.dispatch({ slice: 'reading', type: 'past-opening', version })
  const result = await app.client.call('briefing.open-version', { id: open.id, version })
  if (result.ok) {
    app.store.dispatch({ slice: 'reading', type: 'past-opened', id: open.id, opened: result.value })
    app.focus.pane('reader')
    return
  }
  closePast(app)
  notifyFailure(app, result.failure)
}

/** Goes back to the newest version. */
export function closePast(app: App): void {
  if (app.store.get().reading.past === null) return
  app.store.dispatch({ slice: 'reading', type: 'past-closed' })
  app.focus.pane('reader')
}
