import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Cards,
  cardPlaces,
  cardsWithin,
  columnHeight,
  crowdedCards,
  grownRange,
} from '../../../renderer/state/card-places.ts'

const card = fc.record({ top: fc.integer({ min: 0, max: 2_000 }), height: fc.integer({ min: 20, max: 300 }) })
const manyCards = fc
  .tuple(fc.array(card, { minLength: 1, maxLength: 40 }), fc.integer({ min: 0, max: 16 }))
  .map(([all, gap]): Cards => {
    const ordered = all.toSorted((one, other) => one.top - other.top)
    return { wanted: ordered.map(({ top }) => top), heights: ordered.map(({ height }) => height), gap }
  })
const withActive = manyCards.chain((cards) => fc.tuple(fc.constant(cards), fc.nat(cards.wanted.length - 1)))

const bottomsOf = ({ heights }: Cards, tops: readonly number[]) => tops.map((top, at) => top + (heights[at] ?? 0))
const costOf = ({ wanted }: Cards, tops: readonly number[]) =>
  tops.reduce((sum, top, at) => sum + (top - (wanted[at] ?? 0)) ** 2, 0)

function expectApart(cards: Cards, tops: readonly number[]): void {
  const bottoms = bottomsOf(cards, tops)
  expect(tops[0]).toBeGreaterThanOrEqual(0)
  for (let at = 1; at < tops.length; at += 1) {
    expect((tops[at] ?? 0) - (bottoms[at - 1] ?? 0)).toBeGreaterThanOrEqual(cards.gap - 1e-6)
  }
}

describe('the places of cards', () => {
  it('are one under another in their order, with or without an active card', () => {
    fc.assert(
      fc.property(withActive, ([cards, active]) => {
        expectApart(cards, cardPlaces(cards))
        expectApart(cards, cardPlaces(cards, active))
      }),
    )
  })

  it('are where the words are when there is room', () => {
    expect(cardPlaces({ wanted: [10, 200, 400], heights: [100, 100, 100], gap: 10 })).toEqual([10, 200, 400])
  })

  it('put the active card exactly at its words if those before it fit above', () => {
    fc.assert(
      fc.property(withActive, ([cards, active]) => {
        const room = cards.heights.slice(0, active).reduce((sum, height) => sum + height + cards.gap, 0)
        const wanted = cards.wanted[active] ?? 0
        expect(cardPlaces(cards, active)[active]).toBeCloseTo(Math.max(wanted, room))
      }),
    )
  })

  it('move the cards less, all in all, than any others that are apart', () => {
    fc.assert(
      fc.property(manyCards, fc.array(fc.nat(120), { minLength: 40, maxLength: 40 }), (cards, slack) => {
        const tops = cardPlaces(cards)
        let least = 0
        const other = cards.heights.map((height, at) => {
          const top = Math.max(least, (tops[at] ?? 0) - 60) + (slack[at] ?? 0)
          least = top + height + cards.gap
          return top
        })
        expect(costOf(cards, tops)).toBeLessThanOrEqual(costOf(cards, other) + 1e-6)
      }),
    )
  })

  it('of the cards above a growing active card stay the same', () => {
    fc.assert(
      fc.property(withActive, fc.integer({ min: 1, max: 400 }), ([cards, active], growth) => {
        const heights = cards.heights.with(active, (cards.heights[active] ?? 0) + growth)
        const [before, after] = [cardPlaces(cards, active), cardPlaces({ ...cards, heights }, active)]
        expect(after.slice(0, active + 1)).toEqual(before.slice(0, active + 1))
      }),
    )
  })

  it('are none for no cards', () => {
    expect(cardPlaces({ wanted: [], heights: [], gap: 8 })).toEqual([])
    expect(columnHeight([], [])).toBe(0)
  })
})

describe('crowded cards', () => {
  const pile = { wanted: new Array(12).fill(300), heights: new Array(12).fill(120), gap: 8 }

  it('fold all together where one would stand too far from its words', () => {
    expect(crowdedCards(pile, 200)).toEqual(new Array(12).fill(true))
  })

  it('do not fold while all are near enough, nor does one that stands alone', () => {
    expect(crowdedCards(pile, 2_000)).toEqual(new Array(12).fill(false))
    expect(crowdedCards({ wanted: [-500], heights: [100], gap: 8 }, 100)).toEqual([false])
  })

  it('leave others as they are', () => {
    const apart = { wanted: [...pile.wanted, 4_000], heights: [...pile.heights, 120], gap: 8 }
    expect(crowdedCards(apart, 200).at(-1)).toBe(false)
  })
})

it('the cards within a part of the column are exactly those that reach into it', () => {
  fc.assert(
    fc.property(manyCards, fc.nat(2_500), fc.nat(900), (cards, top, length) => {
      const tops = cardPlaces(cards)
      const { from, to } = cardsWithin(tops, cards.heights, top, top + length)
      const bottoms = bottomsOf(cards, tops)
      for (let at = 0; at < tops.length; at += 1) {
        const reaches = (bottoms[at] ?? 0) > top && (tops[at] ?? 0) < top + length
        expect(at >= from && at < to).toBe(reaches)
      }
    }),
  )
})

describe('what is drawn of a column', () => {
  it.each([
    ['grows by what is near', { from: 2, to: 5 }, { from: 4, to: 8 }, { from: 2, to: 8 }],
    ['keeps what was drawn around it', { from: 0, to: 9 }, { from: 4, to: 5 }, { from: 0, to: 9 }],
    ['reaches no further than there are cards', { from: -1, to: 99 }, { from: 4, to: 5 }, { from: 0, to: 10 }],
    ['begins anew where the view has jumped', { from: 0, to: 2 }, { from: 6, to: 8 }, { from: 6, to: 8 }],
    ['begins with what is near', { from: 0, to: 0 }, { from: 6, to: 8 }, { from: 6, to: 8 }],
  ])('%s', (_, drawn, near, range) => {
    expect(grownRange(drawn, near, 10)).toEqual(range)
  })
})
