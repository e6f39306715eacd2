import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitmentStatuses, type Note, newCommitment, noteKinds, noteStates } from '../../../domain/notes/note.ts'
import {
  choicesOn,
  dueTimeOf,
  everyNote,
  type FilterChoice,
  filterFor,
  isChosen,
  isEveryNote,
  noNoteFilter,
  passingNotes,
  reduceNoteFilter,
  shownNotes,
  standingOf,
} from '../../../renderer/state/note-filter.ts'
import { note } from '../samples.ts'

const today = '2024-05-10'
const owed = (noteId: string, due: string | null, more: Partial<Note> = {}) =>
  note(noteId, 0, 4, { kind: 'commitment', commitment: { ...newCommitment, due }, ...more })
const ids = (notes: readonly Note[]) => notes.map(({ noteId }) => noteId)
const chosen = (...choices: readonly FilterChoice[]) =>
  choices.reduce((slice, choice) => reduceNoteFilter(slice, { type: 'toggled', briefingId: 'b', choice }), noNoteFilter)

describe('a filter', () => {
  const notes = [
    note('p', 0, 4, { kind: 'position', tags: ['energy'] }),
    note('l', 5, 9, { kind: 'line', tags: ['energy', 'transport'], state: 'moved' }),
    owed('c', '2024-05-01', { state: 'reworded', pending: true }),
  ]

  it('shows what has one of the chosen values of every sort', () => {
    const of = (...choices: readonly FilterChoice[]) => ids(passingNotes(notes, chosen(...choices).filter, today))
    expect(of()).toEqual(['p', 'l', 'c'])
    expect(of({ of: 'kinds', value: 'position' }, { of: 'kinds', value: 'line' })).toEqual(['p', 'l'])
    expect(of({ of: 'tags', value: 'energy' }, { of: 'standings', value: 'moved' })).toEqual(['l'])
    expect(of({ of: 'standings', value: 'to-settle' })).toEqual(['c'])
    expect(of({ of: 'due', value: 'overdue' })).toEqual(['c'])
    expect(of({ of: 'tags', value: 'energy' }, { of: 'due', value: 'overdue' })).toEqual([])
  })

  it('keeps the note at hand, in its place', () => {
    const { filter } = chosen({ of: 'kinds', value: 'commitment' })
    expect(ids(shownNotes(notes, filter, today, 'p'))).toEqual(['p', 'c'])
    expect(shownNotes(notes, everyNote, today, null)).toBe(notes)
  })

  it('chosen twice is not chosen', () => {
    const choice = { of: 'tags', value: 'energy' } as const
    expect(isChosen(chosen(choice).filter, choice)).toBe(true)
    expect(chosen(choice, choice).filter).toEqual(everyNote)
  })

  it('is one briefing’s alone and can be cleared', () => {
    const slice = chosen({ of: 'kinds', value: 'line' })
    expect(isEveryNote(filterFor(slice, 'b'))).toBe(false)
    expect(filterFor(slice, 'other')).toBe(everyNote)
    expect(reduceNoteFilter(slice, { type: 'cleared' }).filter).toBe(everyNote)
    const choice = { of: 'kinds', value: 'position' } as const
    expect(reduceNoteFilter(slice, { type: 'toggled', briefingId: 'other', choice }).filter.kinds).toEqual(['position'])
  })

  it('offers only what occurs, with how many notes it shows', () => {
    expect(choicesOn(notes, today).map(({ value, count }) => [value, count])).toEqual([
      ['position', 1],
      ['line', 1],
      ['commitment', 1],
      ['energy', 2],
      ['transport', 1],
      ['same', 1],
      ['moved', 1],
      ['to-settle', 1],
      ['overdue', 1],
      ['none', 2],
    ])
  })
})

it.each([
  ['2024-05-09', 'overdue'],
  ['2024-05-10', 'soon'],
  ['2024-06-09', 'soon'],
  ['2024-06-10', 'later'],
  [null, 'none'],
] as const)('a commitment due %s is %s', (due, expected) => {
  expect(dueTimeOf(owed('c', due), today)).toBe(expected)
})

it('what was met or dropped, or is no commitment any more, is not due', () => {
  const past = { ...newCommitment, due: '2024-01-01' }
  expect(dueTimeOf({ kind: 'commitment', commitment: { ...past, status: 'met' } }, today)).toBe('none')
  expect(dueTimeOf({ kind: 'commitment', commitment: { ...past, status: 'dropped' } }, today)).toBe('none')
  expect(dueTimeOf({ kind: 'line', commitment: past }, today)).toBe('none')
})

it('a note that was left behind counts as gone, one that waits as to settle', () => {
  expect(standingOf(note('n', 0, 1, { state: 'gone', left: true }))).toBe('gone')
  expect(standingOf(note('n', 0, 1, { state: 'gone', pending: true }))).toBe('to-settle')
})

it('the values of each sort divide all notes among them', () => {
  const anyNote = fc
    .record({
      kind: fc.constantFrom(...noteKinds),
      state: fc.constantFrom(...noteStates),
      pending: fc.boolean(),
      left: fc.boolean(),
      due: fc.option(fc.constantFrom('2023-01-01', '2024-05-20', '2030-01-01')),
      status: fc.constantFrom(...commitmentStatuses),
    })
    .map(({ due, status, ...more }) => note('n', 0, 1, { ...more, commitment: { ...newCommitment, due, status } }))
  fc.assert(
    fc.property(fc.array(anyNote, { maxLength: 12 }), (notes) => {
      for (const sort of ['kinds', 'standings', 'due'] as const) {
        const choices = choicesOn(notes, today).filter(({ of }) => of === sort)
        const shown = choices.flatMap((choice) => passingNotes(notes, chosen(choice).filter, today))
        expect(shown).toHaveLength(notes.length)
        for (const choice of choices)
          expect(passingNotes(notes, chosen(choice).filter, today)).toHaveLength(choice.count)
      }
    }),
  )
})
