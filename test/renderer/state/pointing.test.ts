import { describe, expect, it } from 'vitest'
import { lineShown, movedLine, pointingNowhere, reducePointing } from '../../../renderer/state/pointing.ts'

const act = (...actions: readonly Parameters<typeof reducePointing>[1][]) =>
  actions.reduce(reducePointing, pointingNowhere)

describe('pointing', () => {
  it('shows the words of the line pointed at, else of the one whose words were gone to', () => {
    const went = act({ type: 'focused', key: 'a' }, { type: 'went', key: 'a' })
    expect(lineShown(went)).toBe('a')
    const passing = reducePointing(went, { type: 'pointed', key: 'b' })
    expect(lineShown(passing)).toBe('b')
    expect(lineShown(reducePointing(passing, { type: 'pointed', key: null }))).toBe('a')
    expect(lineShown(reducePointing(went, { type: 'let-go' }))).toBeNull()
  })

  it('remembers the line the tab key goes to', () => {
    expect(act({ type: 'focused', key: 'b' }, { type: 'pointed', key: null }).stop).toBe('b')
    expect(act({ type: 'focused', key: 'b' }, { type: 'pointed', key: 'c' }).stop).toBe('b')
  })

  it('wakes nobody when the same words are pointed at again', () => {
    const lit = act({ type: 'words-pointed', keys: ['a', 'b'] })
    expect(reducePointing(lit, { type: 'words-pointed', keys: ['b', 'a'] })).toBe(lit)
    expect(reducePointing(lit, { type: 'words-pointed', keys: ['a'] })).not.toBe(lit)
    expect(act({ type: 'words-pointed', keys: [] })).toBe(pointingNowhere)
  })
})

describe('arrow keys in a summary', () => {
  const lines = [
    { key: 'day', row: 0 },
    { key: 'label', row: 0 },
    { key: 'outcome', row: 1 },
    { key: 'due', row: 1 },
    { key: 'next', row: 2 },
  ]

  it.each([
    ['day', 'ArrowRight', 'label'],
    ['label', 'ArrowDown', 'outcome'],
    ['due', 'ArrowDown', 'next'],
    ['due', 'ArrowUp', 'day'],
    ['outcome', 'ArrowLeft', 'label'],
    ['next', 'Home', 'day'],
    ['day', 'End', 'next'],
    ['next', 'ArrowDown', null],
    ['day', 'ArrowUp', null],
    ['day', 'ArrowLeft', null],
    ['day', 'x', null],
  ])('from %s by %s to %s', (from, key, to) => {
    expect(movedLine(lines, from, key, false)).toBe(to)
  })

  it('go round where the text runs from right to left', () => {
    expect(movedLine(lines, 'day', 'ArrowLeft', true)).toBe('label')
    expect(movedLine(lines, 'label', 'ArrowRight', true)).toBe('day')
  })

  it('go nowhere where there is nothing', () => {
    expect(movedLine([], null, 'ArrowDown', false)).toBeNull()
  })
})
