// The window's actions over main's part of the contract in memory: what a person does, and what state and main hold then.
import { describe, expect, it, vi } from 'vitest'
import type { App } from '../../../renderer/actions/app.ts'
import { runCommand } from '../../../renderer/actions/commands.ts'
import { editReading, typeInField } from '../../../renderer/actions/correcting.ts'
import {
  backToText,
  cancelIncoming,
  chooseFiles,
  decodeAgain,
  decodeFile,
  dropFile,
  readText,
  saveIncoming,
} from '../../../renderer/actions/incoming.ts'
import { addNote, changeKind, closeEditor, editNote, removeNote, typeNote } from '../../../renderer/actions/notes.ts'
import { openBriefing, shownRows, showView, typeQuery } from '../../../renderer/actions/reading.ts'
import { leaveWindow } from '../../../renderer/actions/start.ts'
import { newBriefing } from '../dev/fake-bridge.ts'
import { briefing, noticeOf, scene, source, started, stored, text, title, withOpen } from './support.ts'

const notesOf = (app: App) => app.store.get().reading.notes
const select = (app: App, words: string) => {
  const start = text.indexOf(words)
  app.store.dispatch({ slice: 'reading', type: 'selected', span: { start, end: start + words.length } })
}

describe('starting', () => {
  it('shows the rows, and says why when the library cannot be opened', async () => {
    expect(shownRows((await started()).app)).toHaveLength(2)
    const { app } = await started({ troubles: { 'library.state': 'library-damaged' } })
    expect(app.store.get().library).toMatchObject({ phase: 'failed', failure: { code: 'library-damaged' } })
  })

  it('opens a half-written note again, marked as not yet saved', async () => {
    const draft = { kind: 'note', briefingId: briefing.id, noteId: stored.noteId, text: 'Who? And wh' } as const
    const { app } = await started({ draft })
    expect(app.store.get().reading.editor).toMatchObject({ noteId: stored.noteId, text: 'Who? And wh', unsaved: true })
    await closeEditor(app)
    expect(notesOf(app)[0]?.text).toBe('Who? And wh')
  })

  it('shows both when a half-written note was changed elsewhere since, and saves nothing by itself', async () => {
    const draft = {
      kind: 'note',
      briefingId: briefing.id,
      noteId: stored.noteId,
      text: 'Mine',
      since: '2000-01-01T00:00:00.000Z',
    } as const
    const { app, calls } = await started({ draft })
    expect(app.store.get().reading.editor).toMatchObject({ text: 'Who?\n\nMine', unsaved: true })
    await app.saver.flush(stored.noteId)
    expect(calls).not.toContain('note.edit')
    await closeEditor(app)
    expect(notesOf(app)[0]?.text).toBe('Who?\n\nMine')
  })

  it('goes on with a half-written note whose earlier words were saved since', async () => {
    const draft = {
      kind: 'note',
      briefingId: briefing.id,
      noteId: stored.noteId,
      text: 'Who? And wh',
      since: '2000-01-01T00:00:00.000Z',
    } as const
    const { app } = await started({ draft })
    expect(app.store.get().reading.editor).toMatchObject({ text: 'Who? And wh', unsaved: true })
  })

  it('goes to the half-written note’s briefing and view when another was open', async () => {
    const draft = { kind: 'note', briefingId: briefing.id, noteId: stored.noteId, text: 'Who? And wh' } as const
    const other = newBriefing('BERN, 1 May 2024 — In the bin.', {}, { deleted: '2024-05-02T00:00:00.000Z' })
    const place = { view: 'bin', briefingId: other.id, noteId: null, offset: 0, query: '' } as const
    const { app } = await started({ draft, place, briefings: [...scene.briefings, other] })
    const { library, reading } = app.store.get()
    expect(library).toMatchObject({ view: 'library', chosen: briefing.id })
    expect(reading).toMatchObject({ open: { id: briefing.id }, editor: { noteId: stored.noteId, unsaved: true } })
  })

  it('saves the half-written words of a note whose briefing is in the bin, without opening it for writing', async () => {
    const draft = { kind: 'note', briefingId: briefing.id, noteId: stored.noteId, text: 'Who? And wh' } as const
    const inBin = { ...briefing, deleted: '2024-05-02T00:00:00.000Z' }
    const { app, calls } = await started({ draft, briefings: [inBin] })
    expect(app.store.get()).toMatchObject({ library: { view: 'bin' }, reading: { editor: null } })
    expect(notesOf(app)[0]?.text).toBe('Who? And wh')
    expect(calls.at(-1)).toBe('session.draft')
  })

  it('shows half-written words as not saved while the library can only be read', async () => {
    const readOnly = { code: 'disk-read-only', messageKey: 'failure.disk-read-only', values: {} } as const
    const draft = { kind: 'note', briefingId: briefing.id, noteId: stored.noteId, text: 'Who? And wh' } as const
    const { app } = await started({ draft, state: { readOnly }, troubles: { 'note.edit': 'disk-full' } })
    expect(app.store.get().reading.editor).toBeNull()
    expect(app.store.get().reading.unsaved.get(stored.noteId)?.text).toBe('Who? And wh')
  })

  it('opens a half-read-in text again: in its field, or in review with what was typed there', async () => {
    const typed = { kind: 'briefing', text: 'Half a', source: { via: 'typed', file: null } } as const
    expect((await started({ draft: typed })).app.store.get().incoming).toMatchObject({ step: 'text', text: 'Half a' })
    const corrections = { title: 'A meeting', date: '2024-0', place: null }
    const { app } = await started({ draft: { ...typed, text: 'Half a text.', corrections } })
    expect(app.store.get().incoming).toMatchObject({
      step: 'review',
      reading: { text: 'Half a text.' },
      edits: { now: corrections },
    })
  })
})

