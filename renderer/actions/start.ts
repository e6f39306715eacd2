// From an empty window to the place where the officer was: settings, rows, session, and from then on main's events.
import type { Row } from '../../domain/briefing.ts'
import type { GateState } from '../../domain/gate.ts'
import type { Note } from '../../domain/notes/note.ts'
import type { Draft, Session } from '../../domain/session.ts'
import { isThrough } from '../state/gate.ts'
import { canWrite } from '../state/library.ts'
import { idOf } from '../state/reading.ts'
import type { App } from './app.ts'
import { takeOfferedBackup } from './backups.ts'
import { runCommand } from './commands.ts'
import { startCorrecting } from './correcting.ts'
import { readText } from './incoming.ts'
import { leaveForLock } from './locking.ts'
import { saveNow } from './notes.ts'
import { notify, notifyFailure } from './notice.ts'
import { openBriefing, typeQuery } from './reading.ts'
import { followReading } from './reading-again.ts'
import { resumeRevising } from './revising.ts'

/** Loads the settings and asks main whether the library is open; a page stands there until it is. */
export async function startWindow(app: App): Promise<void> {
  const asked = app.client.call('gate.state', {})
  const settings = await app.client.call('settings.get', {})
  if (settings.ok) app.store.dispatch({ slice: 'settings', settings: settings.value })
  const gate = await asked
  // Without an answer the library itself says what is wrong.
  await passGate(app, gate.ok ? gate.value : { kind: 'failed' })
}

/** Follows what main says of the gate; once nothing stands before it any more, the library is loaded at the remembered place. */
export async function passGate(app: App, state: GateState, renewing?: string): Promise<void> {
  app.store.dispatch({ slice: 'gate', type: 'told', state, ...(renewing === undefined ? {} : { renewing }) })
  if (isThrough(app.store.get().gate)) await enterLibrary(app)
}

/** Loads everything and returns to the remembered place. A library that cannot be opened becomes the error state. */
async function enterLibrary(app: App): Promise<void> {
  const session = app.client.call('session.get', {})
  await takeOfferedBackup(app)
  await loadLibrary(app)
  const remembered = await session
  if (remembered.ok && app.store.get().library.phase === 'ready') await resume(app, remembered.value)
}

/** Loads the library's state and rows; also the "try again" of the error state. */
export async function loadLibrary(app: App): Promise<void> {
  const [state, rows] = await Promise.all([app.client.call('library.state', {}), app.client.call('library.rows', {})])
  const failure = state.ok ? (rows.ok ? null : rows.failure) : state.failure
  // It was mended and wants its passphrase, or is gone.
  if (failure?.code === 'library-sealed' || failure?.code === 'file-missing') return askGate(app)
  if (!state.ok) app.store.dispatch({ slice: 'library', type: 'load-failed', failure: state.failure })
  else if (!rows.ok) app.store.dispatch({ slice: 'library', type: 'load-failed', failure: rows.failure })
  else app.store.dispatch({ slice: 'library', type: 'loaded', state: state.value, rows: rows.value.rows })
}

async function askGate(app: App): Promise<void> {
  const gate = await app.client.call('gate.state', {})
  if (gate.ok) app.store.dispatch({ slice: 'gate', type: 'told', state: gate.value })
}

/** Sends what waits for a moment of quiet: notes' words, a text's draft, the place. Nothing that was typed stays in the page. */
export function leaveWindow(app: App): void {
  void app.saver.flushAll()
  app.saveDraftSoon.flush()
  app.savePlace.flush()
}

/** Takes the library over from a host that stopped answering. */
export async function takeOver(app: App): Promise<void> {
  const result = await app.client.call('library.take-over', {})
  if (!result.ok) return notifyFailure(app, result.failure)
  app.store.dispatch({ slice: 'library', type: 'state-changed', state: result.value })
  await loadLibrary(app)
}

