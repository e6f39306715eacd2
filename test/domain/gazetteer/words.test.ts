import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedWord, gapBetween, wordPlaces } from '../../../domain/gazetteer/words.ts'
import { fold } from '../../../domain/text/fold.ts'

const wordsOf = (text: string) => {
  const { starts, ends } = wordPlaces(text)
  return starts.map((start, at) => text.slice(start, ends[at]))
}

describe('wordPlaces', () => {
  it.each([
    ['apostrophes', 'Côte d’Ivoire', ['Côte', 'd', 'Ivoire']],
    ['dashes', 'Nur-Sultan', ['Nur', 'Sultan']],
    ['full stops', 'U.S.', ['U', 'S']],
    ['nothing between ideographs', '中国G7', ['中', '国', 'G7']],
  ])('parts words at %s', (_rule, text, words) => expect(wordsOf(text)).toEqual(words))

  it('keeps a word whole however long it is', () => {
    const word = 'ә'.repeat(1_000_000)
    expect(wordsOf(`${word} b`)).toEqual([word, 'b'])
  })

  it('gives places that are sorted, apart and begin with a letter or digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { starts, ends } = wordPlaces(text)
        starts.forEach((start, at) => {
          expect(start).toBeLessThan(ends[at] ?? 0)
          expect(start).toBeGreaterThanOrEqual(ends[at - 1] ?? 0)
          expect(text.slice(start)).toMatch(/^[\p{L}\p{N}]/u)
        })
      }),
    )
  })
})

describe('foldedWord', () => {
  const letters = [...'abzAZéÈçÑÿßæØłİıſKªаяЯёЁйЙіІңҚәґїأإعμςΩ中ガ\u0301\u0308\u00AD0']

  it('is what folding gives, whichever way it takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 }), (word) => {
        expect(foldedWord(word)).toBe(fold(word))
      }),
      { numRuns: 3_000 },
    )
  })

  it('gives up on a word too long for any name', () => expect(foldedWord('a'.repeat(41))).toBeNull())
})

describe('gapBetween', () => {
  it.each([
    ['a line break', '\n', ' '],
    ['a run of spaces', ' \u00A0 ', ' '],
    ['a dash', '‑', ' '],
    ['a curly apostrophe', '’', "'"],
    ['a dash between spaces', ' – ', ' - '],
    ['an ampersand', ' & ', ' & '],
  ])('reads %s', (_rule, gap, read) => expect(gapBetween(gap)).toBe(read))

  it.each([
    ['an empty line', '\n \n'],
    ['an empty line of Windows', '\r\n\r\n'],
    ['more than a name ever has', ' '.repeat(200)],
  ])('ends a name at %s', (_rule, gap) => expect(gapBetween(gap)).toBeNull())
})