describe('notes', () => {
  it('are made on the selected words and opened for writing', async () => {
    const { app } = await withOpen()
    select(app, 'agreed to meet')
    await addNote(app, 'commitment')
    const { editor, selection } = app.store.get().reading
    expect(notesOf(app).find(({ noteId }) => noteId === editor?.noteId)).toMatchObject({
      kind: 'commitment',
      quote: 'agreed to meet',
    })
    expect(selection).toBeNull()
  })

  it('keep what is typed in the session’s draft at once and on disk when the editor closes', async () => {
    const { app, calls } = await withOpen()
    editNote(app, stored.noteId)
    typeNote(app, stored.noteId, 'Who exactly?')
    expect(calls.at(-1)).toBe('session.draft')
    await closeEditor(app)
    expect(notesOf(app)[0]?.text).toBe('Who exactly?')
    expect(calls.slice(-2)).toEqual(['note.edit', 'session.draft'])
  })

  it('that cannot be saved keep their words and say why', async () => {
    const { app, calls } = await withOpen({ troubles: { 'note.edit': 'disk-full' } })
    editNote(app, stored.noteId)
    typeNote(app, stored.noteId, 'Not lost')
    await closeEditor(app)
    expect(app.store.get().reading.unsaved.get(stored.noteId)).toMatchObject({
      text: 'Not lost',
      failure: { code: 'disk-full' },
    })
    expect(calls.at(-1)).toBe('note.edit')
  })

  it('cannot be made or written while the library can only be read', async () => {
    const readOnly = { code: 'disk-read-only', messageKey: 'failure.disk-read-only', values: {} } as const
    const { app, calls } = await withOpen({ state: { readOnly } })
    select(app, 'agreed')
    await addNote(app, 'line')
    editNote(app, stored.noteId)
    expect(calls).not.toContain('note.add')
    expect(app.store.get().reading.editor).toBeNull()
    expect(noticeOf(app)).toBe('failure.disk-read-only')
  })
})

