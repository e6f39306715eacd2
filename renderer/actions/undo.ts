// Takes the last deed back, or does it again, by the same calls as any other change.
import { assertNever } from '../../domain/assert-never.ts'
import type { Note } from '../../domain/notes/note.ts'
import type { Failure, Result } from '../../domain/result.ts'
import { idOf } from '../state/reading.ts'
import { type Deed, opposite } from '../state/undo.ts'
import type { App } from './app.ts'
import { sendCorrections, stepEdits } from './correcting.ts'
import type { NoteKey } from './note-saver.ts'
import { activateNote, closeEditor, editOf, leftNote, tookNote } from './notes.ts'
import { mayWrite, notify, notifyFailure } from './notice.ts'
import { moveBriefing, openBriefing } from './reading.ts'
import { lookAt } from './settling.ts'

/** Undoes the last deed, or the last edit of a text under review. */
export async function undo(app: App): Promise<void> {
  if (app.store.get().incoming.step === 'review') return stepEdits(app, 'edit-undone')
  await closeEditor(app)
  const deed = app.store.get().undo.done.at(-1)
  if (deed === undefined || isHidden(app, deed)) return notify(app, 'window.notice.nothing-to-undo')
  await undoDeed(app, deed)
}

/** Undoes one certain deed, be it the last or not: what a message offered to take back. */
export async function undoDeed(app: App, deed: Deed): Promise<void> {
  await closeEditor(app)
  if (!app.store.get().undo.done.includes(deed) || !mayWrite(app)) return
  app.store.dispatch({ slice: 'undo', type: 'undid', deed })
  const failure = await perform(app, opposite(deed))
  if (failure === null) notify(app, 'window.notice.undone')
  else app.store.dispatch({ slice: 'undo', type: isGone(failure, deed) ? 'forgotten' : 'redid', deed })
}

/** Does the last undone deed again. */
export async function redo(app: App): Promise<void> {
  if (app.store.get().incoming.step === 'review') return stepEdits(app, 'edit-redone')
  await closeEditor(app)
  const deed = app.store.get().undo.undone.at(-1)
  if (deed === undefined || isHidden(app, deed)) return notify(app, 'window.notice.nothing-to-redo')
  if (!mayWrite(app)) return
  app.store.dispatch({ slice: 'undo', type: 'redid', deed })
  const failure = await perform(app, deed)
  if (failure === null) notify(app, 'window.notice.redone')
  else app.store.dispatch({ slice: 'undo', type: isGone(failure, deed) ? 'forgotten' : 'undid', deed })
}

/** While a report is open, only what was decided in it is undone: nobody undoes what they do not see. */
function isHidden(app: App, deed: Deed): boolean {
  const { settling } = app.store.get()
  return settling !== null && !(deed.kind === 'note-settled' && deed.briefingId === settling.id)
}

const goneCodes: readonly string[] = ['note-missing', 'record-missing', 'note-settled', 'previous-missing']

/**
 * What a deed was done to is there no more (another device deleted it), or stands in another version by now: it must not bar the way to
 * earlier deeds.
 */
function isGone(failure: Failure, deed: Deed): boolean {
  return goneCodes.includes(failure.code) || (deed.kind === 'note-settled' && failure.code === 'briefing-changed')
}

/** Does a deed without recording it; the failure (which was said) when it can't be done. */
async function perform(app: App, deed: Deed): Promise<Failure | null> {
  switch (deed.kind) {
    case 'note-added':
      return showNote(app, deed.briefingId, await app.client.call('note.restore', keyOf(deed)))
    case 'note-edited':
      app.saver.forget(deed.noteId)
      return showNote(app, deed.briefingId, await app.client.call('note.edit', editOf(keyOf(deed), deed.after)))
    case 'note-removed':
      return removeAgain(app, deed)
    case 'note-settled':
      return settleAgain(app, deed)
    case 'briefing-corrected':
      return correctAgain(app, deed)
    case 'previous-restored':
      return restoreAgain(app, deed)
    case 'briefing-removed':
      return moveBriefing(app, deed.id, 'briefing.remove')
    case 'briefing-restored':
      return bringBack(app, deed.id)
    default:
      return assertNever(deed)
  }
}

function keyOf(deed: NoteKey): NoteKey {
  return { briefingId: deed.briefingId, noteId: deed.noteId }
}

/** Nobody deletes what they do not see: the note's briefing is opened first. */
async function removeAgain(app: App, deed: NoteKey): Promise<Failure | null> {
  const key = keyOf(deed)
  if (idOf(app.store.get().reading.open) !== key.briefingId) await openBriefing(app, key.briefingId)
  const result = await app.client.call('note.remove', key)
  if (!result.ok) return said(app, result.failure)
  leftNote(app, key)
  app.focus.pane('reader')
  return null
}

/** Sends these corrections, whole; the briefing is opened first, so that what changes is seen. */
async function correctAgain(
  app: App,
  { id, after }: Extract<Deed, { kind: 'briefing-corrected' }>,
): Promise<Failure | null> {
  if (idOf(app.store.get().reading.open) !== id) await openBriefing(app, id)
  return app.inOrder(() => sendCorrections(app, id, after))
}

/** Brings back the state of before, or the restored one again; the briefing is opened first, so that what changes is seen. */
async function restoreAgain(
  app: App,
  { id, after }: Extract<Deed, { kind: 'previous-restored' }>,
): Promise<Failure | null> {
  if (idOf(app.store.get().reading.open) !== id) await openBriefing(app, id)
  const result = await app.client.call('briefing.restore-previous', { id, moment: after })
  return result.ok ? null : said(app, result.failure)
}

/** Decides once more, in the report where it is open. */
async function settleAgain(
  app: App,
  { briefingId, noteId, version, after }: Extract<Deed, { kind: 'note-settled' }>,
): Promise<Failure | null> {
  const result = await app.client.call('note.settle', { briefingId, noteId, version, decision: after })
  if (app.store.get().settling?.id !== briefingId) return showNote(app, briefingId, result)
  if (!result.ok) return said(app, result.failure)
  tookNote(app, briefingId, result.value)
  lookAt(app, noteId)
  return null
}

async function bringBack(app: App, id: string): Promise<Failure | null> {
  const failure = await moveBriefing(app, id, 'briefing.restore')
  if (failure === null && app.store.get().library.view === 'library') await openBriefing(app, id)
  return failure
}

/** Shows a note that came back or changed, opening its briefing if another one is open. */
async function showNote(app: App, briefingId: string, result: Result<Note>): Promise<Failure | null> {
  if (!result.ok) return said(app, result.failure)
  if (idOf(app.store.get().reading.open) !== briefingId) await openBriefing(app, briefingId)
  tookNote(app, briefingId, result.value)
  app.store.dispatch({ slice: 'reading', type: 'note-saved', noteId: result.value.noteId })
  activateNote(app, result.value.noteId)
  app.focus.note(result.value.noteId)
  return null
}

function said(app: App, failure: Failure): Failure {
  notifyFailure(app, failure)
  return failure
}
