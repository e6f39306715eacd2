import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caretMoveOf, type Motion, movedCaret } from '../../../renderer/keyboard/caret.ts'
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

  it('stays in the text and between graphemes, and forward never goes back', () => {
    const motions = fc.constantFrom<Motion>('character', 'word', 'paragraph', 'text')
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
    [key('Home'), false, null],
    [key('a'), false, null],
  ])('%j, right to left %s: %j', (press, rightToLeft, expected) => {
    expect(caretMoveOf(press, rightToLeft)).toEqual(expected)
  })
})
