// Texts on their way in: typed, pasted, dropped or chosen, then read by main, reviewed and saved.

import type { CallResult, IncomingText } from '../../domain/contract.ts'
import type { Corrections } from '../../domain/reading/corrections.ts'
import { failed } from '../../domain/result.ts'
import { largestFile, largestText } from '../../domain/text/limits.ts'
import { type DroppedFile, fieldOfVersion, type IncomingSource, type Undecoded } from '../state/incoming.ts'
import type { App } from './app.ts'
import { importChosen } from './importing.ts'
import { closeEditor } from './notes.ts'
import { mayWrite } from './notice.ts'
import { openBriefing, typeQuery } from './reading.ts'

/** Milliseconds of quiet before a typed text goes to the session's draft. */
export const draftQuiet = 250

/** Opens the field for a text to be typed or pasted. */
export async function startTyping(app: App, text = ''): Promise<void> {
  if (!mayWrite(app)) return
  await closeEditor(app)
  app.store.dispatch({ slice: 'incoming', type: 'text-started', text, source: { via: 'typed', file: null } })
}

/** Hands a pasted, dropped or typed text to main to be read; it comes back for review (with `corrections`) or is refused. */
export async function readText(
  app: App,
  text: string,
  source: IncomingSource,
  corrections: Corrections = {},
): Promise<void> {
  if (!mayWrite(app)) return
  await closeEditor(app)
  app.store.dispatch({ slice: 'incoming', type: 'busy' })
  const result: CallResult<'text.read'> =
    text.length > largestText
      ? failed('text-too-large', { size: text.length, limit: largestText })
      : await app.client.call('text.read', { text })
  const inField = app.store.get().incoming.step === 'text'
  if (!result.ok && inField) {
    app.store.dispatch({ slice: 'incoming', type: 'failed', failure: result.failure })
    return
  }
  review(app, result, source, null, corrections)
}

/** Reads pasted rich text, of which headings, lists and paragraphs stay; the plain words ('' for none) where that fails. */
export async function readRich(app: App, html: string, plain: string, source: IncomingSource): Promise<void> {
  if (!mayWrite(app)) return
  const result = await convertRich(app, html)
  if (result === null || (!result.ok && plain.trim() !== '')) return readText(app, plain, source)
  await closeEditor(app)
  review(app, result, source, null)
}

/** Pasted rich text as main reads it; null where it is too large to be handed over. */
export async function convertRich(app: App, html: string): Promise<CallResult<'text.read-rich'> | null> {
  return html.length > largestFile ? null : app.client.call('text.read-rich', { html })
}

/** Asks for files with the system's dialog: one goes to review, several are read in at once. */
export async function chooseFiles(app: App): Promise<void> {
  if (!mayWrite(app)) return
  await closeEditor(app)
  const chosen = await app.client.call('text.choose-files', {})
  if (!chosen.ok) return review(app, chosen, { via: 'file', file: null }, null)
  if (chosen.value === null) return
  const [file = null, another] = chosen.value.files
  if (another !== undefined) return importChosen(app, chosen.value.files.length)
  const result = await app.client.call('text.decode-chosen', { encoding: null })
  review(app, result, { via: 'file', file }, { via: 'file' })
}

/** Reads a dropped file in. Its size is checked before its bytes are touched. */
export async function dropFile(app: App, file: File): Promise<void> {
  if (!mayWrite(app)) return
  await closeEditor(app)
  const source = { via: 'drop', file: file.name } as const
  if (file.size > largestFile) {
    return review(app, failed('text-too-large', { size: file.size, limit: largestFile }), source, null)
  }
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return review(app, failed('file-unreadable', { file: file.name }), source, null)
  await decodeFile(app, { name: file.name, bytes: new Uint8Array(bytes) }, null)
}

/** Decodes what could not be decoded once more, with an encoding (WHATWG label) that a person named. */
export async function decodeAgain(app: App, undecoded: Undecoded, encoding: string): Promise<void> {
  if (undecoded.via === 'drop') return decodeFile(app, undecoded, encoding)
  const result = await app.client.call('text.decode-chosen', { encoding })
  review(app, result, { via: 'file', file: result.ok ? result.value.fileName : null }, undecoded)
}

/** Decodes a dropped file's bytes. `encoding` is a WHATWG label, or null to go by the bytes. */
export async function decodeFile(app: App, dropped: DroppedFile, encoding: string | null): Promise<void> {
  const { name, bytes } = dropped
  const result = await app.client.call('text.decode', { fileName: name, bytes, encoding })
  review(app, result, { via: 'drop', file: name }, { via: 'drop', name, bytes })
}

/** Keeps a text on its way in as the session's draft; with `corrections` once it is in review. */
export function keepDraft(app: App, text: string, source: IncomingSource, corrections?: Corrections): void {
  const revises = fieldOfVersion(app.store.get().incoming)?.revises?.id
  void app.client.call('session.draft', { draft: { kind: 'briefing', text, source, corrections, revises } })
}

/** Saves the reviewed text with what was said of its reading, and opens it. A failure is shown in the review, which stays. */
export async function saveIncoming(app: App): Promise<void> {
  const { incoming } = app.store.get()
  if (incoming.step !== 'review' || incoming.busy) return
  app.saveDraftSoon.flush()
  app.store.dispatch({ slice: 'incoming', type: 'busy' })
  const { source, reading, edits } = incoming
  const result = await app.client.call('briefing.add', { text: reading.text, source, corrections: edits.now })
  if (!result.ok) {
    app.store.dispatch({ slice: 'incoming', type: 'failed', failure: result.failure })
    return
  }
  app.saveDraftSoon.cancel()
  void app.client.call('session.draft', { draft: null })
  typeQuery(app, '')
  app.store.dispatch({ slice: 'library', type: 'view-chosen', view: 'library' })
  app.store.dispatch({ slice: 'incoming', type: 'ended' })
  await openBriefing(app, result.value.id)
  app.focus.pane('reader')
}

/** Gives the text up, or closes the message about a refused file. */
export function cancelIncoming(app: App): void {
  if (app.store.get().incoming.step !== 'refused') {
    app.saveDraftSoon.cancel()
    void app.client.call('session.draft', { draft: null })
  }
  app.store.dispatch({ slice: 'incoming', type: 'ended' })
  app.focus.pane('reader')
}

/** Goes back from the review to the text itself. */
export function backToText(app: App): void {
  const { incoming } = app.store.get()
  if (incoming.step !== 'review') return
  const { reading, source } = incoming
  app.saveDraftSoon.cancel()
  keepDraft(app, reading.text, source)
  app.store.dispatch({ slice: 'incoming', type: 'text-started', text: reading.text, source })
}

/** What became of reading a text: it goes to review, into the field of a new version if one is open, or is refused. */
export function review(
  app: App,
  result: CallResult<'text.read'> | { readonly ok: true; readonly value: IncomingText },
  source: IncomingSource,
  undecoded: Undecoded | null,
  corrections: Corrections = {},
): void {
  if (!result.ok) {
    app.saveDraftSoon.flush()
    app.store.dispatch({ slice: 'incoming', type: 'refused', failure: result.failure, undecoded })
    return
  }
  app.saveDraftSoon.cancel()
  const { reading, attachments } = result.value
  keepDraft(app, reading.text, source, corrections)
  if (fieldOfVersion(app.store.get().incoming) !== null) {
    app.store.dispatch({ slice: 'incoming', type: 'filled', text: reading.text, source })
    return
  }
  app.store.dispatch({ slice: 'incoming', type: 'read', source, reading, corrections, attachments })
}
