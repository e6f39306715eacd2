import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestOpening, openingWords } from '../../../domain/text/opening.ts'

const noHead = { title: null, dateline: { place: null, date: null, source: null, span: null } } as const

describe('the opening words', () => {
  it('leave out headline and dateline', () => {
    const text = 'Talks in Ormen\n\nORMEN, 4 May — The ministers met.\n\nThey agreed.'
    const dateline = { place: 'ORMEN', date: null, source: null, span: [16, 28] } as const
    expect(openingWords(text, { title: 'Talks in Ormen', dateline })).toBe('The ministers met.')
  })

  it('are one line of one paragraph', () => {
    expect(openingWords('  The ministers\nmet.\n\nThey agreed.', noHead)).toBe('The ministers met.')
  })

  it('are the headline’s own where there is nothing else', () => {
    expect(openingWords('Talks in Ormen', { ...noHead, title: 'Talks in Ormen' })).toBe('Talks in Ormen')
  })

  it('end at a word, and never inside a character', () => {
    const opening = openingWords(`${'word '.repeat(40)}`, noHead)
    expect(opening).toMatch(/ word…$/)
    expect(openingWords(`a${'𠀀'.repeat(200)}`, noHead).isWellFormed()).toBe(true)
  })

  it('are never longer than allowed and never empty for a text with words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        const opening = openingWords(text, noHead)
        expect(opening.length).toBeLessThanOrEqual(longestOpening)
        expect(opening === '').toBe(text.trim() === '')
      }),
    )
  })
})
