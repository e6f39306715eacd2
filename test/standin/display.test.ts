import { expect, test } from 'vitest'
import { createScreen, screenSize, screenSizeOf } from './display.ts'

// The fields of X11's answer that matter, where the protocol puts them.
const answerOf = (width: number, height: number, vendor = 'vendor', formats = 2): Buffer => {
  const padded = Math.ceil(vendor.length / 4) * 4
  const answer = Buffer.alloc(40 + padded + formats * 8 + 40)
  answer[0] = 1
  answer.writeUInt16LE(vendor.length, 24)
  answer.writeUInt8(formats, 29)
  answer.writeUInt16LE(width, 40 + padded + formats * 8 + 20)
  answer.writeUInt16LE(height, 40 + padded + formats * 8 + 22)
  return answer
}

test('the screen’s size is read from the server’s answer', () => {
  expect(screenSizeOf(answerOf(1600, 1000))).toEqual({ width: 1600, height: 1000 })
  expect(screenSizeOf(answerOf(800, 600, 'The X.Org Foundation', 7))).toEqual({ width: 800, height: 600 })
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a refusal', Buffer.alloc(200)],
  ['half an answer', answerOf(1600, 1000).subarray(0, 50)],
])('%s gives no size', (_name, answer) => {
  expect(screenSizeOf(answer)).toBeNull()
})

test.each([undefined, '', 'remote:0', ':987654'])(
  'a display %j that cannot be asked counts as 1440 by 900',
  async (name) => {
    expect(await screenSize(name)).toEqual({ width: 1440, height: 900 })
  },
)

test('there is one display, and every place is on it', () => {
  const screen = createScreen(() => ({ width: 1600, height: 1000 }))
  expect(screen.getAllDisplays()).toHaveLength(1)
  expect(screen.getDisplayNearestPoint({ x: -5, y: 9_000 }).bounds).toEqual({ x: 0, y: 0, width: 1600, height: 1000 })
})
