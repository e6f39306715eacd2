// Notes out to a file and in from one; main asks for the file.
import type { App } from './app.ts'
import { closeEditor } from './notes.ts'
import { mayWrite, notify, notifyFailure } from './notice.ts'
import { startSettling } from './settling.ts'

/** Writes the open briefing's notes, what is being written included, to a file. */
export async function exportNotes(app: App): Promise<void> {
  const { open } = app.store.get().reading
  if (open.phase !== 'ready') return
  await closeEditor(app)
  const result = await app.client.call('notes.export', { id: open.id })
  if (!result.ok) return notifyFailure(app, result.failure)
  if (result.value !== null) notify(app, 'window.notice.notes-exported', { values: result.value })
}

/** Takes notes in from a file, says what became of them, and opens the report on those that wait. */
export async function importNotes(app: App): Promise<void> {
  const { open } = app.store.get().reading
  if (open.phase !== 'ready' || open.briefing.deleted !== null || !mayWrite(app)) return
  await closeEditor(app)
  const result = await app.client.call('notes.import', { id: open.id })
  if (!result.ok) return notifyFailure(app, result.failure)
  if (result.value === null) return
  const { file, imported, skipped, waiting } = result.value
  const values = { file, imported, waiting, skipped: skipped.length }
  if (waiting > 0) await startSettling(app)
  notify(app, 'window.notice.notes-imported', { values })
}
