import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createLater } from '../../../renderer/actions/later.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('only the newest of several calls is done, after the quiet', () => {
  const work = vi.fn()
  const later = createLater(100, work)
  later.call(1)
  vi.advanceTimersByTime(99)
  later.call(2)
  vi.advanceTimersByTime(100)
  expect(work.mock.calls).toEqual([[2]])
})

it('what waits can be done at once, or dropped', () => {
  const work = vi.fn()
  const later = createLater(100, work)
  later.call('now')
  later.flush()
  later.flush()
  later.call('never')
  later.cancel()
  vi.advanceTimersByTime(1000)
  expect(work.mock.calls).toEqual([['now']])
})
