import fc from 'fast-check'
import { expect, it, describe as suite } from 'vitest'
import { contextLength, describe } from '../../../domain/anchoring/describe.ts'
import { paragraphsOf } from '../../../domain/text/paragraphs.ts'
import { readText } from '../../engine.ts'

const text = 'Talks in Bern\n\nThe ministers met 😀 on Monday.\n\nThey agreed to meet again.'
const paragraphs = paragraphsOf(text, readText(text))

suite('describe', () => {
  it('gives position, words, context and paragraph', () => {
    const start = text.indexOf('agreed')
    const selectors = describe(text, { start, end: start + 6 }, paragraphs)
    expect(selectors.position).toEqual({ type: 'TextPositionSelector', start, end: start + 6 })
    expect(selectors.quote.exact).toBe('agreed')
    expect(selectors.quote.prefix + selectors.quote.exact + selectors.quote.suffix).toBe(
      text.slice(Math.max(0, start - contextLength), start + 6 + contextLength),
    )
    expect(selectors.paragraph.number).toBe(2)
  })

  it('gives no paragraph number in a headline', () => {
    expect(describe(text, { start: 0, end: 5 }, paragraphs).paragraph.number).toBeNull()
  })

  it('never splits a character in its context', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '😀', 'é', '\n'), { minLength: 2, maxLength: 200 }),
        fc.nat(),
        (letters, seed) => {
          const words = letters.join('')
          const start = letters.slice(0, seed % letters.length).join('').length
          const end = start + (letters[seed % letters.length]?.length ?? 1)
          const { quote } = describe(words, { start, end }, [])
          expect(quote.prefix.isWellFormed() && quote.suffix.isWellFormed()).toBe(true)
          expect(words.slice(0, start).endsWith(quote.prefix) && words.slice(end).startsWith(quote.suffix)).toBe(true)
          expect(quote.prefix.length).toBeGreaterThanOrEqual(Math.min(start, contextLength - 1))
        },
      ),
    )
  })

  it('throws for a span outside the text', () => {
    expect(() => describe(text, { start: 5, end: text.length + 1 }, paragraphs)).toThrow()
  })
})
