// What was typed stays until it is on disk, and undo does what it says and nothing else: cases that once went wrong.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type NoteKind, newCommitment } from '../../../domain/notes/note.ts'
import type { App } from '../../../renderer/actions/app.ts'
import { createApp } from '../../../renderer/actions/create-app.ts'
import { clearNoteFilter, toggleNoteFilter } from '../../../renderer/actions/note-filter.ts'
import {
  addNote,
  changeKind,
  closeEditor,
  editNote,
  removeNote,
  saveNow,
  stepNote,
  typeNote,
  typeParts,
} from '../../../renderer/actions/notes.ts'
import { openBriefing } from '../../../renderer/actions/reading.ts'
import { followMain, startWindow } from '../../../renderer/actions/start.ts'
import { redo, undo, undoDeed } from '../../../renderer/actions/undo.ts'
import { createClient } from '../../../renderer/bridge.ts'
import { createFakeBridge, newBriefing, newNote, type Scene } from '../dev/fake-bridge.ts'
import { fakeFocus } from './support.ts'

const text = 'BERN, 2 May 2024 — The sides agreed to meet again.'

const note = (words: string, kind: NoteKind, written: string) => newNote(words, text.indexOf(words), kind, written)

beforeEach(() => void vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 0)))
afterEach(() => void vi.unstubAllGlobals())

/** A window with two briefings, the first open, with two notes on it. `troubles` may be changed while it runs. */
async function opened() {
  const [here, other] = [newBriefing(text), newBriefing('ROME, 1 May 2024 — A visit took place.')]
  const [first, second] = [note('agreed', 'question', 'Who?'), note('meet', 'line', 'Ours')]
  const troubles: { -readonly [Name in keyof Scene['troubles']]: Scene['troubles'][Name] } = {}
  const bridge = createFakeBridge({
    state: {},
    briefings: [here, other],
    notes: new Map([[here.id, [first, second]]]),
    draft: null,
    troubles,
  })
  const app = createApp(createClient(bridge), fakeFocus())
  followMain(app)
  await startWindow(app)
  await openBriefing(app, here.id)
  return { app, here, other, first, second, troubles }
}

const noteIn = (app: App, noteId: string) => app.store.get().reading.notes.find((note) => note.noteId === noteId)
const noticeOf = (app: App) => app.store.get().notice?.messageKey

async function write(app: App, noteId: string, words: string): Promise<void> {
  editNote(app, noteId)
  typeNote(app, noteId, words)
  await closeEditor(app)
}

describe('words that could not be saved', () => {
  it('are still there, and said to be unsaved, after another briefing was open', async () => {
    const { app, here, other, first, troubles } = await opened()
    troubles['note.edit'] = 'disk-full'
    editNote(app, first.noteId)
    typeNote(app, first.noteId, 'Not lost')
    await openBriefing(app, other.id)
    await vi.waitFor(() => expect(noticeOf(app)).toBe('failure.disk-full'))
    await openBriefing(app, here.id)
    expect(app.store.get().reading.unsaved.get(first.noteId)?.text).toBe('Not lost')

    delete troubles['note.edit']
    await saveNow(app, first.noteId)
    expect(noteIn(app, first.noteId)?.text).toBe('Not lost')
  })

  it('are saved by themselves when another note can be saved again', async () => {
    const { app, first, second, troubles } = await opened()
    troubles['note.edit'] = 'disk-full'
    await write(app, first.noteId, 'First try')
    delete troubles['note.edit']
    await write(app, second.noteId, 'Room again')
    await vi.waitFor(() => expect(noteIn(app, first.noteId)?.text).toBe('First try'))
    expect(app.store.get().reading.unsaved.size).toBe(0)
  })

  it('do not come back after they were undone', async () => {
    const { app, first, troubles } = await opened()
    troubles['note.edit'] = 'disk-full'
    await write(app, first.noteId, 'Unwanted')
    delete troubles['note.edit']
    await undo(app)
    editNote(app, first.noteId)
    await closeEditor(app)
    expect(noteIn(app, first.noteId)?.text).toBe('Who?')
    expect(app.store.get().reading.unsaved.size).toBe(0)
  })
})

it('what was promised stays in the card, and is said to be unsaved, while the disk is full; another try saves it', async () => {
  const { app, first, troubles } = await opened()
  troubles['note.edit'] = 'disk-full'
  const promised = { ...newCommitment, owner: 'Legal Dept' }
  editNote(app, first.noteId)
  typeParts(app, first.noteId, { commitment: promised, tags: ['energy'] })
  await closeEditor(app)
  expect(app.store.get().reading.unsaved.get(first.noteId)).toMatchObject({ commitment: promised, tags: ['energy'] })
  typeNote(app, first.noteId, 'More')
  await saveNow(app, first.noteId)
  expect(app.store.get().reading.unsaved.get(first.noteId)).toMatchObject({ commitment: promised, text: 'More' })
  delete troubles['note.edit']
  await saveNow(app, first.noteId)
  expect(noteIn(app, first.noteId)).toMatchObject({ text: 'More', commitment: promised, tags: ['energy'] })
  expect(app.store.get().reading.unsaved.size).toBe(0)
})

