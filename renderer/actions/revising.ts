// A new version of the open text: typed, pasted or from a file, looked at for mistakes, stored. Main carries the notes to it.
import { revisionDoubt } from '../../domain/anchoring/revision-doubt.ts'
import { currentVersion } from '../../domain/briefing.ts'
import { type Failure, failed } from '../../domain/result.ts'
import { largestText } from '../../domain/text/limits.ts'
import { normalise } from '../../domain/text/normalise.ts'
import { fieldOfVersion, type IncomingSource } from '../state/incoming.ts'
import { idOf } from '../state/reading.ts'
import type { App } from './app.ts'
import { dropFile, review } from './incoming.ts'
import { closeEditor } from './notes.ts'
import { mayWrite, notify } from './notice.ts'
import { openBriefing } from './reading.ts'
import { startSettling } from './settling.ts'
import { closePast } from './versions.ts'

/** Opens the field for a new version of the open text. */
export async function startRevising(app: App): Promise<void> {
  const { open } = app.store.get().reading
  if (open.phase !== 'ready' || open.briefing.deleted !== null || !mayWrite(app)) return
  await closeEditor(app)
  closePast(app)
  const revises = { id: open.id, basedOn: open.briefing.versions.length }
  const source = { via: 'typed', file: null } as const
  app.store.dispatch({ slice: 'incoming', type: 'text-started', text: '', source, revises })
}

/** Opens the field with the words of before a crash. False when the briefing is not there any more: they are a text of their own then. */
export async function resumeRevising(app: App, id: string, text: string, source: IncomingSource): Promise<boolean> {
  if (app.store.get().library.rows.get(id)?.deleted !== null) return false
  if (idOf(app.store.get().reading.open) !== id) await openBriefing(app, id)
  const { open } = app.store.get().reading
  if (open.phase !== 'ready') return false
  const revises = { id, basedOn: open.briefing.versions.length }
  app.store.dispatch({ slice: 'incoming', type: 'text-started', text, source, revises })
  return true
}

/** Asks for one file with the system's dialog; its words come into the field. */
export async function chooseVersionFile(app: App): Promise<void> {
  if (fieldOfVersion(app.store.get().incoming) === null || !mayWrite(app)) return
  const result = await app.client.call('text.choose-file', {})
  if (result.ok && result.value === null) return
  const chosen = result.ok && result.value !== null ? { ok: true as const, value: result.value } : null
  const source = { via: 'file', file: chosen?.value.fileName ?? null } as const
  if (chosen !== null) review(app, chosen, source, { via: 'file' })
  else if (!result.ok) review(app, result, source, { via: 'file' })
}

/** Takes a dropped file's words into the field; of several none, as nobody knows which is the next version. */
export async function dropVersion(app: App, files: readonly File[]): Promise<void> {
  const [file, another] = files
  if (another !== undefined) return notify(app, 'window.revise.one-file')
  if (file !== undefined) await dropFile(app, file)
}

/** The words in the field changed: what was odd about them is asked again when they are to be stored. */
export function typeVersion(app: App, text: string, source: IncomingSource): void {
  app.store.dispatch({ slice: 'incoming', type: 'doubted', doubt: null })
  app.saveDraftSoon.call(text, source)
}

/**
 * Stores the text as the next version and opens the report on its notes. What looks like a mistake is asked about first, unless a person
 * is `sure`. The typed words stay until they are stored, whatever fails.
 */
export async function storeVersion(app: App, text: string, sure: boolean): Promise<void> {
  const { incoming, reading } = app.store.get()
  if (incoming.step !== 'text' || incoming.revises === null || incoming.busy || !mayWrite(app)) return
  const { id, basedOn } = incoming.revises
  const { open } = reading
  if (open.phase !== 'ready' || open.id !== id) return fail(app, failed('record-missing', { id }).failure)
  const normal =
    text.length > largestText ? failed('text-too-large', { size: text.length, limit: largestText }) : normalise(text)
  if (!normal.ok) return fail(app, normal.failure)
  const doubt = sure ? null : revisionDoubt(currentVersion(open.briefing).text, normal.value)
  app.store.dispatch({ slice: 'incoming', type: 'doubted', doubt })
  if (doubt !== null) return
  app.saveDraftSoon.flush()
  app.store.dispatch({ slice: 'incoming', type: 'busy' })
  const result = await app.client.call('briefing.revise', { id, text: normal.value, source: incoming.source, basedOn })
  if (!result.ok) return refused(app, id, result.failure)
  app.saveDraftSoon.cancel()
  void app.client.call('session.draft', { draft: null })
  // Until its text is there, what is open is the former version.
  await openBriefing(app, id)
  app.store.dispatch({ slice: 'incoming', type: 'ended' })
  await startSettling(app, result.value.version)
}

/** Another version came meanwhile: it is fetched, so that the typed one can follow it. */
async function refused(app: App, id: string, failure: Failure): Promise<void> {
  if (failure.code === 'briefing-changed') {
    await openBriefing(app, id)
    const { open } = app.store.get().reading
    const basedOn = open.phase === 'ready' ? open.briefing.versions.length : null
    if (basedOn !== null) app.store.dispatch({ slice: 'incoming', type: 'rebased', basedOn })
  }
  fail(app, failure)
}

function fail(app: App, failure: Failure): void {
  app.store.dispatch({ slice: 'incoming', type: 'failed', failure })
}