describe('undo and redo', () => {
  it('take a deleted note back and delete it again', async () => {
    const { app } = await withOpen()
    await removeNote(app, stored.noteId)
    expect(notesOf(app)).toEqual([])
    expect(app.store.get().notice).toMatchObject({
      messageKey: 'window.notice.note-deleted',
      undo: { kind: 'note-removed' },
    })
    await runCommand(app, 'edit.undo-action')
    expect(notesOf(app)).toMatchObject([{ noteId: stored.noteId, text: 'Who?' }])
    await runCommand(app, 'edit.redo-action')
    expect(notesOf(app)).toEqual([])
  })

  it('take an edit and a change of kind back one by one', async () => {
    const { app } = await withOpen()
    editNote(app, stored.noteId)
    typeNote(app, stored.noteId, 'Other words')
    await closeEditor(app)
    await changeKind(app, stored.noteId, 'line')
    await runCommand(app, 'edit.undo-action')
    expect(notesOf(app)[0]).toMatchObject({ kind: 'question', text: 'Other words' })
    await runCommand(app, 'edit.undo-action')
    expect(notesOf(app)[0]).toMatchObject({ kind: 'question', text: 'Who?' })
  })

  it('take a new note and its first words back together', async () => {
    const { app } = await withOpen()
    select(app, 'agreed')
    await addNote(app, 'line')
    const { editor } = app.store.get().reading
    typeNote(app, editor?.noteId ?? '', 'First words')
    await runCommand(app, 'edit.undo-action')
    expect(notesOf(app).map(({ noteId }) => noteId)).toEqual([stored.noteId])
    await runCommand(app, 'edit.redo-action')
    expect(notesOf(app).map((one) => one.text)).toContain('First words')
  })

  it('take a briefing out of the bin and open it, wherever the window is', async () => {
    const { app } = await withOpen()
    await runCommand(app, 'briefing.delete')
    expect(shownRows(app).map(({ id }) => id)).not.toContain(briefing.id)
    showView(app, 'bin')
    expect(shownRows(app).map(({ id }) => id)).toEqual([briefing.id])
    await runCommand(app, 'edit.undo-action')
    expect(shownRows(app)).toEqual([])
    showView(app, 'library')
    expect(shownRows(app)).toHaveLength(2)
  })

  it('that fail leave the trail as it was', async () => {
    const { app } = await withOpen({ troubles: { 'note.restore': 'disk-full' } })
    await removeNote(app, stored.noteId)
    await runCommand(app, 'edit.undo-action')
    expect(noticeOf(app)).toBe('failure.disk-full')
    expect(app.store.get().undo.done).toHaveLength(1)
  })

  it('say so when there is nothing to undo', async () => {
    const { app } = await withOpen()
    await runCommand(app, 'edit.undo-action')
    expect(noticeOf(app)).toBe('window.notice.nothing-to-undo')
  })
})

