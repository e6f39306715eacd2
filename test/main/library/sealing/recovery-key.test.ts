import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  newRecoveryKey,
  recoveryKeyBytes,
  recoveryKeyLength,
  shownRecoveryKey,
} from '../../../../main/library/sealing/recovery-key.ts'

const bytes = fc.uint8Array({ minLength: 20, maxLength: 20 })

describe('a recovery key', () => {
  it('is nine groups of four signs that nobody takes for another, and never the same', () => {
    const key = newRecoveryKey()
    expect(key).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){8}$/)
    expect(key).toHaveLength(recoveryKeyLength)
    expect(newRecoveryKey()).not.toBe(key)
  })

  it('is read again however it was typed', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const shown = shownRecoveryKey(given)
        const typed = [shown, shown.toLowerCase(), shown.replaceAll('-', ' '), ` ${shown.replaceAll('-', '–')}\n`]
        for (const form of typed) expect(recoveryKeyBytes(form)).toEqual(given)
        expect(recoveryKeyBytes(shown.replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(given)
      }),
    )
  })

  it('tells one wrong sign and two that changed places from a key', () => {
    fc.assert(
      fc.property(bytes, fc.nat(35), fc.integer({ min: 1, max: 31 }), (given, at, by) => {
        const signs = [...shownRecoveryKey(given).replaceAll('-', '')]
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
        const wrong = signs.with(at, alphabet[(alphabet.indexOf(signs[at] ?? '') + by) % 32] ?? '')
        expect(recoveryKeyBytes(wrong.join(''))).toBe('mistyped')
        const next = at === 35 ? 34 : at + 1
        if (signs[at] === signs[next]) return
        const swapped = signs.with(at, signs[next] ?? '').with(next, signs[at] ?? '')
        expect(recoveryKeyBytes(swapped.join(''))).toBe('mistyped')
      }),
    )
  })

  it.each([[''], ['abcd'], ['U'.repeat(36)], ['ä'.repeat(36)], ['0'.repeat(37)]])('is not %j', (typed) => {
    expect(recoveryKeyBytes(typed)).toBe('incomplete')
  })
})
