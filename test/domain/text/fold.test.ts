import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../domain/text/fold.ts'

describe('fold', () => {
  it.each([
    ['case', 'ASTANA', 'astana'],
    ['accents', 'Côte d’Ivoire', "Cote d'Ivoire"],
    ['apostrophes', 'Sanaʻa Sana`a Sanaʼa', "Sana'a Sana'a Sana'a"],
    ['dashes', 'Nur–Sultan', 'Nur-Sultan'],
    ['no-break spaces', 'New\u00A0York', 'New York'],
    ['Turkish letters', 'İSTANBUL ısı Türkiye', 'istanbul isi turkiye'],
    ['letters with strokes and ligatures', 'Łódź Ærø Đặng straße', 'Lodz Aero Dang strasse'],
    ['ё as е', 'Кишинёв', 'Кишинев'],
    ['Greek accents and final sigma', 'Κώστας', 'κωστασ'],
    ['Arabic vowel signs', 'مُحَمَّد', 'محمد'],
    ['wide letters', 'ＡＢＣ', 'abc'],
    ['composed and decomposed letters', 'Sa\u0301nchez', 'Sánchez'],
  ])('makes %s alike', (_rule, a, b) => expect(fold(a)).toBe(fold(b)))

  it.each([
    ['й and и', 'край', 'краи'],
    ['Cyrillic Л and Latin n', 'Л', 'n'],
    ['Cyrillic а and Latin a', 'а', 'a'],
    ['ї and і', 'її', 'іі'],
    ['hamza and plain alif', 'أ', 'ا'],
  ])('keeps %s apart', (_rule, a, b) => expect(fold(a)).not.toBe(fold(b)))

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 2_000 },
    )
  })
})
