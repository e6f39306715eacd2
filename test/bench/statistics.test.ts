// Percentiles and verdicts: what the bench says must be what it measured.
import { describe, expect, it } from 'vitest'
import { atLeast, atMost, between, percentile, spreadOf } from './statistics.ts'

describe('percentile', () => {
  it.each([
    { samples: [5], share: 0.5, expected: 5 },
    { samples: [4, 1, 3, 2], share: 0.5, expected: 2 },
    { samples: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], share: 0.95, expected: 10 },
    { samples: [3, 1, 2], share: 0, expected: 1 },
  ])('of $samples at $share is $expected', ({ samples, share, expected }) => {
    expect(percentile(samples, share)).toBe(expected)
  })

  it('refuses to speak of no samples', () => {
    expect(() => spreadOf([])).toThrow(RangeError)
  })
})

describe('targets', () => {
  it.each([
    { target: atMost('x', 6, 6), ok: true },
    { target: atMost('x', 6.1, 6), ok: false },
    { target: atLeast('x', 39.9, 40), ok: false },
    { target: between('x', 1.4, 0.6, 1.4), ok: true },
    { target: between('x', 0.5, 0.6, 1.4), ok: false },
    { target: atMost('not measured', Number.NaN, 6), ok: false },
  ])('$target.value against $target.limit: $ok', ({ target, ok }) => {
    expect(target.ok).toBe(ok)
  })
})
