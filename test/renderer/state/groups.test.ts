import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupByMonth, matchingRows, movedPosition, neighbourOf, rowsOfView } from '../../../renderer/state/groups.ts'
import { row } from '../samples.ts'

const map = (...rows: readonly ReturnType<typeof row>[]) => new Map(rows.map((one) => [one.id, one]))

describe('the rows of a view', () => {
  const rows = map(
    row('old', { date: '2024-03-01' }),
    row('new', { date: '2024-04-02' }),
    row('undated', { date: null, created: '2024-03-20T08:00:00.000Z' }),
    row('gone', { deleted: '2024-05-02T00:00:00.000Z' }),
  )

  it('are newest first by their own date, or by the day they were stored', () => {
    expect(rowsOfView(rows, 'library').map(({ id }) => id)).toEqual(['new', 'undated', 'old'])
  })

  it('of the bin are the deleted ones and no others', () => {
    expect(rowsOfView(rows, 'bin').map(({ id }) => id)).toEqual(['gone'])
  })

  it('keep their order when they are filtered', () => {
    const matches = new Set(['old', 'new'])
    expect(matchingRows(rowsOfView(rows, 'library'), matches).map(({ id }) => id)).toEqual(['new', 'old'])
    expect(matchingRows(rowsOfView(rows, 'library'), null)).toHaveLength(3)
  })
})

describe('months', () => {
  it('stand once before their rows, with how many there are', () => {
    const rows = [row('a', { date: '2024-04-15' }), row('b', { date: '2024-04-02' }), row('c', { date: '2024-03-30' })]
    const lines = groupByMonth(rows).map((item) =>
      item.kind === 'month' ? `${item.month} ${item.count}` : item.row.id,
    )
    expect(lines).toEqual(['2024-04 2', 'a', 'b', '2024-03 1', 'c'])
  })

  it('never lose, repeat or reorder a row, and count them all', () => {
    const days = fc.integer({ min: 0, max: 500 }).map((at) => new Date(Date.UTC(2023, 0, 1) + at * 864e5).toISOString())
    fc.assert(
      fc.property(fc.array(days, { maxLength: 40 }), (chosen) => {
        const rows = chosen
          .toSorted()
          .reverse()
          .map((day, at) => row(`r${at}`, { date: day.slice(0, 10) }))
        const items = groupByMonth(rows)
        expect(items.flatMap((item) => (item.kind === 'row' ? [item.row] : []))).toEqual(rows)
        const counted = items.reduce((sum, item) => sum + (item.kind === 'month' ? item.count : 0), 0)
        expect(counted).toBe(rows.length)
      }),
    )
  })

  it('of a text without a date are those of the day it was stored', () => {
    expect(groupByMonth([row('a', { date: null })])[0]).toEqual({ kind: 'month', month: '2024-05', count: 1 })
  })
})

describe('keys in the list', () => {
  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['ArrowUp', -1, 0],
    ['PageDown', 2, 6],
    ['PageUp', 2, 0],
    ['Home', 5, 0],
    ['End', 5, 9],
    ['x', 5, null],
  ])('%s from %i leads to %s', (key, from, to) => {
    expect(movedPosition(10, from, key, 4)).toBe(to)
  })

  it('lead nowhere in an empty list', () => {
    expect(movedPosition(0, -1, 'ArrowDown', 4)).toBeNull()
  })
})

it('a leaving row gives its place to the next, else to the one before', () => {
  const rows = [row('a'), row('b'), row('c')]
  expect(neighbourOf(rows, 'a')).toBe('b')
  expect(neighbourOf(rows, 'c')).toBe('b')
  expect(neighbourOf([row('a')], 'a')).toBeNull()
  expect(neighbourOf(rows, 'absent')).toBeNull()
})
