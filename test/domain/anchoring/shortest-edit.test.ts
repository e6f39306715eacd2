import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heaviestInOrder } from '../../../domain/anchoring/in-order.ts'
import { unchangedPairs } from '../../../domain/anchoring/shortest-edit.ts'

const few = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 14 })

/** The slow way: the most that two lists can have in common, by trying all. */
function mostInCommon(one: readonly number[], other: readonly number[]): number {
  const [first, ...rest] = one
  if (first === undefined || other.length === 0) return 0
  const found = other.indexOf(first)
  const without = mostInCommon(rest, other)
  return found === -1 ? without : Math.max(without, 1 + mostInCommon(rest, other.slice(found + 1)))
}

describe('the shortest edit', () => {
  it('keeps as much as can be kept, in order, and only what is the same', () => {
    fc.assert(
      fc.property(few, few, (one, other) => {
        const pairs = unchangedPairs(one, other, one.length + other.length) ?? []
        expect(pairs.length).toBe(mostInCommon(one, other))
        for (const [index, [a, b]] of pairs.entries()) {
          expect(one[a]).toBe(other[b])
          const [lastA, lastB] = pairs[index - 1] ?? [-1, -1]
          expect(a > lastA && b > lastB).toBe(true)
        }
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  it('gives up past the most edits', () => {
    expect(unchangedPairs([1, 2, 3], [4, 5, 6], 5)).toBeNull()
    expect(unchangedPairs([1, 2, 3], [4, 5, 6], 6)).toEqual([])
  })
})

describe('matches in order', () => {
  const matches = fc
    .uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 8 })
    .chain((afters) =>
      fc.tuple(
        fc.constant(afters),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: afters.length, maxLength: afters.length }),
      ),
    )
    .map(([afters, lengths]) => afters.map((after, before) => ({ before, after, length: lengths[before] ?? 1 })))
  const weight = (chosen: readonly { length: number }[]) => chosen.reduce((sum, { length }) => sum + length, 0)

  it('are the heaviest that run forward in both texts', () => {
    fc.assert(
      fc.property(matches, (all) => {
        const chosen = heaviestInOrder(all)
        for (const [index, { after }] of chosen.slice(1).entries())
          expect(after).toBeGreaterThan(chosen[index]?.after ?? 0)
        for (let set = 0; set < 2 ** all.length; set++) {
          const some = all.filter((_, index) => (set >> index) % 2 === 1)
          const runsForward = some.every(({ after }, index) => index === 0 || after > (some[index - 1]?.after ?? 0))
          if (runsForward) expect(weight(chosen)).toBeGreaterThanOrEqual(weight(some))
        }
      }),
      { seed: 2, numRuns: 100 },
    )
  })
})
