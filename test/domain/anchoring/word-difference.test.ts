import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type DifferencePart, wordDifference } from '../../../domain/anchoring/word-difference.ts'

/** As it would be printed: [struck], {inserted}. */
const printed = (parts: readonly DifferencePart[]) =>
  parts.map(({ kind, words }) => ({ kept: words, struck: `[${words}]`, inserted: `{${words}}` })[kind]).join('')

it.each([
  ['the same words', 'took note', 'took note', 'took note'],
  ['a word replaced', 'welcomed the progress', 'noted the progress', '[welcomed ]{noted }the progress'],
  ['a word replaced by several', 'welcomed the work', 'took note of the work', '[welcomed ]{took note of }the work'],
  ['words inserted', 'the progress made', 'the good progress made', 'the {good }progress made'],
  ['words struck', 'the very good progress', 'the progress', 'the [very good ]progress'],
  ['several changes', 'a b c d', 'a x c y', 'a [b ]{x }c [d]{y}'],
  ['a sign changed', 'ministers, all', 'ministers; all', 'ministers[, ]{; }all'],
  ['nothing left', 'all gone', '', '[all gone]'],
  ['nothing before', '', 'all new', '{all new}'],
  ['other letters', 'выразили надежду', 'выразили уверенность', 'выразили [надежду]{уверенность}'],
  ['right to left', 'رحّب الوزراء بالتقدم', 'لاحظ الوزراء بالتقدم', '[رحّب ]{لاحظ }الوزراء بالتقدم'],
  ['quotation marks and dashes alone', 'the “old” pact — all', "the 'old' pact - all", "the 'old' pact - all"],
  ['white space alone', 'took  note\nof', 'took note of', 'took note of'],
])('%s are told word by word', (_, before, after, expected) => {
  expect(printed(wordDifference(before, after))).toBe(expected)
})

const someWords = fc.array(fc.constantFrom('welcome', 'note', 'the', 'progress', '“', '👩🏽‍💼', 'é'), { maxLength: 12 })

it('without what was inserted the parts say the old words, without what was struck the new ones', () => {
  fc.assert(
    fc.property(someWords, someWords, (old, young) => {
      const parts = wordDifference(old.join(' '), young.join(' '))
      const without = (kind: DifferencePart['kind']) =>
        parts
          .filter((part) => part.kind !== kind)
          .map(({ words }) => words)
          .join('')
      expect(without('struck')).toBe(young.join(' '))
      expect(without('inserted').replace(/\s/g, '')).toBe(old.join(''))
    }),
  )
})

it('words too many to compare are struck and inserted as a whole', () => {
  const [before, after] = ['a '.repeat(1_500), 'b '.repeat(1_500)]
  expect(wordDifference(before, after)).toEqual([
    { kind: 'struck', words: before },
    { kind: 'inserted', words: after },
  ])
})
