// New versions, the report on their notes and earlier versions, over main's part of the contract in memory.
import { describe, expect, it, vi } from 'vitest'
import type { Note } from '../../../domain/notes/note.ts'
import type { App } from '../../../renderer/actions/app.ts'
import { runCommand } from '../../../renderer/actions/commands.ts'
import { addNote, editNote } from '../../../renderer/actions/notes.ts'
import { dropVersion, startRevising, storeVersion, typeVersion } from '../../../renderer/actions/revising.ts'
import {
  keptHere,
  leftBehind,
  onCandidate,
  onWords,
  settle,
  startSettling,
  stepToSettle,
} from '../../../renderer/actions/settling.ts'
import { redo, undo } from '../../../renderer/actions/undo.ts'
import { closePast, showVersion } from '../../../renderer/actions/versions.ts'
import { newBriefing, newNote, type Scene } from '../dev/fake-bridge.ts'
import { briefing, noticeOf, text, withOpen } from './support.ts'

const next = `${text} A second paragraph was added.`
const incoming = (app: App) => app.store.get().incoming
const typed = { via: 'typed', file: null } as const

describe('a new version of the open text', () => {
  it('is stored, opened, and its report shown', async () => {
    const { app } = await withOpen()
    await startRevising(app)
    await storeVersion(app, next, false)
    expect(incoming(app).step).toBe('none')
    const { open } = app.store.get().reading
    expect(open.phase === 'ready' && open.briefing.versions.map((version) => version.text)).toEqual([text, next])
    expect(app.store.get().settling?.id).toBe(briefing.id)
  })

  it.each([
    ['the same words', text, 'same-text'],
    ['another text', 'The farmers of the north spoke about the price of grain this year.', 'other-text'],
    ['every paragraph twice', `${next}\n\n${next}`, 'doubled'],
  ])('%s: a person is asked first, and once sure it is stored', async (_, words, doubt) => {
    const { app, calls } = await withOpen()
    await startRevising(app)
    await storeVersion(app, words, false)
    expect(incoming(app)).toMatchObject({ step: 'text', doubt })
    expect(calls).not.toContain('briefing.revise')
    await storeVersion(app, words, true)
    expect(calls).toContain('briefing.revise')
  })

  it('is asked about anew when its words were changed', async () => {
    const { app } = await withOpen()
    await startRevising(app)
    await storeVersion(app, text, false)
    typeVersion(app, next, typed)
    expect(incoming(app)).toMatchObject({ doubt: null })
  })

  it.each([
    ['without words', ' \n ', 'text-empty'],
    ['with NUL characters', 'a\0b', 'text-nul'],
    ['with broken characters', 'a\uD800b', 'text-surrogate'],
  ])('%s is refused with a sentence and stays in its field', async (_, words, code) => {
    const { app, calls } = await withOpen()
    await startRevising(app)
    await storeVersion(app, words, false)
    expect(incoming(app)).toMatchObject({ step: 'text', failure: { code } })
    expect(calls).not.toContain('briefing.revise')
  })

  it('stays in its field when it can’t be stored, and its draft says what it is a version of', async () => {
    const { app, bridge } = await withOpen({ troubles: { 'briefing.revise': 'disk-full' } })
    await startRevising(app)
    typeVersion(app, next, typed)
    await storeVersion(app, next, false)
    expect(incoming(app)).toMatchObject({ step: 'text', failure: { code: 'disk-full' } })
    expect(await bridge.call('session.get', {})).toMatchObject({
      value: { draft: { kind: 'briefing', text: next, revises: briefing.id } },
    })
  })

  it('stays when another version came meanwhile, and follows that one when it is stored once more', async () => {
    const { app, bridge } = await withOpen()
    await startRevising(app)
    const other = { id: briefing.id, text: `${text} Somebody else’s.`, source: typed, basedOn: 1 }
    await bridge.call('briefing.revise', other)
    await storeVersion(app, next, false)
    expect(incoming(app)).toMatchObject({
      step: 'text',
      failure: { code: 'briefing-changed' },
      revises: { basedOn: 2 },
    })
    await storeVersion(app, next, false)
    const { open } = app.store.get().reading
    expect(open.phase === 'ready' && open.briefing.versions).toHaveLength(3)
  })

  it('comes from one dropped file into its field, and from several not at all', async () => {
    const { app } = await withOpen()
    await startRevising(app)
    const file = new File(['From a file.'], 'rev1.txt')
    await dropVersion(app, [file, file])
    expect(noticeOf(app)).toBe('window.revise.one-file')
    await dropVersion(app, [file])
    expect(incoming(app)).toMatchObject({ step: 'text', filled: 1, source: { via: 'drop', file: 'rev1.txt' } })
  })

  it('keeps its field when a file for it is refused', async () => {
    const { app } = await withOpen({ troubles: { 'text.decode': 'text-binary' } })
    await startRevising(app)
    await dropVersion(app, [new File(['x'], 'map.png')])
    expect(incoming(app)).toMatchObject({ step: 'refused', behind: { revises: { id: briefing.id } } })
    app.store.dispatch({ slice: 'incoming', type: 'ended' })
    expect(incoming(app)).toMatchObject({ step: 'text', revises: { id: briefing.id } })
  })
})

