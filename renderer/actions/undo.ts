// Takes the last deed back, or does it again, by the same calls as any other change.
import { assertNever } from '../../domain/assert-never.ts'
import type { Note } from '../../domain/note.ts'
import type { Result } from '../../domain/result.ts'
import { idOf } from '../state/reading.ts'
import { type Deed, opposite } from '../state/undo.ts'
import type { App } from './app.ts'
import { activateNote, closeEditor, leftNote, tookNote } from './notes.ts'
import { mayWrite, notify, notifyFailure } from './notice.ts'
import { moveBriefing, openBriefing } from './reading.ts'

/** Undoes the last deed. */
export async function undo(app: App): Promise<void> {
  await closeEditor(app)
  const deed = app.store.get().undo.done.at(-1)
  if (deed === undefined) return notify(app, 'window.notice.nothing-to-undo')
  if (!mayWrite(app)) return
  app.store.dispatch({ slice: 'undo', type: 'undid' })
  if (await perform(app, opposite(deed))) notify(app, 'window.notice.undone')
  else app.store.dispatch({ slice: 'undo', type: 'redid' })
}

/** Does the last undone deed again. */
export async function redo(app: App): Promise<void> {
  await closeEditor(app)
  const deed = app.store.get().undo.undone.at(-1)
  if (deed === undefined) return notify(app, 'window.notice.nothing-to-redo')
  if (!mayWrite(app)) return
  app.store.dispatch({ slice: 'undo', type: 'redid' })
  if (await perform(app, deed)) notify(app, 'window.notice.redone')
  else app.store.dispatch({ slice: 'undo', type: 'undid' })
}

/** Does a deed without recording it; false when it failed (and was said). */
async function perform(app: App, deed: Deed): Promise<boolean> {
  switch (deed.kind) {
    case 'note-added':
      return showNote(app, deed.briefingId, await app.client.call('note.restore', keyOf(deed)))
    case 'note-edited':
      return showNote(app, deed.briefingId, await app.client.call('note.edit', { ...keyOf(deed), ...deed.after }))
    case 'note-removed':
      return removeAgain(app, deed)
    case 'briefing-removed':
      return moveBriefing(app, deed.id, 'briefing.remove')
    case 'briefing-restored':
      return bringBack(app, deed.id)
    default:
      return assertNever(deed)
  }
}

function keyOf(deed: { readonly briefingId: string; readonly noteId: string }) {
  return { briefingId: deed.briefingId, noteId: deed.noteId }
}

async function removeAgain(app: App, deed: { readonly briefingId: string; readonly noteId: string }): Promise<boolean> {
  const key = keyOf(deed)
  const result = await app.client.call('note.remove', key)
  if (!result.ok) notifyFailure(app, result.failure)
  else {
    leftNote(app, key)
    app.focus.pane('reader')
  }
  return result.ok
}

async function bringBack(app: App, id: string): Promise<boolean> {
  const moved = await moveBriefing(app, id, 'briefing.restore')
  if (moved && app.store.get().library.view === 'library') await openBriefing(app, id)
  return moved
}

/** Shows a note that came back or changed, opening its briefing if another one is open. */
async function showNote(app: App, briefingId: string, result: Result<Note>): Promise<boolean> {
  if (!result.ok) {
    notifyFailure(app, result.failure)
    return false
  }
  if (idOf(app.store.get().reading.open) !== briefingId) await openBriefing(app, briefingId)
  tookNote(app, briefingId, result.value)
  activateNote(app, result.value.noteId)
  app.focus.note(result.value.noteId)
  return true
}
