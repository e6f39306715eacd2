// Between notes and their places: what a key does to state, focus and speech, over main's part of the contract in memory.
import { describe, expect, it } from 'vitest'
import type { App } from '../../../renderer/actions/app.ts'
import { runCommand } from '../../../renderer/actions/commands.ts'
import {
  chooseBriefing,
  chooseNothing,
  chooseParagraph,
  goBetween,
  goToNext,
} from '../../../renderer/actions/note-places.ts'
import { activateNote, addNote } from '../../../renderer/actions/notes.ts'
import { newBriefing, newNote } from '../dev/fake-bridge.ts'
import { withOpen } from './support.ts'

const text = 'The two sides met in Oslo.\n\nA second round follows in Lima.'
const briefing = newBriefing(text)
const on = (words: string, kind: 'line' | 'question') => newNote(words, text.indexOf(words), kind, '')
const wide = on('A second round follows', 'line')
const narrow = on('second', 'question')
const first = on('sides', 'line')
const second = { start: 28, end: text.length }

async function opened() {
  return withOpen({ briefings: [briefing], notes: new Map([[briefing.id, [first, wide, narrow]]]) }, briefing.id)
}
const reading = (app: App) => app.store.get().reading
const said = (app: App) => app.spoken.get()?.said

describe('a note on a paragraph', () => {
  it.each([
    ['that the caret is in', 40, null],
    ['of the active note', null, narrow.noteId],
  ])('chooses the one %s', async (_which, caret, active) => {
    const { app, focus } = await opened()
    focus.caret.mockReturnValue(caret)
    activateNote(app, active)
    await runCommand(app, 'note.paragraph')
    expect(reading(app)).toMatchObject({ selection: second, scope: 'paragraph' })
    expect(focus.words).toHaveBeenLastCalledWith(second, true)
    expect(said(app)).toBe('choose-kind')
  })

  it('is made on the whole paragraph, and said', async () => {
    const { app } = await opened()
    chooseParagraph(app, 30)
    await addNote(app, 'redline')
    const made = reading(app).notes.find(({ kind }) => kind === 'redline')
    expect(made).toMatchObject({ scope: 'paragraph', ...second })
    expect(app.spoken.get()).toMatchObject({ said: 'note-made', note: { noteId: made?.noteId } })
    expect(reading(app).scope).toBe('words')
  })

  it('becomes one on words as soon as other words are selected', async () => {
    const { app } = await opened()
    chooseParagraph(app, 30)
    app.store.dispatch({ slice: 'reading', type: 'selected', span: second })
    expect(reading(app).scope).toBe('paragraph')
    app.store.dispatch({ slice: 'reading', type: 'selected', span: { start: 30, end: 36 } })
    expect(reading(app).scope).toBe('words')
  })

  it('is not offered where nothing can be written', async () => {
    const { app } = await withOpen({ briefings: [{ ...briefing, deleted: briefing.created }] }, briefing.id)
    chooseParagraph(app, 30)
    chooseBriefing(app)
    expect(reading(app)).toMatchObject({ selection: null, scope: 'words' })
  })
})

describe('a note on the whole briefing', () => {
  it('is made without any words', async () => {
    const { app } = await opened()
    await runCommand(app, 'note.briefing')
    await addNote(app, 'position')
    expect(reading(app).notes.find(({ kind }) => kind === 'position')).toMatchObject({ scope: 'briefing', start: null })
  })

  it('is not made once it was left', async () => {
    const { app, calls } = await opened()
    chooseBriefing(app)
    chooseNothing(app)
    await addNote(app, 'position')
    expect(calls).not.toContain('note.add')
  })
})

describe('from words to their note and back', () => {
  it('the shortest note at the caret is meant, or the active one where its words begin', async () => {
    const { app, focus } = await opened()
    focus.caret.mockReturnValue(text.indexOf('second') + 6)
    await goBetween(app)
    expect(focus.note).toHaveBeenLastCalledWith(narrow.noteId)
    activateNote(app, wide.noteId)
    focus.caret.mockReturnValue(wide.start)
    await goBetween(app)
    expect(focus.note).toHaveBeenLastCalledWith(wide.noteId)
  })

  it('a caret where no note is goes nowhere and is told so', async () => {
    const { app, focus } = await opened()
    focus.caret.mockReturnValue(0)
    await goBetween(app)
    expect(focus.note).not.toHaveBeenCalled()
    expect(said(app)).toBe('no-note')
  })

  it('from a card the caret goes to where its words begin', async () => {
    const { app, focus } = await opened()
    activateNote(app, narrow.noteId)
    await runCommand(app, 'note.words')
    expect(focus.words).toHaveBeenLastCalledWith({ start: narrow.start, end: narrow.end }, false)
    expect(app.spoken.get()).toMatchObject({ said: 'at-words', note: { noteId: narrow.noteId } })
  })
})

describe('next and previous note', () => {
  it('from the text bring the caret to words, in reading order, until there are no more', async () => {
    const { app, focus } = await opened()
    focus.caret.mockReturnValue(0)
    goToNext(app, 1)
    expect(reading(app).activeNote).toBe(first.noteId)
    focus.caret.mockReturnValue(first.start)
    goToNext(app, 1)
    expect(reading(app).activeNote).toBe(wide.noteId)
    focus.caret.mockReturnValue(first.start)
    goToNext(app, -1)
    expect(said(app)).toBe('no-more-notes')
    expect(focus.note).not.toHaveBeenCalled()
  })

  it('from elsewhere go to cards', async () => {
    const { app, focus } = await opened()
    goToNext(app, 1)
    expect(focus.note).toHaveBeenLastCalledWith(first.noteId)
  })
})
