import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance, isMisspelling } from '../../../domain/reading/alike.ts'

describe('likeness of names', () => {
  it.each([
    ['nurtleu', 'nurleu', true],
    ['sadybekov', 'sadibekov', true],
    ['zielinski', 'zielisnki', true],
    ['toktosunova', 'toktosunowa', true],
    ['shevchenkova', 'schevchenkowa', true],
    ['nurtleu', 'nurtleu', false],
    ['berg', 'borg', false],
    ['holmberg', 'dolmberg', false],
    ['solheim', 'solhagen', false],
    ['', '', false],
  ])('of %j and %j: %j', (one, other, expected) => expect(isMisspelling(one, other)).toBe(expected))

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'й'), maxLength: 12 })

  it('counts edits alike in both directions, none for the same word, and never below the difference in length', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const edits = distance(one, other, 20)
        expect(edits).toBe(distance(other, one, 20))
        expect(edits === 0).toBe(one === other)
        expect(edits).toBeGreaterThanOrEqual(Math.abs(one.length - other.length))
        expect(edits).toBeLessThanOrEqual(Math.max(one.length, other.length))
      }),
    )
  })

  it('tells up to the most that is asked for exactly, and more than it as more', () => {
    fc.assert(
      fc.property(word, word, fc.nat({ max: 3 }), (one, other, most) => {
        expect(Math.min(distance(one, other, most), most + 1)).toBe(Math.min(distance(one, other, 20), most + 1))
      }),
    )
  })
})
