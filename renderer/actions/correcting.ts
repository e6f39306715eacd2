// Correcting a reading: of a text under review, where nothing is stored yet, or of the open briefing, where every edit is stored at
// once and can be undone like any other deed.
import { type Briefing, currentVersion } from '../../domain/briefing.ts'
import { corrected } from '../../domain/reading/correct.ts'
import type { Corrections } from '../../domain/reading/corrections.ts'
import type { Edit } from '../../domain/reading/edit.ts'
import { wholeReading } from '../../domain/reading/reading.ts'
import type { Failure } from '../../domain/result.ts'
import type { TypedField } from '../state/app-state.ts'
import type { App } from './app.ts'
import { closeEditor } from './notes.ts'
import { mayWrite, notify, notifyFailure } from './notice.ts'
import { openBriefing } from './reading.ts'

/**
 * Opens the open briefing's reading for correction (or, where nothing can be saved, for a close look); with the words that were being
 * typed in a field of it when the page crashed.
 */
export async function startCorrecting(app: App, resumed?: TypedField): Promise<void> {
  const { open } = app.store.get().reading
  if (open.phase !== 'ready') return
  await closeEditor(app)
  app.store.dispatch({ slice: 'reading', type: 'selected', span: null })
  app.store.dispatch({ slice: 'correcting', id: open.id, ...(resumed === undefined ? {} : { resumed }) })
}

/** Goes back to reading. */
export function stopCorrecting(app: App): void {
  app.store.dispatch({ slice: 'correcting', id: null })
  app.focus.pane('reader')
}

/** Makes an edit of the reading that is being reviewed or corrected. False when it could not be kept (which was said). */
export async function editReading(app: App, edit: Edit): Promise<boolean> {
  const { incoming, correcting } = app.store.get()
  if (incoming.step === 'review') {
    const { reading, edits, source } = incoming
    const now = corrected(reading, edits.now, edit)
    app.store.dispatch({ slice: 'incoming', type: 'edited', corrections: now })
    app.saveDraftSoon.call(reading.text, source, now)
    return true
  }
  return correcting !== null && editStored(app, correcting, edit)
}

/**
 * Keeps what is being typed in a field as the session's draft, half a date too. Of a text under review it is part of that text's draft
 * (`edit`: what the words stand for, null for nothing); of a stored reading the words themselves are kept, as they may be no value yet.
 */
export function typeInField(app: App, { field, text }: TypedField, edit: Edit | null): void {
  const { incoming, correcting, reading } = app.store.get()
  if (incoming.step === 'review') {
    const { edits, source } = incoming
    if (edit !== null)
      app.saveDraftSoon.call(incoming.reading.text, source, corrected(incoming.reading, edits.now, edit))
    return
  }
  // The one draft may be of a note's words that could not be saved.
  if (correcting === null || reading.unsaved.size > 0) return
  void app.client.call('session.draft', { draft: { kind: 'field', briefingId: correcting, field, text } })
}

/** Drops the draft of a stored reading's field: its words were kept, or given up. */
export function endTyping(app: App): void {
  const { incoming, reading } = app.store.get()
  if (incoming.step !== 'none' || reading.editor !== null || reading.unsaved.size > 0) return
  void app.client.call('session.draft', { draft: null })
}

/** Undoes or does again an edit of the text under review. */
export function stepEdits(app: App, step: 'edit-undone' | 'edit-redone'): void {
  const before = app.store.get().incoming
  app.store.dispatch({ slice: 'incoming', type: step })
  const { incoming } = app.store.get()
  if (incoming.step !== 'review') return
  if (incoming !== before) app.saveDraftSoon.call(incoming.reading.text, incoming.source, incoming.edits.now)
  else notify(app, step === 'edit-undone' ? 'window.notice.nothing-to-undo' : 'window.notice.nothing-to-redo')
}

/** Stores corrections of a briefing in the place of its former ones; the failure (which was said) when they can't be. */
export async function sendCorrections(app: App, id: string, corrections: Corrections): Promise<Failure | null> {
  const briefing = openOne(app, id)
  if (briefing === null) return null
  const result = await app.client.call('briefing.correct', { id, corrections, basedOn: briefing.modified })
  if (result.ok) {
    app.store.dispatch({ slice: 'reading', type: 'corrected', briefing: result.value })
    return null
  }
  notifyFailure(app, result.failure)
  // Somebody else changed it: what they did is shown, so that nobody corrects what is not there any more.
  await openBriefing(app, id)
  return result.failure
}

/** One edit after the other, each on what the one before has left. */
async function editStored(app: App, id: string, edit: Edit): Promise<boolean> {
  return app.inOrder(async () => {
    const briefing = openOne(app, id)
    if (briefing === null || !mayWrite(app)) return false
    const { reading, corrections } = briefing
    const after = corrected(wholeReading(reading, currentVersion(briefing).text), corrections, edit)
    if (after === corrections) return true
    if ((await sendCorrections(app, id, after)) !== null) return false
    const deed = { kind: 'briefing-corrected', id, before: corrections, after } as const
    app.store.dispatch({ slice: 'undo', type: 'did', deed })
    return true
  })
}

function openOne(app: App, id: string): Briefing | null {
  const { open } = app.store.get().reading
  return open.phase === 'ready' && open.id === id ? open.briefing : null
}
