import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Box, barPlace } from '../../../renderer/painting/bar-place.ts'

const view: Box = { left: 300, right: 800, top: 40, bottom: 640 }
const bar = { width: 260, height: 80 }
const line = (left: number, top: number, width = 60): Box => ({ left, right: left + width, top, bottom: top + 24 })

it.each([
  ['above where there is room', line(400, 300), line(400, 300), false, { left: 400, top: 212 }],
  ['below at the top of the view', line(400, 60), line(400, 60), false, { left: 400, top: 92 }],
  ['below the last line', line(400, 60), line(310, 300), false, { left: 400, top: 332 }],
  ['with its end at right-to-left words', line(700, 300), line(700, 300), true, { left: 500, top: 212 }],
  ['within the right edge', line(790, 300), line(790, 300), false, { left: 532, top: 212 }],
  ['nowhere when the words fill the view', line(400, 60), line(400, 600), false, null],
  ['nowhere when the words are above the view', line(400, -300), line(400, -200), false, null],
  ['nowhere when the words are below the view', line(400, 700), line(400, 900), false, null],
])('the bar stands %s', (_where, first, last, rightToLeft, expected) => {
  expect(barPlace(first, last, view, bar, rightToLeft)).toEqual(expected)
})

it('is never on the lines from the first to the last, nor outside the view', () => {
  const place = fc.integer({ min: -2_000, max: 2_000 })
  fc.assert(
    fc.property(
      place,
      fc.nat(2_000),
      fc.integer({ min: 300, max: 760 }),
      fc.boolean(),
      (top, more, left, rightToLeft) => {
        const first = line(left, top)
        const last = line(300, top + more)
        const found = barPlace(first, last, view, bar, rightToLeft)
        if (found === null) return
        const [bottom, right] = [found.top + bar.height, found.left + bar.width]
        expect(bottom <= first.top || found.top >= last.bottom).toBe(true)
        expect(found.top >= view.top && bottom <= view.bottom).toBe(true)
        expect(found.left >= view.left && right <= view.right).toBe(true)
      },
    ),
  )
})