describe('with a filter', () => {
  it('the next note is the next of those shown, and a deleted one gives way to one of those', async () => {
    const { app, first, second } = await opened()
    toggleNoteFilter(app, { of: 'kinds', value: 'line' })
    stepNote(app, 1)
    expect(app.store.get().reading.activeNote).toBe(second.noteId)
    stepNote(app, -1)
    expect(app.store.get().reading.activeNote).toBe(second.noteId)
    clearNoteFilter(app)
    stepNote(app, -1)
    expect(app.store.get().reading.activeNote).toBe(first.noteId)
  })
})

it('typing never waits: words are taken while the disk does not answer, and main has them as a draft', async () => {
  const { app, first, troubles } = await opened()
  troubles['note.edit'] = 'never'
  editNote(app, first.noteId)
  typeNote(app, first.noteId, 'one')
  void saveNow(app, first.noteId)
  for (const words of ['one two', 'one two three']) typeNote(app, first.noteId, words)
  expect(app.saver.pending(first.noteId)).toEqual({ text: 'one two three' })
  const session = await app.client.call('session.get', {})
  expect(session).toMatchObject({ value: { draft: { text: 'one two three' } } })
})

describe('undo', () => {
  it('offered with a message takes back what the message tells, though more was done since', async () => {
    const { app, first, second } = await opened()
    await removeNote(app, first.noteId)
    const offered = app.store.get().notice?.undo
    editNote(app, second.noteId)
    typeNote(app, second.noteId, 'Typed meanwhile')
    if (offered != null) await undoDeed(app, offered)
    expect(noteIn(app, first.noteId)?.text).toBe('Who?')
    expect(noteIn(app, second.noteId)?.text).toBe('Typed meanwhile')
  })

  it('opens the briefing whose note it takes away', async () => {
    const { app, here, other } = await opened()
    app.store.dispatch({ slice: 'reading', type: 'selected', span: { start: 19, end: 28 } })
    await addNote(app, 'line')
    await openBriefing(app, other.id)
    await undo(app)
    expect(app.store.get().reading.open).toMatchObject({ phase: 'ready', id: here.id })
    expect(app.store.get().reading.notes).toHaveLength(2)
  })

  it('of a kind touches no words', async () => {
    const { app, first } = await opened()
    editNote(app, first.noteId)
    typeNote(app, first.noteId, 'mid')
    await app.saver.flush(first.noteId)
    await changeKind(app, first.noteId, 'line')
    typeNote(app, first.noteId, 'final')
    await closeEditor(app)
    await undo(app)
    await undo(app)
    expect(noteIn(app, first.noteId)).toMatchObject({ kind: 'question' })
    expect(noteIn(app, first.noteId)?.text).not.toBe('mid')
  })

  it('takes tags and what was promised back with the words of the same writing, and gives them again', async () => {
    const { app, first } = await opened()
    await changeKind(app, first.noteId, 'commitment')
    const promised = { ...newCommitment, owner: 'Legal Dept', due: '2031-05-30' }
    editNote(app, first.noteId)
    typeNote(app, first.noteId, 'Ask')
    typeParts(app, first.noteId, { tags: ['energy'] })
    typeParts(app, first.noteId, { commitment: promised })
    await closeEditor(app)
    expect(noteIn(app, first.noteId)).toMatchObject({ text: 'Ask', tags: ['energy'], commitment: promised })
    await undo(app)
    expect(noteIn(app, first.noteId)).toMatchObject({ text: 'Who?', tags: [], commitment: newCommitment })
    await redo(app)
    expect(noteIn(app, first.noteId)).toMatchObject({ text: 'Ask', tags: ['energy'], commitment: promised })
  })

  it('of tags alone touches no words', async () => {
    const { app, first } = await opened()
    editNote(app, first.noteId, 'tags')
    typeParts(app, first.noteId, { tags: ['energy'] })
    await closeEditor(app)
    await write(app, first.noteId, 'Later words')
    const [tagged] = app.store.get().undo.done
    if (tagged !== undefined) await undoDeed(app, tagged)
    expect(noteIn(app, first.noteId)).toMatchObject({ text: 'Later words', tags: [] })
  })

  it('passes by what another device deleted for good', async () => {
    const { app, first, second, troubles } = await opened()
    await write(app, first.noteId, 'Changed')
    await write(app, second.noteId, 'Changed too')
    troubles['note.edit'] = 'note-missing'
    await undo(app)
    delete troubles['note.edit']
    await undo(app)
    expect(noteIn(app, first.noteId)?.text).toBe('Who?')
  })
})

it('words chosen in one text are not chosen in another when their note could not be made', async () => {
  const { app, other, troubles } = await opened()
  troubles['note.add'] = 'disk-full'
  app.store.dispatch({ slice: 'reading', type: 'selected', span: { start: 19, end: 28 } })
  const adding = addNote(app, 'line')
  await openBriefing(app, other.id)
  await adding
  expect(app.store.get().reading.selection).toBeNull()
})
