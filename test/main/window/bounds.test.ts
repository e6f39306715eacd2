import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openingBounds } from '../../../main/window/bounds.ts'
import { isCrashLoop } from '../../../main/window/crash-loop.ts'

const laptop = { x: 0, y: 24, width: 1280, height: 776 }
const desk = { x: 1280, y: 0, width: 2560, height: 1440 }

describe('the window opens', () => {
  it('where it was, if that is on a screen', () => {
    const remembered = { x: 1500, y: 100, width: 1200, height: 800 }
    expect(openingBounds(remembered, [laptop, desk])).toEqual(remembered)
  })

  it('in the middle of the primary screen when its screen is gone', () => {
    expect(openingBounds({ x: 1500, y: 100, width: 1200, height: 700 }, [laptop])).toEqual(laptop)
  })

  it('with its title bar reachable, whatever was remembered', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 })
    const size = fc.integer({ min: 1, max: 10_000 })
    fc.assert(
      fc.property(fc.record({ x: number, y: number, width: size, height: size }), (remembered) => {
        const bounds = openingBounds(remembered, [laptop, desk])
        const reachable = [laptop, desk].some(
          (area) =>
            bounds.y >= area.y &&
            bounds.y < area.y + area.height &&
            bounds.x < area.x + area.width &&
            bounds.x + bounds.width > area.x,
        )
        expect(reachable).toBe(true)
      }),
    )
  })
})

describe('a page that crashes', () => {
  it('is opened again after a crash now and then, not when it crashes four times within a minute', () => {
    expect(isCrashLoop([])).toBe(false)
    expect(isCrashLoop([0, 100_000, 200_000, 300_000, 400_000])).toBe(false)
    expect(isCrashLoop([0, 1_000, 2_000])).toBe(false)
    expect(isCrashLoop([0, 1_000, 2_000, 3_000])).toBe(true)
  })
})
