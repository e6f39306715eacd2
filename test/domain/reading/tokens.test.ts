import { describe, expect, it } from 'vitest'
import { tokensOf } from '../../../domain/reading/tokens.ts'

const words = (text: string) => tokensOf(text).map((token) => token.words)
const kinds = (text: string) => tokensOf(text).map(({ kind }) => kind)

describe('words, numbers and signs', () => {
  it.each([
    ['an abbreviation of initials keeps its full stops', 'the U.S. envoy', ['the', 'U.S.', 'envoy']],
    ['an initial keeps its full stop before a name', 'J. R. Hale spoke.', ['J.', 'R.', 'Hale', 'spoke', '.']],
    ['a full stop at the end is a sign of its own', 'They met.', ['They', 'met', '.']],
    ['a possessive is parted from its owner', 'Norway’s envoy', ['Norway', '’s', 'envoy']],
    ['so is a straight one', "Norway's envoy", ['Norway', "'s", 'envoy']],
    ['and one behind an s', 'the parties’ wish', ['the', 'parties', '’', 'wish']],
    ['an apostrophe within a name stays', 'Mirzo’zoda and O‘ktam', ['Mirzo’zoda', 'and', 'O‘ktam']],
    ['hyphens within a word stay', 'al-Mansouri, Vice-Minister', ['al-Mansouri', ',', 'Vice-Minister']],
    ['a dash between words is a sign', 'Astana – Minsk', ['Astana', '–', 'Minsk']],
    ['figures keep their points and endings', '1,250.5 on the 3rd', ['1,250.5', 'on', 'the', '3rd']],
    ['combining marks belong to their letter', 'Nguye\u0302n', ['Nguye\u0302n']],
    ['each sign stands alone', '(“no”)', ['(', '“', 'no', '”', ')']],
    ['a character of two halves is one sign', 'a😀b', ['a', '😀', 'b']],
    ['white space of any kind parts', 'a\u00A0b\tc\n\nd', ['a', 'b', 'c', 'd']],
    ['nothing is in white space', ' \n\t ', []],
  ])('%s', (_rule, text, expected) => expect(words(text)).toEqual(expected))

  it('tells the kinds apart', () => {
    expect(kinds('Norway’s 5 envoys, 3rd')).toEqual(['word', 'possessive', 'number', 'word', 'sign', 'number'])
  })

  it.each([
    ['Norway', 'capital'],
    ['NORWAY', 'capitals'],
    ['U.N.', 'capitals'],
    ['norway', 'lower'],
    ['eSwatini', 'lower'],
    ['McAllister', 'capital'],
    ['Ö', 'capital'],
  ])('%s is printed in %s', (word, shape) => expect(tokensOf(word)[0]?.shape).toBe(shape))

  it('gives offsets into the whole text when only a part is asked for', () => {
    const text = 'Yesterday the envoy left.'
    expect(tokensOf(text, 10, 19).map(({ start, end }) => text.slice(start, end))).toEqual(['the', 'envoy'])
  })

  it('folds case, accents and kinds of apostrophe', () => {
    expect(tokensOf('ŁÓDŹ Mirzo’zoda').map(({ folded }) => folded)).toEqual(['lodz', "mirzo'zoda"])
  })
})
