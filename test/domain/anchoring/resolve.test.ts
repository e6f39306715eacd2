import { describe, expect, it } from 'vitest'
import { type Described, resolve, resolverOf } from '../../../domain/anchoring/resolve.ts'
import { paragraphsIn } from './outcomes.ts'

const text = `Everything is agreed in Bern. Nothing is agreed in Oslo.

“Trade – and water – is agreed,” the first minister said. The third minister said that all is agreed.

The envoy will report on the talks by June.`

/** Selectors for the `nth` place (from 1) of words that the text has, or for a quote that it has not. */
function selectors(exact: string, more: Partial<Described> & { prefix?: string; suffix?: string } = {}): Described {
  const { prefix = '', suffix = '', position = null, paragraph = null } = more
  return { position, quote: { exact, prefix, suffix }, paragraph }
}
const outcome = (described: Described) => {
  const { state, span, why } = resolve(text, paragraphsIn(text), described)
  return [state, why, span === null ? null : text.slice(span.start, span.end)]
}
const at = (words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}

describe('resolving words by their selectors alone', () => {
  it('takes the position when the quote proves it, though the quote stands elsewhere as well', () => {
    const position = at('is agreed', 40)
    expect(resolve(text, paragraphsIn(text), selectors('is agreed', { position })).span).toEqual(position)
    expect(outcome(selectors('is agreed', { position }))).toEqual(['same', 'position', 'is agreed'])
  })

  it.each([
    ['a quote that stands once', selectors('The envoy'), ['same', 'only-place', 'The envoy']],
    ['other marks', selectors('"Trade - and'), ['same', 'only-place', '“Trade – and']],
    [
      'a position of other words',
      selectors('The envoy', { position: { start: 0, end: 9 } }),
      ['moved', 'only-place', 'The envoy'],
    ],
    ['another paragraph', selectors('The envoy', { paragraph: { number: 1 } }), ['moved', 'only-place', 'The envoy']],
    [
      'its paragraph',
      selectors('The envoy', { position: { start: 0, end: 9 }, paragraph: { number: 3 } }),
      ['same', 'only-place', 'The envoy'],
    ],
    ['context', selectors('is agreed', { prefix: 'Nothing ', suffix: ' in Oslo' }), ['same', 'context', 'is agreed']],
    [
      'a position whose context is another',
      selectors('is agreed', { position: at('is agreed'), prefix: 'said that all ', suffix: '.' }),
      ['moved', 'context', 'is agreed'],
    ],
    [
      'a word that differs',
      selectors('report on the negotiations by June', { prefix: 'The envoy will ', suffix: '.' }),
      ['reworded', 'alike', 'report on the talks by June'],
    ],
    [
      'another case',
      selectors('the Envoy', { prefix: '', suffix: ' will report on the talks by June.' }),
      ['reworded', 'alike', 'The envoy'],
    ],
    ['words that are not there', selectors('a treaty on fisheries'), ['gone', 'not-found', null]],
    ['no quote', { position: at('The envoy'), quote: null, paragraph: null }, ['gone', 'no-quote', null]],
    ['an empty quote', selectors(''), ['gone', 'no-quote', null]],
    ['a quote of white space', selectors(' \n'), ['gone', 'no-quote', null]],
    ['half a character', selectors('\uD800'), ['gone', 'not-found', null]],
  ] as const)('with %s', (_rule, described, expected) => expect(outcome(described)).toEqual(expected))

  it('lists all places of a quote that nothing tells apart', () => {
    const { state, why, candidates, span } = resolve(text, paragraphsIn(text), selectors('is agreed'))
    expect([state, why, candidates.length]).toEqual(['ambiguous', 'several-places', 4])
    expect(span).toEqual(candidates[0])
  })

  it('finds words that differ anywhere in a long text, thousands of them from one preparation', () => {
    const sentences = Array.from(
      { length: 3_000 },
      (_, index) => `On day ${index} envoy number${index} spoke of item${index % 70} at length.`,
    )
    const long = sentences.join('\n\n')
    const resolved = resolverOf(long, paragraphsIn(long))
    for (let index = 0; index < 3_000; index += 7) {
      const { state, span } = resolved(
        selectors(`number${index} talked of item${index % 70}`, {
          prefix: `On day ${index} envoy `,
          suffix: ' at length.',
        }),
      )
      expect([state, long.slice(span?.start, span?.end)]).toEqual([
        'reworded',
        `number${index} spoke of item${index % 70}`,
      ])
    }
  })
})
