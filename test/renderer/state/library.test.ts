import { describe, expect, it } from 'vitest'
import { failed } from '../../../domain/result.ts'
import { canWrite, countsOf, type LibraryAction, noLibrary, reduceLibrary } from '../../../renderer/state/library.ts'
import { row } from '../samples.ts'

const state = { folder: '/library', entries: 2, readOnly: null, damaged: 0, withdrawn: 0, rolledBack: false, older: 0 }
const after = (...actions: readonly LibraryAction[]) => actions.reduce(reduceLibrary, noLibrary)

it('rows that changed replace those of the same id, and removed ones go', () => {
  const slice = after(
    { type: 'loaded', state, rows: [row('a'), row('b')] },
    { type: 'rows-changed', upserted: [row('a', { notes: 3 }), row('c')], removed: ['b'] },
  )
  expect([...slice.rows.keys()]).toEqual(['a', 'c'])
  expect(slice.rows.get('a')?.notes).toBe(3)
})

describe('what the list is sorted by', () => {
  const loaded = after({ type: 'loaded', state, rows: [row('a', { date: '2024-04-02' }), row('b')] })
  const changed = (upserted: readonly ReturnType<typeof row>[], removed: readonly string[] = []) =>
    reduceLibrary(loaded, { type: 'rows-changed', upserted, removed })

  it('stays the same while rows change what they say but not their places', () => {
    const slice = changed([row('a', { date: '2024-04-02', events: 7, title: 'Another headline' })])
    expect(slice.arranged).toBe(loaded.arranged)
    expect(slice.rows.get('a')).toMatchObject({ events: 7, title: 'Another headline' })
  })

  it.each([
    ['comes', [row('c')], []],
    ['goes', [], ['b']],
    ['has another day', [row('a', { date: '2024-05-02' })], []],
    ['has no day any more', [row('a', { date: null })], []],
    ['is thrown away', [row('a', { date: '2024-04-02', deleted: '2024-05-02T00:00:00.000Z' })], []],
  ])('is the rows as they are now when one %s', (_what, upserted, removed) => {
    const slice = changed(upserted, removed)
    expect(slice.arranged).toBe(slice.rows)
  })
})

it('an answer to an older query is dropped', () => {
  const slice = after({ type: 'query-typed', query: 'new' }, { type: 'query-answered', query: 'ne', ids: ['a'] })
  expect(slice.matches).toBeNull()
  expect(reduceLibrary(slice, { type: 'query-answered', query: 'new', ids: ['b'] }).matches).toEqual(new Set(['b']))
})

it('an emptied query shows all rows at once', () => {
  const slice = after(
    { type: 'query-typed', query: 'a' },
    { type: 'query-answered', query: 'a', ids: [] },
    { type: 'query-typed', query: ' ' },
  )
  expect(slice.matches).toBeNull()
})

it('a library that could not be opened becomes ready when another try succeeds', () => {
  const { failure } = failed('library-damaged')
  const broken = after({ type: 'load-failed', failure })
  expect(broken).toMatchObject({ phase: 'failed', failure })
  expect(reduceLibrary(broken, { type: 'loaded', state, rows: [] })).toMatchObject({ phase: 'ready', failure: null })
})

it('nothing can be written before the library is there, nor while something forbids it', () => {
  expect(canWrite(noLibrary)).toBe(false)
  expect(canWrite({ ...noLibrary, state })).toBe(true)
  expect(canWrite({ ...noLibrary, state: { ...state, readOnly: failed('library-locked').failure } })).toBe(false)
})

it('each view counts its own briefings', () => {
  const rows = new Map(
    [row('a'), row('b'), row('c', { deleted: '2024-05-02T00:00:00.000Z' })].map((one) => [one.id, one]),
  )
  expect(countsOf(rows)).toEqual({ library: 2, bin: 1 })
})
