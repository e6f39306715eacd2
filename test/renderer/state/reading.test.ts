import { expect, it } from 'vitest'
import { failed } from '../../../domain/result.ts'
import { nothingOpen, type ReadingAction, reduceReading, shownText } from '../../../renderer/state/reading.ts'
import { newBriefing } from '../dev/fake-bridge.ts'
import { note } from '../samples.ts'

const briefing = newBriefing('OSLO, 3 May 2024 — The two sides met and agreed to meet again.')
const { id } = briefing
const opening = { type: 'opening', id, offset: 12, activeNote: null } as const
const opened = (...notes: readonly ReturnType<typeof note>[]) =>
  ({ type: 'opened', id, opened: { briefing, notes, warning: null } }) as const
const after = (...actions: readonly ReadingAction[]) => actions.reduce(reduceReading, nothingOpen)

it('notes are kept in reading order, whatever order they come in', () => {
  const slice = after(opening, opened(note('late', 30, 40)), {
    type: 'notes-changed',
    briefingId: id,
    upserted: [note('early', 2, 9)],
    removed: [],
  })
  expect(slice.notes.map(({ noteId }) => noteId)).toEqual(['early', 'late'])
})

it('an answer for a briefing that is no longer wanted is dropped', () => {
  const slice = after(opening, { type: 'opening', id: 'other', offset: 0, activeNote: null }, opened())
  expect(slice.open).toEqual({ phase: 'loading', id: 'other' })
  const failure = failed('record-missing').failure
  expect(reduceReading(slice, { type: 'open-failed', id, failure })).toBe(slice)
})

it('changes of notes on another briefing change nothing', () => {
  const slice = after(opening, opened())
  const action = { type: 'notes-changed', briefingId: 'other', upserted: [note('x', 0, 1)], removed: [] } as const
  expect(reduceReading(slice, action)).toBe(slice)
})

it('reading the open briefing again keeps the place, the active note and what is being written', () => {
  const editor = { noteId: 'n', text: '', before: note('n', 0, 4), unsaved: false, field: 'text' } as const
  const slice = after(opening, opened(note('n', 0, 4)), { type: 'editor-opened', editor })
  const again = [opening, opened(note('n', 0, 4), note('m', 5, 6))].reduce<typeof slice>(reduceReading, slice)
  expect(again).toMatchObject({ activeNote: 'n', editor, offset: 12 })
  expect(again.notes).toHaveLength(2)
})

it('a deleted note is no longer active and its editor closes', () => {
  const editor = { noteId: 'n', text: '', before: note('n', 0, 4), unsaved: false, field: 'text' } as const
  const slice = after(
    opening,
    opened(note('n', 0, 4)),
    { type: 'editor-opened', editor },
    {
      type: 'notes-changed',
      briefingId: id,
      upserted: [],
      removed: ['n'],
    },
  )
  expect(slice).toMatchObject({ notes: [], activeNote: null, editor: null })
})

it('words that could not be saved are shown instead of the stored ones until they are saved', () => {
  const failure = failed('disk-full').failure
  const stored = note('n', 0, 4, { text: 'old' })
  const unsaved = after(opening, opened(stored), {
    type: 'note-save-failed',
    noteId: 'n',
    unsaved: { text: 'typed', failure },
  })
  expect(shownText(unsaved, stored)).toBe('typed')
  expect(shownText(reduceReading(unsaved, { type: 'note-saved', noteId: 'n' }), stored)).toBe('old')
})

it('the same selection again wakes nobody', () => {
  const slice = after(opening, opened(), { type: 'selected', span: { start: 1, end: 3 } })
  expect(reduceReading(slice, { type: 'selected', span: { start: 1, end: 3 } })).toBe(slice)
})

it('a correction stays on the screen when an older answer comes in after it', () => {
  const corrected = { ...briefing, corrections: { title: 'A meeting' }, modified: '2999-01-01T00:00:00.000Z' }
  const slice = after(opening, opened(), { type: 'corrected', briefing: corrected }, opened())
  expect(slice.open).toMatchObject({ phase: 'ready', briefing: { corrections: { title: 'A meeting' } } })
})

it('what was read stays the same object when main sends a copy of it, and gives way to another reading', () => {
  const readingIn = (slice: ReturnType<typeof after>) =>
    slice.open.phase === 'ready' ? slice.open.briefing.reading : null
  const copied = after(opening, opened(), { type: 'corrected', briefing: structuredClone(briefing) })
  expect(readingIn(copied)).toBe(briefing.reading)
  const again = { ...structuredClone(briefing), reading: { ...briefing.reading, engine: briefing.reading.engine + 1 } }
  expect(readingIn(reduceReading(copied, { type: 'corrected', briefing: again }))).toBe(again.reading)
})

it('a correction of a briefing that is no longer open is dropped', () => {
  const slice = after({ type: 'opening', id: 'other', offset: 0, activeNote: null })
  expect(reduceReading(slice, { type: 'corrected', briefing })).toBe(slice)
})
