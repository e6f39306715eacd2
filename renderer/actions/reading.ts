// Opening, leaving, deleting and restoring briefings, and moving between the library and the bin.
import type { Row } from '../../domain/briefing.ts'
import type { Failure } from '../../domain/result.ts'
import { matchingRows, neighbourOf, rowsOfView } from '../state/groups.ts'
import type { View } from '../state/library.ts'
import { idOf } from '../state/reading.ts'
import type { Deed } from '../state/undo.ts'
import type { App } from './app.ts'
import { closeEditor } from './notes.ts'
import { mayWrite, notify, notifyFailure } from './notice.ts'

/** Milliseconds a row must stay chosen by arrow keys before it is opened. */
export const openQuiet = 90

/** Opens a briefing, at a UTF-16 offset and with an active note if they are given. */
export async function openBriefing(
  app: App,
  id: string,
  at: { readonly offset: number; readonly noteId: string | null } = { offset: 0, noteId: null },
): Promise<void> {
  app.openSoon.cancel()
  if (idOf(app.store.get().reading.open) !== id) void closeEditor(app)
  const { correcting } = app.store.get()
  // Another one is opened to be read: the former must not come up in correction when it is opened again.
  if (correcting !== null && correcting !== id) app.store.dispatch({ slice: 'correcting', id: null })
  app.store.dispatch({ slice: 'library', type: 'row-chosen', id })
  app.store.dispatch({ slice: 'reading', type: 'opening', id, offset: at.offset, activeNote: at.noteId })
  const result = await app.client.call('briefing.open', { id })
  if (result.ok) app.store.dispatch({ slice: 'reading', type: 'opened', id, opened: result.value })
  else app.store.dispatch({ slice: 'reading', type: 'open-failed', id, failure: result.failure })
  app.savePlace.call()
}

/** Chooses a row by keyboard: it opens when the keys rest. */
export function chooseRow(app: App, id: string): void {
  app.store.dispatch({ slice: 'library', type: 'row-chosen', id })
  app.openSoon.call(id)
}

/** Leaves the open briefing. */
export function closeBriefing(app: App): void {
  app.openSoon.cancel()
  void closeEditor(app)
  app.store.dispatch({ slice: 'library', type: 'row-chosen', id: null })
  app.store.dispatch({ slice: 'reading', type: 'closed' })
  app.savePlace.call()
}

/** Shows the library or the bin. What is open stays only if it belongs there. */
export function showView(app: App, view: View): void {
  app.store.dispatch({ slice: 'library', type: 'view-chosen', view })
  const { library, reading } = app.store.get()
  const id = idOf(reading.open)
  const row = id === null ? undefined : library.rows.get(id)
  if (id !== null && (row === undefined || (row.deleted !== null) !== (view === 'bin'))) closeBriefing(app)
  app.savePlace.call()
}

/** Filters the list. The call is put off by a frame so that fast typing asks once. */
export function typeQuery(app: App, query: string): void {
  app.store.dispatch({ slice: 'library', type: 'query-typed', query })
  app.savePlace.call()
  if (query.trim() === '') return
  requestAnimationFrame(() => void answerQuery(app, query))
}

async function answerQuery(app: App, query: string): Promise<void> {
  if (app.store.get().library.query !== query) return
  const result = await app.client.call('library.filter', { query })
  if (result.ok) app.store.dispatch({ slice: 'library', type: 'query-answered', query, ids: result.value.ids })
  else notifyFailure(app, result.failure)
}

/** The rows the list shows now, in order. */
export function shownRows(app: App): readonly Row[] {
  const { rows, view, matches } = app.store.get().library
  return matchingRows(rowsOfView(rows, view), matches)
}

/** Puts a briefing into the bin, offers undo and opens its neighbour in the list. */
export async function removeBriefing(app: App, id: string): Promise<void> {
  if (!mayWrite(app)) return
  if ((await moveBriefing(app, id, 'briefing.remove')) === null) {
    const deed: Deed = { kind: 'briefing-removed', id }
    app.store.dispatch({ slice: 'undo', type: 'did', deed })
    notify(app, 'window.notice.briefing-deleted', { undo: deed })
  }
}

/** Takes a briefing out of the bin. */
export async function restoreBriefing(app: App, id: string): Promise<void> {
  if (!mayWrite(app)) return
  if ((await moveBriefing(app, id, 'briefing.restore')) === null) {
    const deed: Deed = { kind: 'briefing-restored', id }
    app.store.dispatch({ slice: 'undo', type: 'did', deed })
    notify(app, 'window.notice.briefing-restored', { undo: deed })
  }
}

/** Moves a briefing between library and bin; the failure (which was said) when it can't be. What was open gives way to its neighbour. */
export async function moveBriefing(
  app: App,
  id: string,
  call: 'briefing.remove' | 'briefing.restore',
): Promise<Failure | null> {
  const neighbour = neighbourOf(shownRows(app), id)
  await closeEditor(app)
  const result = await app.client.call(call, { id })
  if (!result.ok) {
    notifyFailure(app, result.failure)
    return result.failure
  }
  const leaves = (call === 'briefing.remove') === (app.store.get().library.view === 'library')
  if (leaves && idOf(app.store.get().reading.open) === id) {
    if (neighbour === null) closeBriefing(app)
    else void openBriefing(app, neighbour)
    app.focus.pane('list')
  }
  return null
}