const two: Scene['briefings'][number] = {
  ...briefing,
  versions: [
    briefing.versions[0],
    { number: 2, text: next, created: briefing.created, source: typed, superseded: null },
  ],
}
const onNext = (words: string, more: Partial<Note>) => ({
  ...newNote(words, next.indexOf(words), 'question', ''),
  pending: true,
  ...more,
})
const reworded = onNext('two sides', { state: 'reworded' })
const ambiguous = onNext('met', {
  state: 'ambiguous',
  candidates: [
    { start: 35, end: 38 },
    { start: 49, end: 53 },
  ],
})
const lost = onNext('Who', { state: 'gone', start: null, end: null })

async function withReport(more: Partial<Scene> = {}) {
  const notes = new Map([[briefing.id, [reworded, ambiguous, lost]]])
  const made = await withOpen({ briefings: [two, newBriefing('ROME — A visit.')], notes, ...more })
  await startSettling(made.app)
  return made
}
const activeIn = (app: App) => app.store.get().settling?.active
const noteIn = (app: App, { noteId }: Note) => app.store.get().reading.notes.find((one) => one.noteId === noteId)

describe('the report', () => {
  it('goes on to the next note after each decision, and says what was decided and what is left', async () => {
    const { app } = await withReport()
    expect(activeIn(app)).toBe(reworded.noteId)
    await settle(app, keptHere)
    expect(app.store.get().notice).toMatchObject({ messageKey: 'window.settle.said-kept', values: { count: 2 } })
    expect(activeIn(app)).toBe(ambiguous.noteId)
    await settle(app, (note) => onCandidate(note, 1))
    expect(noteIn(app, ambiguous)).toMatchObject({ start: 49, end: 53, pending: false })
    await settle(app, leftBehind)
    expect(app.store.get().notice).toMatchObject({ messageKey: 'window.settle.said-left', values: { count: 0 } })
    expect(noteIn(app, lost)).toMatchObject({ left: true, pending: false })
  })

  it('settles each note once, however fast keys are typed', async () => {
    const { app, calls } = await withReport()
    await Promise.all([settle(app, keptHere), settle(app, leftBehind), settle(app, leftBehind)])
    expect(calls.filter((name) => name === 'note.settle')).toHaveLength(3)
    expect([reworded, ambiguous, lost].map((one) => noteIn(app, one)?.pending)).toEqual([false, false, false])
  })

  it.each([
    ['an ambiguous note kept without a place being chosen', ambiguous, keptHere],
    ['a gone note kept', lost, keptHere],
    ['a candidate that is not there', ambiguous, (note: Note) => onCandidate(note, 7)],
    ['a candidate of a note that has none', lost, (note: Note) => onCandidate(note, 0)],
    ['words for a note on the whole briefing', { ...lost, scope: 'briefing' } as Note, onWords({ start: 0, end: 4 })],
  ])('does nothing about %s', (_, note, choice) => {
    expect(choice(note)).toBeNull()
  })

  it('undoes decisions, newest first, and does them again; nothing else is undone while it is open', async () => {
    const { app } = await withReport()
    const removed = { kind: 'briefing-removed', id: crypto.randomUUID() } as const
    app.store.dispatch({ slice: 'undo', type: 'did', deed: removed })
    await settle(app, keptHere)
    await settle(app, leftBehind)
    await undo(app)
    expect(noteIn(app, ambiguous)?.pending).toBe(true)
    expect(activeIn(app)).toBe(ambiguous.noteId)
    await undo(app)
    expect(noteIn(app, reworded)?.pending).toBe(true)
    await undo(app)
    expect(noticeOf(app)).toBe('window.notice.nothing-to-undo')
    expect(app.store.get().undo.done).toEqual([removed])
    await redo(app)
    expect(noteIn(app, reworded)?.pending).toBe(false)
  })

  it('keeps a note waiting when its decision can’t be stored', async () => {
    const { app } = await withReport({ troubles: { 'note.settle': 'disk-full' } })
    await settle(app, keptHere)
    expect(noticeOf(app)).toBe('failure.disk-full')
    expect(noteIn(app, reworded)?.pending).toBe(true)
    expect(activeIn(app)).toBe(reworded.noteId)
    expect(app.store.get().undo.done).toEqual([])
  })

  it('steps among those that wait, and says so when none does', async () => {
    const { app } = await withReport()
    stepToSettle(app, -1)
    expect(activeIn(app)).toBe(lost.noteId)
    for (let count = 0; count < 3; count += 1) await settle(app, leftBehind)
    stepToSettle(app, 1)
    expect(noticeOf(app)).toBe('window.settle.all-settled')
  })

  it('is not opened for a text with one version', async () => {
    const { app } = await withOpen()
    await startSettling(app)
    expect(app.store.get().settling).toBeNull()
    expect(noticeOf(app)).toBe('window.versions.only-one')
  })
})

