import { describe, expect, it } from 'vitest'
import type { Landing } from '../../../domain/anchoring/carry-over.ts'
import type { IncomingAnnotation } from '../../../domain/exchange/incoming.ts'
import { gone, placed } from './exchanged.ts'

const text = '😀 The ministers agreed. Talks went on: they “agreed” to meet.\n\nA party was held; they agreed to meet.'
const incoming = (changes: Partial<IncomingAnnotation> = {}): IncomingAnnotation => ({
  index: 0,
  origin: null,
  kind: null,
  text: '',
  tags: [],
  commitment: null,
  creator: '',
  created: null,
  modified: null,
  scope: 'words',
  quote: { exact: 'agreed', prefix: '', suffix: '' },
  position: null,
  paragraph: null,
  ...changes,
})
const nth = (words: string, number = 1) => {
  let start = -1
  for (let count = 0; count < number; count++) start = text.indexOf(words, start + 1)
  return { start, end: start + words.length }
}
const less = ({ start, end }: { start: number; end: number }, by: number) => ({ start: start - by, end: end - by })

describe('placeIncoming', () => {
  it.each([
    ['code points', 1],
    ['UTF-16 units', 0],
  ])('lets a position in %s settle which of several places is meant, since the quote proves it', (_, by) => {
    const place = incoming({ position: less(nth('agreed', 2), by) })
    expect(placed(text, place)).toEqual({ state: 'same', span: nth('agreed', 2), score: 1, candidates: [] })
  })

  it('proposes both places where either unit is proven and the context decides nothing', () => {
    const words = '😀aaa'
    const landing = placed(
      words,
      incoming({ quote: { exact: 'a', prefix: '', suffix: '' }, position: { start: 2, end: 3 } }),
    )
    expect(landing).toMatchObject({
      state: 'ambiguous',
      candidates: [
        { start: 3, end: 4 },
        { start: 2, end: 3 },
      ],
    })
  })

  it('lets the context decide between the units', () => {
    const quote = { exact: 'a', prefix: '😀', suffix: 'ab' }
    expect(placed('😀aab', incoming({ quote, position: { start: 2, end: 3 } }))).toMatchObject({
      span: { start: 2, end: 3 },
    })
  })

  it('calls the only place same when no position was given, and moved when another was', () => {
    const quote = { exact: 'ministers', prefix: '', suffix: '' }
    expect(placed(text, incoming({ quote }))).toMatchObject({ state: 'same', span: nth('ministers') })
    expect(placed(text, incoming({ quote, position: { start: 50, end: 59 } }))).toMatchObject({ state: 'moved' })
  })

  it('finds words that the text prints with other signs and white space', () => {
    const quote = { exact: 'they  "agreed"\r\nto meet', prefix: '', suffix: '' }
    expect(placed(text, incoming({ quote }))).toMatchObject({ state: 'same', span: nth('they “agreed” to meet') })
  })

  it('lists all places of words that stand several times, the likeliest first', () => {
    const landing = placed(
      text,
      incoming({ quote: { exact: 'agreed', prefix: 'x', suffix: 'y' }, position: { start: 92, end: 98 } }),
    )
    expect(landing.state).toBe('ambiguous')
    expect(landing.candidates).toEqual([nth('agreed', 3), nth('agreed', 2), nth('agreed', 1)])
    expect(landing.span).toEqual(landing.candidates[0])
  })

  it('does not take a position for proven where the context stands elsewhere', () => {
    const quote = { exact: 'agreed', prefix: 'was held; they ', suffix: ' to meet.' }
    expect(placed(text, incoming({ quote, position: nth('agreed') }))).toMatchObject({
      state: 'moved',
      span: nth('agreed', 3),
    })
  })

  it('asks the resolver about words that are not there', () => {
    const found: Landing = { state: 'reworded', span: nth('party'), score: 0.6, candidates: [] }
    const asked: unknown[] = []
    const resolve = (words: unknown) => {
      asked.push(words)
      return found
    }
    const quote = { exact: 'a feast', prefix: '', suffix: '' }
    expect(placed(text, incoming({ quote, position: nth('party') }), resolve)).toBe(found)
    // The position proves nothing, so it is no hint either.
    expect(asked).toMatchObject([{ position: null, quote }])
  })

  it('only proposes a place within another word, in another context', () => {
    const landing = placed(text, incoming({ quote: { exact: 'art', prefix: 'works of ', suffix: ' on show' } }))
    expect(landing).toMatchObject({ state: 'ambiguous', candidates: [{ start: nth('party').start + 1 }] })
  })

  it('only proposes a position that comes without a quote', () => {
    const landing = placed(text, incoming({ quote: null, position: { start: 4, end: 8 } }))
    expect(landing).toMatchObject({
      state: 'ambiguous',
      score: 0,
      candidates: [
        { start: 5, end: 9 },
        { start: 4, end: 8 },
      ],
    })
  })

  it.each<[string, Partial<IncomingAnnotation>]>([
    ['neither a quote nor a position', { quote: null }],
    ['a position beyond the text', { quote: null, position: { start: 9_000, end: 9_100 } }],
    ['a quote that is not there', { quote: { exact: 'nowhere', prefix: '', suffix: '' } }],
    ['a quote longer than the text', { quote: { exact: 'x'.repeat(3_000_000), prefix: '', suffix: '' } }],
    ['a quote of signs that patterns use', { quote: { exact: '([.*+?^$|)\\', prefix: '(', suffix: '[' } }],
  ])('says gone for %s', (_, changes) => {
    expect(placed(text, incoming(changes))).toEqual(gone)
  })

  it('finds a quote of millions of units word for word', () => {
    const long = 'Words and words. '.repeat(200_000)
    const landing = placed(`Before. ${long}`, incoming({ quote: { exact: long, prefix: '', suffix: '' } }))
    expect(landing).toMatchObject({ state: 'same', span: { start: 8, end: 8 + long.length } })
  })

  it('never cuts through a character', () => {
    const landing = placed('a😀b', incoming({ quote: null, position: { start: 2, end: 3 } }))
    expect(landing.candidates).toEqual([{ start: 3, end: 4 }])
  })
})
