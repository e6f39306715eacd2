import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysKept, lastKept, mostKept, notKept } from '../../../main/library/generation-policy.ts'

const day = 86_400_000
type Made = { readonly order: number; readonly written: number }

/** What is left when each is kept as it is made and the policy asked after every one; newest first. */
function keptOneByOne(written: readonly number[]): readonly Made[] {
  let kept: readonly Made[] = []
  for (const [order, time] of written.entries()) kept = keptOf([{ order, written: time }, ...kept])
  return kept
}
function keptOf(newestFirst: readonly Made[]): readonly Made[] {
  const gone = new Set(notKept(newestFirst))
  return newestFirst.filter((made) => !gone.has(made))
}
const newestFirst = (written: readonly number[]): readonly Made[] =>
  written.map((time, order) => ({ order, written: time })).toReversed()

/** Instants with the clock going on in steps of up to three days, or set anywhere. */
const onward = fc.array(fc.integer({ min: 0, max: 3 * day }), { maxLength: 80 }).map((steps) => {
  let time = 0
  return steps.map((step) => {
    time += step
    return time
  })
})
const anywhere = fc.array(fc.integer({ min: 0, max: 400 * day }), { maxLength: 80 })

describe('which generations are kept', () => {
  it('the last ten always are, whatever the clock said', () => {
    fc.assert(
      fc.property(anywhere, (written) => {
        const orders = keptOneByOne(written).map(({ order }) => order)
        const last = newestFirst(written).slice(0, lastKept)
        expect(orders.slice(0, lastKept)).toEqual(last.map(({ order }) => order))
      }),
    )
  })

  it('the newest of every day of the two weeks before the last one is, on a clock that goes on', () => {
    fc.assert(
      fc.property(onward, (written) => {
        const kept = new Set(keptOneByOne(written).map(({ order }) => order))
        const today = Math.floor((written.at(-1) ?? 0) / day)
        const newestOfDay = new Map(written.map((time, order) => [Math.floor(time / day), order]))
        for (const [of, order] of newestOfDay) if (of > today - daysKept) expect(kept).toContain(order)
      }),
    )
  })

  it('one by one is the same as all at once, and never more than the limit', () => {
    fc.assert(
      fc.property(anywhere, (written) => {
        const kept = keptOneByOne(written)
        expect(kept).toEqual(keptOf(newestFirst(written)))
        expect(kept.length).toBeLessThanOrEqual(mostKept)
      }),
    )
  })

  it('a save with the clock a year ahead, or put back, costs no earlier day', () => {
    const days = Array.from({ length: 12 }, (_, index) => index * day)
    const busy = Array.from({ length: 10 }, (_, index) => 12 * day + index)
    for (const wrong of [400 * day, 3 * day]) {
      const kept = new Set(keptOneByOne([...days, wrong, ...busy]).map(({ written }) => written))
      expect(days.filter((time) => !kept.has(time))).toEqual([])
    }
  })
})