describe('an earlier version', () => {
  it('is shown with its notes until it is closed, and can’t be changed', async () => {
    const { app, calls } = await withReport()
    app.store.dispatch({ slice: 'settling', type: 'ended' })
    await showVersion(app, 1)
    expect(app.store.get().reading.past).toMatchObject({ phase: 'ready', version: 1 })
    app.store.dispatch({ slice: 'reading', type: 'selected', span: { start: 0, end: 4 } })
    app.store.dispatch({ slice: 'reading', type: 'note-activated', noteId: reworded.noteId })
    await addNote(app, 'question')
    editNote(app, reworded.noteId)
    for (const id of ['note.delete', 'note.edit', 'briefing.delete', 'edit.undo-action'] as const) {
      await runCommand(app, id)
    }
    expect(app.store.get().reading.editor).toBeNull()
    expect(calls.filter((name) => name === 'note.add' || name === 'note.remove')).toEqual([])
    closePast(app)
    expect(app.store.get().reading.past).toBeNull()
  })

  it('that can’t be opened leaves the newest, with the reason', async () => {
    const { app } = await withReport({ troubles: { 'briefing.open-version': 'disk-full' } })
    await showVersion(app, 1)
    expect(app.store.get().reading.past).toBeNull()
    expect(noticeOf(app)).toBe('failure.disk-full')
  })

  it('that comes when another one, or none, is asked for by now is not shown', async () => {
    const { app, bridge } = await withReport()
    const result = await bridge.call('briefing.open-version', { id: briefing.id, version: 1 })
    if (!result.ok) throw new Error(result.failure.code)
    const opened = { slice: 'reading', type: 'past-opened', id: briefing.id, opened: result.value } as const
    app.store.dispatch(opened)
    expect(app.store.get().reading.past).toBeNull()
    app.store.dispatch({ slice: 'reading', type: 'past-opening', version: 2 })
    app.store.dispatch(opened)
    expect(app.store.get().reading.past).toEqual({ phase: 'loading', version: 2 })
  })

  it('gives way to another briefing', async () => {
    const { app } = await withReport()
    await showVersion(app, 1)
    const other = [...app.store.get().library.rows.keys()].find((id) => id !== briefing.id) ?? ''
    app.store.dispatch({ slice: 'reading', type: 'opening', id: other, offset: 0, activeNote: null })
    expect(app.store.get().reading.past).toBeNull()
  })
})

it('a new version comes back after a crash with what it is a version of; without that text, as a text of its own', async () => {
  const draft = { kind: 'briefing', text: 'Half', source: typed, revises: briefing.id } as const
  const { app } = await withOpen({ draft })
  expect(incoming(app)).toMatchObject({ step: 'text', text: 'Half', revises: { id: briefing.id, basedOn: 1 } })
  const lostText = await withOpen({ draft: { ...draft, revises: crypto.randomUUID() } })
  await vi.waitFor(() => expect(incoming(lostText.app)).toMatchObject({ step: 'text', text: 'Half', revises: null }))
})
