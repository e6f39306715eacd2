import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateQuote } from '../../../domain/anchoring/locate.ts'

const text = `Everything is agreed in Bern. Nothing is agreed in Oslo. “Trade – and
water – is agreed,” the first minister said. The third minister said that all is agreed.`

const locate = (quote: string, prefix: string | null = null, suffix: string | null = null) => {
  const result = locateQuote(text, { quote, prefix, suffix })
  return result.ok ? text.slice(0, result.value.start).split('is agreed').length - 1 : result.failure
}
const words = (quote: string) => {
  const result = locateQuote(text, { quote, prefix: null, suffix: null })
  return result.ok ? text.slice(result.value.start, result.value.end) : result.failure.code
}

describe('locating a quote', () => {
  it.each([
    ['exactly', 'Nothing is agreed', 'Nothing is agreed'],
    ['with other white space', 'Trade – and water', 'Trade – and\nwater'],
    ['with other quotation marks and dashes', '"Trade - and water', '“Trade – and\nwater'],
    ['with white space around it', ' in Oslo. ', ' in Oslo. '],
    ['decomposed', 'Nothing is agreed'.normalize('NFD'), 'Nothing is agreed'],
  ])('finds words quoted %s', (_rule, quote, expected) => expect(words(quote)).toBe(expected))

  it.each(['Nobody', 'nothing is agreed', 'in Bern. Everything', ' ', '(.*)', '\uD800'])(
    'says that %j is not there',
    (quote) => expect(words(quote)).toBe('quote-missing'),
  )

  it.each([
    ['the exact prefix', 'Nothing ', null, 1],
    ['a prefix without the touching space', 'Nothing', null, 1],
    ['a prefix with a letter more', 'Every-thing', null, 0],
    ['another word for it that begins and ends alike', 'nout ', null, 1],
    ['the exact suffix', null, ' in Oslo', 1],
    ['a suffix without the touching space', null, 'in Oslo', 1],
    ['a suffix with a letter off', null, 'in Osloo', 1],
    ['both', 'that all', '.', 3],
    ['a prefix with other quotation marks and line ends', '"Trade - and water - ', null, 2],
  ])('decides among several places by %s', (_rule, prefix, suffix, place) =>
    expect(locate('is agreed', prefix, suffix)).toBe(place),
  )

  it.each([
    ['no context', null, null],
    ['empty context', '', ' '],
    ['context that is nowhere', 'The weather was cold and the plane late', null],
    ['context that is at several places', null, ' in'],
  ])('does not decide by %s', (_rule, prefix, suffix) =>
    expect(locate('is agreed', prefix, suffix)).toMatchObject({ code: 'quote-ambiguous', values: { count: 4 } }),
  )

  it('never finds half a character, nor a letter without its accent where there is one with it', () => {
    expect(locateQuote('x😀', { quote: '\uDE00', prefix: null, suffix: null }).ok).toBe(false)
    expect(locateQuote('x\u0302 x', { quote: 'x', prefix: null, suffix: null })).toMatchObject({
      value: { start: 3, end: 4 },
    })
  })

  const letters = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', 'é', '😀', '-', '\n', '.', '\u0301', '('),
    minLength: 1,
    maxLength: 60,
  })

  it('finds any words that stand in a text once at their place', () => {
    fc.assert(
      fc.property(letters, fc.nat(), fc.nat(), (raw, from, length) => {
        const whole = raw.normalize('NFC')
        const characters = [...whole]
        const first = from % characters.length
        const quote = characters.slice(first, first + 1 + (length % (characters.length - first))).join('')
        const start = characters.slice(0, first).join('').length
        fc.pre(
          quote.trim() !== '' && quote.normalize('NFC') === quote && whole.indexOf(quote) === whole.lastIndexOf(quote),
        )
        expect(locateQuote(whole, { quote, prefix: null, suffix: null })).toEqual({
          ok: true,
          value: { start, end: start + quote.length },
        })
      }),
      { numRuns: 500 },
    )
  })

  it('finds words that stand there several times by the context they have', () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/)
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 8, maxLength: 40 }), fc.nat(), (around, chosen) => {
        const parts = around.map((context) => `${context} QUOTED`)
        const whole = parts.join(' ')
        const index = chosen % parts.length
        const start = parts.slice(0, index).join(' ').length + (index > 0 ? 1 : 0) + (around[index]?.length ?? 0) + 1
        const prefix = whole.slice(Math.max(0, start - 64), start)
        const found = locateQuote(whole, { quote: 'QUOTED', prefix, suffix: whole.slice(start + 6, start + 70) })
        expect(found).toEqual({ ok: true, value: { start, end: start + 6 } })
      }),
    )
  })

  it('stays quick where the words stand very often', () => {
    const found = locateQuote('a '.repeat(200_000), { quote: 'a', prefix: 'b', suffix: null })
    expect(found).toMatchObject({ failure: { code: 'quote-ambiguous', values: { count: 200_000 } } })
  })

  it('looks for a quote of thousands of words only as it stands, without failing', () => {
    const long = 'so '.repeat(8_000)
    expect(locateQuote(`x ${long}`, { quote: long, prefix: null, suffix: null })).toMatchObject({ ok: true })
    expect(locateQuote(text, { quote: long, prefix: null, suffix: null })).toMatchObject({
      failure: { code: 'quote-missing' },
    })
  })
})
