import { describe, expect, it } from 'vitest'
import { laterThan } from '../../../main/library/note-edits.ts'

describe('the time of a change', () => {
  it.each([
    ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:05.000Z', '2026-01-01T00:00:05.000Z'],
    ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z'],
    ['2026-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z'],
  ])('after %s, at %s by the clock, is %s', (replaced, now, expected) => {
    expect(laterThan(replaced, new Date(now))).toBe(expected)
  })
})
