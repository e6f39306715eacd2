import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointsOf } from '../../../domain/exchange/code-points.ts'

const letters = fc.array(fc.constantFrom('a', 'é', '\n', '😀', '🇰🇿', 'ж', '\u0301', 'ש', '\uD83D'), { maxLength: 60 })

describe('codePointsOf', () => {
  it('counts as the string’s own iterator does, and back, on both sides of its blocks', () => {
    fc.assert(
      fc.property(letters, fc.nat(2_100), (words, before) => {
        const text = `${'x'.repeat(before)}${words.join('')}`
        const { pointOf, unitOf } = codePointsOf(text)
        let unit = 0
        for (const [point, letter] of [...text].entries()) {
          expect([pointOf(unit), unitOf(point)]).toEqual([point, unit])
          unit += letter.length
        }
        expect([pointOf(unit), unitOf([...text].length)]).toEqual([[...text].length, unit])
      }),
      { numRuns: 40 },
    )
  })

  it('holds where a text ends with a block and a block begins within a character', () => {
    const text = `${'x'.repeat(1_023)}😀${'y'.repeat(1_023)}`
    const { pointOf, unitOf } = codePointsOf(text)
    expect([pointOf(1_025), unitOf(1_024), pointOf(2_048), unitOf(2_047)]).toEqual([1_024, 1_025, 2_047, 2_048])
  })

  it.each([-1, 1.5, Number.NaN, 4])('knows no offset for %s code points of a text of three', (point) => {
    expect(codePointsOf('a😀b').unitOf(point)).toBeNull()
  })

  it('converts the offsets of thousands of notes on a text of five million units in well under two seconds', () => {
    const text = 'Шесть 😀 words. '.repeat(Math.floor(5_000_000 / 16))
    const started = performance.now()
    const { pointOf, unitOf } = codePointsOf(text)
    for (let note = 0; note < 20_000; note++) {
      const unit = note * 16 * 15
      if (unit < text.length && unitOf(pointOf(unit)) !== unit) throw new Error(`not the same at ${unit}`)
    }
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