/** Follows main's events; the returned function stops that. */
export function followMain(app: App): () => void {
  const { client, store } = app
  const stops = [
    client.on('library.changed', ({ upserted, removed }) => {
      const before = store.get().library.rows
      store.dispatch({ slice: 'library', type: 'rows-changed', upserted, removed })
      refreshOpen(app, before, upserted)
    }),
    client.on('library.state-changed', (state) => store.dispatch({ slice: 'library', type: 'state-changed', state })),
    client.on('briefings.changed', ({ ids }) => {
      const id = idOf(store.get().reading.open)
      if (id !== null && ids.includes(id)) void openBriefing(app, id)
    }),
    client.on('notes.changed', (changed) => store.dispatch({ slice: 'reading', type: 'notes-changed', ...changed })),
    client.on('reading.progress', (progress) => followReading(app, progress)),
    client.on('import.progress', (progress) => store.dispatch({ slice: 'importing', type: 'progressed', ...progress })),
    client.on('backup.changed', (state) => store.dispatch({ slice: 'backups', type: 'changed', state })),
    client.on('backup.failed', () => notify(app, 'window.notice.backup-failed')),
    client.on('restore.offered', () => void takeOfferedBackup(app)),
    client.on('settings.changed', (settings) => store.dispatch({ slice: 'settings', settings })),
    client.on('gate.told', (state) => void passGate(app, state)),
    client.on('gate.leaving', () => void leaveForLock(app)),
    client.on('command', ({ id }) => void runCommand(app, id)),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Reads the open briefing again when more of it changed than its number of notes. */
function refreshOpen(app: App, before: ReadonlyMap<string, Row>, upserted: readonly Row[]): void {
  const id = idOf(app.store.get().reading.open)
  const row = upserted.find((candidate) => candidate.id === id)
  const known = id === null ? undefined : before.get(id)
  if (id === null || row === undefined || known === undefined) return
  if (JSON.stringify({ ...row, notes: 0 }) !== JSON.stringify({ ...known, notes: 0 })) void openBriefing(app, id)
}

async function resume(app: App, { place, draft }: Session): Promise<void> {
  app.store.dispatch({ slice: 'library', type: 'view-chosen', view: place.view })
  if (place.query !== '') typeQuery(app, place.query)
  const id = place.briefingId
  if (id !== null && app.store.get().library.rows.has(id)) {
    await openBriefing(app, id, { offset: place.offset, noteId: place.noteId })
  }
  if (draft !== null) await resumeDraft(app, draft)
}

async function resumeDraft(app: App, draft: Draft): Promise<void> {
  if (draft.kind === 'note') return resumeNote(app, draft)
  if (draft.kind === 'field') return resumeField(app, draft)
  const { text, source, corrections, revises } = draft
  if (revises !== undefined && (await resumeRevising(app, revises, text, source))) return
  if (corrections === undefined) {
    app.store.dispatch({ slice: 'incoming', type: 'text-started', text, source })
    return
  }
  await readText(app, text, source, corrections)
}

/** Opens the note's briefing, in the view it is in, and the note for writing, or its words alone where none can be written. */
async function resumeNote(app: App, draft: Extract<Draft, { kind: 'note' }>): Promise<void> {
  const { briefingId, noteId, text } = draft
  const row = app.store.get().library.rows.get(briefingId)
  if (row === undefined) return
  const view = row.deleted === null ? 'library' : 'bin'
  app.store.dispatch({ slice: 'library', type: 'view-chosen', view })
  if (idOf(app.store.get().reading.open) !== briefingId) await openBriefing(app, briefingId, { offset: 0, noteId })
  const note = app.store.get().reading.notes.find((candidate) => candidate.noteId === noteId)
  if (note === undefined) return
  const words = wordsToResume(note, draft)
  const unsaved = note.text !== words
  // What was changed elsewhere meanwhile is written over by nobody but the person who sees both.
  if (unsaved && words === text) app.saver.type({ briefingId, noteId }, { text })
  if (view === 'bin' || !canWrite(app.store.get().library)) return saveNow(app, noteId)
  const editor = { noteId, text: words, before: note, unsaved, field: 'text' } as const
  app.store.dispatch({ slice: 'reading', type: 'editor-opened', editor })
}

/** Opens the briefing's reading for correction with the field as it was; a briefing in the bin, or gone, can't be corrected. */
async function resumeField(app: App, draft: Extract<Draft, { kind: 'field' }>): Promise<void> {
  const { briefingId, field, text } = draft
  if (app.store.get().library.rows.get(briefingId)?.deleted !== null) return
  app.store.dispatch({ slice: 'library', type: 'view-chosen', view: 'library' })
  if (idOf(app.store.get().reading.open) !== briefingId) await openBriefing(app, briefingId)
  await startCorrecting(app, { field, text })
}

/** The draft's words; where the note got others meanwhile (on another machine), both, the note's first. */
function wordsToResume(note: Note, { text, since }: Extract<Draft, { kind: 'note' }>): string {
  const changedSince = since !== undefined && note.modified > since
  const goesOn = text.startsWith(note.text) || note.text.startsWith(text)
  return changedSince && !goesOn ? `${note.text}\n\n${text}` : text
}
