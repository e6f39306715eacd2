import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestText } from '../../../domain/text/limits.ts'
import { normalise } from '../../../domain/text/normalise.ts'

const anyText = fc.string({ unit: 'binary', minLength: 1 })
const code = (text: string) => {
  const result = normalise(text)
  return result.ok ? null : result.failure.code
}
const value = (text: string) => {
  const result = normalise(text)
  return result.ok ? result.value : null
}

describe('normalise', () => {
  it.each([
    ['CR LF and CR become LF', 'a\r\nb\rc\n', 'a\nb\nc\n'],
    ['a leading byte order mark goes', '\uFEFFa', 'a'],
    ['one within the text stays', 'a\uFEFFb', 'a\uFEFFb'],
    ['letters are composed', 'Cafe\u0301', 'Café'],
    ['direction marks and joiners stay', '\u202Bسلام\u200Cها\u202C', '\u202Bسلام\u200Cها\u202C'],
    ['no-break spaces and line separators stay', 'a\u00A0b\u2028c\u0085d', 'a\u00A0b\u2028c\u0085d'],
    ['white space at the ends stays', '  a \n', '  a \n'],
  ])('%s', (_rule, text, expected) => expect(value(text)).toBe(expected))

  it.each([
    ['nothing', '', 'text-empty'],
    ['only white space', ' \n\t\u00A0', 'text-empty'],
    ['only a byte order mark', '\uFEFF', 'text-empty'],
    ['only direction marks', '\u200F\u202A', 'text-empty'],
    ['NUL', 'a\0b', 'text-nul'],
    ['the first half of a pair alone', 'a\uD83D', 'text-surrogate'],
    ['the second half of a pair alone', '\uDE00a', 'text-surrogate'],
    ['more than the limit', 'a'.repeat(largestText + 1), 'text-too-large'],
  ])('refuses %s', (_rule, text, expected) => expect(code(text)).toBe(expected))

  it('takes a text of exactly the limit', () => expect(code('a'.repeat(largestText))).toBeNull())
  it('refuses a text that grows over the limit', () =>
    expect(code('\u0344'.repeat(largestText - 1))).toBe('text-too-large'))

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = value(text)
        if (once !== null) expect(value(once)).toBe(once)
      }),
    )
  })

  it('keeps every word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (words, end) => {
          expect(value(words.join(end))?.split('\n')).toEqual(words)
        },
      ),
    )
  })
})
