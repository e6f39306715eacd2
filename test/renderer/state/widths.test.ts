import { expect, it } from 'vitest'
import { movedWidth } from '../../../renderer/state/widths.ts'

const limits = { least: 200, most: 320 }

it.each([
  ['ArrowRight', true, 316],
  ['ArrowLeft', true, 284],
  ['ArrowRight', false, 284],
  ['ArrowLeft', false, 316],
  ['Home', true, 200],
  ['End', false, 320],
  ['Enter', true, null],
])('%s on a splitter whose pane grows to the right: %s gives %s', (key, growsRight, width) => {
  expect(movedWidth(300, key, growsRight, limits)).toBe(width)
})

it('a pane is never wider or narrower than its limits', () => {
  expect(movedWidth(315, 'ArrowRight', true, limits)).toBe(320)
  expect(movedWidth(205, 'ArrowLeft', true, limits)).toBe(200)
})
