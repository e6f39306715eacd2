import { describe, expect, it } from 'vitest'
import type { TextVersion } from '../../../domain/briefing.ts'
import type { Note } from '../../../domain/notes/note.ts'
import { nextToSettle, notesOfReport, pendingIds, reportOf, versionBefore } from '../../../renderer/state/report.ts'
import { note } from '../samples.ts'

const newest: TextVersion = {
  number: 2,
  text: 'Words.',
  created: '2024-06-01T10:00:00.000Z',
  source: { via: 'paste', file: null },
  superseded: null,
}
const past = { version: 1, quote: 'words', paragraph: 1, state: 'same', settled: '2024-05-01T10:00:00.000Z' } as const
const waiting = (noteId: string, state: Note['state']) => note(noteId, 0, 5, { state, pending: true })
const settled = (noteId: string, more: Partial<Note>) => note(noteId, 0, 5, { version: 2, history: [past], ...more })
const ids = (notes: readonly Note[]) => notes.map(({ noteId }) => noteId)

describe('the report on notes', () => {
  const notes = [
    settled('same', { state: 'same' }),
    waiting('reworded', 'reworded'),
    settled('moved', { state: 'moved' }),
    settled('kept', { state: 'reworded' }),
    waiting('gone', 'gone'),
    settled('left', { state: 'gone', left: true }),
    note('new', 0, 5, { version: 2, created: '2024-06-02T10:00:00.000Z' }),
  ]

  it('has those to settle first, then those a person settled, then those that need nothing', () => {
    const report = reportOf(notes, pendingIds(notes), newest)
    expect(ids(notesOfReport(report))).toEqual(['reworded', 'gone', 'kept', 'left', 'moved', 'same'])
    expect(report.toSettle).toBe(2)
  })

  it('counts every note that was there before the newest version, and no other', () => {
    expect(reportOf(notes, [], newest).counts).toEqual({ same: 1, moved: 1, reworded: 2, ambiguous: 0, gone: 2 })
  })

  it('leaves a note in its place when it is settled', () => {
    const asked = pendingIds(notes)
    const after = notes.map((one) => (one.noteId === 'reworded' ? { ...one, pending: false, version: 2 } : one))
    expect(ids(reportOf(after, asked, newest).asked)).toEqual(['reworded', 'gone'])
  })

  it('asks about a note that waits again, too', () => {
    const after = notes.map((one) => (one.noteId === 'left' ? { ...one, pending: true, left: false } : one))
    expect(ids(reportOf(after, pendingIds(notes), newest).asked)).toEqual(['reworded', 'gone', 'left'])
  })
})

describe('the next note to settle', () => {
  const three = [waiting('a', 'gone'), waiting('b', 'gone'), waiting('c', 'gone')]
  const report = reportOf(three, ['a', 'b', 'c'], newest)
  it.each([
    ['a', 1, 'b'],
    ['c', 1, 'a'],
    ['a', -1, 'c'],
    [null, 1, 'a'],
    [null, -1, 'c'],
    ['another', 1, 'a'],
  ] as const)('after %s by %i is %s', (from, step, next) => {
    expect(nextToSettle(report, from, step)?.noteId).toBe(next)
  })

  it('leaves out what is settled, and is none when all is', () => {
    const one = three.map((each) => (each.noteId === 'b' ? { ...each, pending: false, version: 2 } : each))
    expect(nextToSettle(reportOf(one, ['a', 'b', 'c'], newest), 'a', 1)?.noteId).toBe('c')
    const none = three.map((each) => ({ ...each, pending: false, version: 2 }))
    expect(nextToSettle(reportOf(none, ['a', 'b', 'c'], newest), 'a', 1)).toBeNull()
  })
})

it.each([
  ['one that waits, from where it was settled', waiting('a', 'gone'), 1],
  ['one that was carried, from the last version before', settled('a', {}), 1],
  ['one that waits since an earlier version', note('a', 0, 5, { pending: true, version: 1, history: [] }), 1],
])('%s: a note comes from a version', (_, one, version) => {
  expect(versionBefore(one, 2)).toBe(version)
})
