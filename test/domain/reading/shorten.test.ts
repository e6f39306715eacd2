// Lines of the summary: the text's own words, shortened only by leaving words out around them.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shortened } from '../../../domain/reading/shorten.ts'

const short = (words: string, language = 'en') => words.slice(...shortened(words, [0, words.length], language))

it.each([
  [
    'They approved the convention on the status of delegations.',
    'approved the convention on the status of delegations',
  ],
  ['They also adopted three statements, including one on water.', 'adopted three statements'],
  [
    'Following the talks, a protocol on customs transit was signed, the ministry said.',
    'a protocol on customs transit was signed',
  ],
  ['Japan will provide five patrol vessels by April.', 'Japan will provide five patrol vessels by April'],
  ['They agreed, noting the weather.', 'They agreed, noting the weather'],
])('leaves out what stands around the words: %s', (sentence, line) => {
  expect(short(sentence)).toBe(line)
})

it('leaves a language that it knows nothing of as it is, without the full stop', () => {
  expect(short('Beide Seiten haben das Abkommen gestern unterzeichnet.', 'de')).toBe(
    'Beide Seiten haben das Abkommen gestern unterzeichnet',
  )
})

it('gives words of the span and at least one of them, whatever the text', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom('...', ', where', 'They ', 'Following the x, '),
  )
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('en', 'fr', 'ru', 'und'),
      (parts, language) => {
        const text = parts.join('')
        const [start, end] = shortened(text, [0, text.length], language)
        expect(start >= 0 && start < end && end <= text.length).toBe(true)
      },
    ),
  )
})
