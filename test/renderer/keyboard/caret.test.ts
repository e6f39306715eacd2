import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caretMoveOf, type Motion, movedCaret, reachedBy } from '../../../renderer/keyboard/caret.ts'
import { isGraphemeEdge } from '../../../renderer/painting/offsets.ts'

const text = 'The two sides met.\n\nCafe\u0301 👩🏽‍💼 ok'
const blocks = [
  { start: 0, end: 18 },
  { start: 20, end: text.length },
]
const move = (motion: Motion, step: 1 | -1) => ({ motion, step, extend: false })

describe('the caret', () => {
  it.each([
    ['character', 1, 0, 1],
    ['character', 1, 18, 20],
    ['character', -1, 20, 18],
    ['character', 1, 23, 25],
    ['character', -1, 25, 23],
    ['character', 1, 26, 33],
    ['word', 1, 0, 3],
    ['word', 1, 3, 7],
    ['word', 1, 17, 25],
    ['word', -1, 20, 14],
    ['word', -1, 7, 4],
    ['paragraph', 1, 4, 20],
    ['paragraph', -1, 22, 20],
    ['paragraph', -1, 20, 0],
    ['text', 1, 4, text.length],
    ['text', -1, 30, 0],
  ] as const)('by %s %i from %i goes to %i', (motion, step, from, to) => {
    expect(movedCaret(text, blocks, from, move(motion, step))).toBe(to)
  })

  it.each([
    [0, 1, false, 19],
    [19, 1, false, 45],
    [45, 1, false, 71],
    [19, 1, true, 44],
    [44, 1, true, 70],
    [60, 1, true, 70],
    [71, -1, false, 45],
    [50, -1, false, 45],
    [45, -1, false, 19],
    [0, -1, false, 0],
    [80, 1, false, 90],
  ] as const)('by sentence from %i, step %i, selecting %s, goes to %i', (from, step, extend, to) => {
    const sentences = 'The two sides met. Mr. Horn would report it. They thanked their hosts.\nThe end is near us.'
    const two = [
      { start: 0, end: 70 },
      { start: 71, end: 90 },
    ]
    expect(movedCaret(sentences, two, from, { motion: 'sentence', step, extend })).toBe(to)
  })

  it.each([
    ['word', 1, 7, 'two'],
    ['word', -1, 4, 'two'],
    ['character', 1, 4, 't'],
    ['character', 1, 18, ''],
    ['sentence', 1, 0, 'The two sides met.'],
    ['paragraph', 1, 0, 'The two sides met.'],
    ['paragraph', 1, 18, ''],
  ] as const)('by %s %i to %i has reached “%s”', (motion, step, offset, words) => {
    const { start, end } = reachedBy(text, blocks, offset, move(motion, step))
    expect(text.slice(start, end)).toBe(words)
  })

  it('stays in the text and between graphemes, and forward never goes back', () => {
    const motions = fc.constantFrom<Motion>('character', 'word', 'sentence', 'paragraph', 'text')
    fc.assert(
      fc.property(motions, fc.nat(text.length), (motion, offset) => {
        const from = isGraphemeEdge(text, offset) ? offset : 0
        const ahead = movedCaret(text, blocks, from, move(motion, 1))
        const behind = movedCaret(text, blocks, from, move(motion, -1))
        for (const to of [ahead, behind]) {
          expect(isGraphemeEdge(text, to)).toBe(true)
          expect(to).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThanOrEqual(text.length)
        }
        if (from !== 19) expect(ahead).toBeGreaterThanOrEqual(from)
        expect(behind).toBeLessThanOrEqual(Math.max(from, 20))
      }),
    )
  })

  it('moves nowhere where nothing is drawn', () => {
    expect(movedCaret('', [], 0, move('word', 1))).toBe(0)
  })
})

describe('keys of the caret', () => {
  const key = (name: string, more: { ctrlKey?: boolean; altKey?: boolean; shiftKey?: boolean } = {}) => ({
    key: name,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  })

  it.each([
    [key('ArrowRight'), false, { motion: 'character', step: 1, extend: false }],
    [key('ArrowRight'), true, { motion: 'character', step: -1, extend: false }],
    [key('ArrowLeft', { ctrlKey: true, shiftKey: true }), false, { motion: 'word', step: -1, extend: true }],
    [key('ArrowDown', { ctrlKey: true }), false, { motion: 'paragraph', step: 1, extend: false }],
    [key('End', { ctrlKey: true, shiftKey: true }), false, { motion: 'text', step: 1, extend: true }],
    [key('ArrowDown'), false, null],
    [key('ArrowRight', { altKey: true }), false, { motion: 'sentence', step: 1, extend: false }],
    [key('ArrowRight', { altKey: true, shiftKey: true }), true, { motion: 'sentence', step: -1, extend: true }],
    [key('ArrowDown', { altKey: true }), false, null],
    [key('Home', { altKey: true }), false, null],
    [key('Home'), false, null],
    [key('a'), false, null],
  ])('%j, right to left %s: %j', (press, rightToLeft, expected) => {
    expect(caretMoveOf(press, rightToLeft)).toEqual(expected)
  })
})