describe('texts on their way in', () => {
  it('are reviewed, saved with what was corrected, listed and opened', async () => {
    const { app } = await started()
    await readText(app, 'BERN, 2 June 2025 — They met.', source)
    expect(app.store.get().incoming.step).toBe('review')
    await editReading(app, title('A meeting'))
    await saveIncoming(app)
    const { incoming, reading, library } = app.store.get()
    expect(incoming.step).toBe('none')
    expect(reading.open).toMatchObject({ phase: 'ready', briefing: { corrections: { title: 'A meeting' } } })
    expect(library.rows.size).toBe(3)
  })

  it('stay in review when saving fails', async () => {
    const { app } = await started({ troubles: { 'briefing.add': 'disk-full' } })
    await readText(app, 'Some words.', source)
    await saveIncoming(app)
    expect(app.store.get().incoming).toMatchObject({ step: 'review', failure: { code: 'disk-full' } })
  })

  it('are not given up by commands of the library', async () => {
    const { app } = await withOpen()
    await readText(app, 'Some words.', source)
    await runCommand(app, 'briefing.delete')
    await runCommand(app, 'view.bin')
    expect(app.store.get()).toMatchObject({ incoming: { step: 'review' }, library: { view: 'library' } })
  })

  it('that are files of a wrong encoding can be tried with another', async () => {
    const troubled = await started({ troubles: { 'text.decode': 'text-encoding' } })
    await dropFile(troubled.app, new File(['words'], 'old.txt'))
    const { incoming } = troubled.app.store.get()
    expect(incoming).toMatchObject({
      step: 'refused',
      failure: { code: 'text-encoding' },
      undecoded: { via: 'drop', name: 'old.txt' },
    })
    const { app } = await started()
    await decodeFile(app, { name: 'old.txt', bytes: new TextEncoder().encode('Words.') }, 'windows-1251')
    expect(app.store.get().incoming).toMatchObject({ step: 'review', source: { via: 'drop', file: 'old.txt' } })
  })

  it('that were chosen and are of a wrong encoding can be tried with another too', async () => {
    const { app } = await started({ failsOnce: { 'text.decode-chosen': 'text-encoding' } })
    await chooseFiles(app)
    expect(app.store.get().incoming).toMatchObject({ step: 'refused', undecoded: { via: 'file' } })
    await decodeAgain(app, { via: 'file' }, 'windows-1251')
    expect(app.store.get().incoming).toMatchObject({ step: 'review', source: { via: 'file', file: 'chosen.txt' } })
  })

  it('that are folders, or files that can’t be read, are refused in words that fit both', async () => {
    const { app, calls } = await started()
    const file = new File(['words'], 'moved.txt')
    Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.reject(new DOMException('', 'NotFoundError')) })
    await dropFile(app, file)
    expect(app.store.get().incoming).toMatchObject({
      step: 'refused',
      failure: { code: 'file-unreadable', values: { file: 'moved.txt' } },
    })
    expect(calls).not.toContain('text.decode')
  })

  it('that are too large are refused before their bytes are read', async () => {
    const { app, calls } = await started()
    const file = new File([], 'huge.txt')
    Object.defineProperty(file, 'size', { value: 20_000_001 })
    await dropFile(app, file)
    expect(app.store.get().incoming).toMatchObject({ step: 'refused', failure: { code: 'text-too-large' } })
    expect(calls).not.toContain('text.decode')
  })

  it('keep what is typed in the review with the draft, and drop it when the text is saved', async () => {
    const { app, bridge } = await started()
    const draft = async () => {
      const session = await bridge.call('session.get', {})
      return session.ok ? session.value.draft : null
    }
    await readText(app, 'Some words.', source)
    expect(await draft()).toMatchObject({ text: 'Some words.', corrections: {} })
    typeInField(app, { field: 'head title', text: 'A meeting' }, title('A meeting'))
    leaveWindow(app)
    expect(await draft()).toMatchObject({ text: 'Some words.', corrections: { title: 'A meeting' } })
    backToText(app)
    expect(await draft()).toEqual({ kind: 'briefing', text: 'Some words.', source })
    await readText(app, 'Some words.', source)
    const saving = saveIncoming(app)
    typeInField(app, { field: 'head title', text: 'A meeting typed on' }, title('A meeting typed on'))
    await saving
    leaveWindow(app)
    expect(await draft()).toBeNull()
  })

  it('leave nothing behind when they are given up', async () => {
    const { app, calls } = await started()
    await readText(app, 'Some words.', source)
    cancelIncoming(app)
    expect(app.store.get().incoming.step).toBe('none')
    expect(calls.slice(-2)).toEqual(['session.draft', 'session.draft'])
    expect(app.store.get().library.rows.size).toBe(2)
  })
})

it('the command to restore a briefing works in the bin and does nothing elsewhere', async () => {
  const { app, calls } = await withOpen()
  await runCommand(app, 'briefing.restore')
  expect(calls).not.toContain('briefing.restore')
  await runCommand(app, 'briefing.delete')
  showView(app, 'bin')
  await openBriefing(app, briefing.id)
  await runCommand(app, 'briefing.restore')
  showView(app, 'library')
  expect(shownRows(app)).toHaveLength(2)
})

it('the list is filtered by main’s answer to the newest query', async () => {
  const { app } = await started()
  typeQuery(app, 'visit')
  await vi.waitFor(() => expect(shownRows(app)).toHaveLength(1))
  typeQuery(app, '')
  expect(shownRows(app)).toHaveLength(2)
})
