import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dateline } from '../../../domain/reading/reading.ts'
import { paragraphAt, paragraphsOf } from '../../../domain/text/paragraphs.ts'
import { readText } from '../../engine.ts'

const noDateline: Dateline = { place: null, date: null, source: null, span: null }
const plain = { title: null, dateline: noDateline }
const numbered = (text: string) =>
  paragraphsOf(text, readText(text)).map(({ start, end, number }) => [number, text.slice(start, end)])

describe('paragraphs', () => {
  it('end at blank lines and are numbered', () => {
    expect(numbered('The first sentence.\n\nThe second.\n \t\nThe third.\n')).toEqual([
      [1, 'The first sentence.'],
      [2, 'The second.'],
      [3, 'The third.'],
    ])
  })

  it('end at every line end where a text prints one paragraph a line', () => {
    expect(numbered('The first sentence.\nThe second sentence.\nThe third.').map(([number]) => number)).toEqual([
      1, 2, 3,
    ])
  })

  it('hold prose that was broken at a margin together', () => {
    const prose =
      'The foreign minister received the ambassador of Norway this morning and\nspoke with him about fishing, shipping and the coming session of the joint\ncommission, which meets in Bergen.'
    expect(numbered(`${prose}\n\nThey agreed.`)).toEqual([
      [1, prose],
      [2, 'They agreed.'],
    ])
  })

  it('keep list items apart', () => {
    expect(numbered('Points to make:\n- trade\n- transport\n\nThey agreed.').length).toBe(4)
  })

  it('give headline and date lines no number', () => {
    expect(numbered('Talks in Bern\n\nThe ministers met.\n\n2024-05-03T10:00:00Z\n\nThey agreed.')).toEqual([
      [null, 'Talks in Bern'],
      [1, 'The ministers met.'],
      [null, '2024-05-03T10:00:00Z'],
      [2, 'They agreed.'],
    ])
  })

  it('give a headline over two lines one paragraph', () => {
    expect(numbered('TALKS OF THE MINISTERS\nOF TRADE\n\nThey agreed.')[0]).toEqual([
      null,
      'TALKS OF THE MINISTERS\nOF TRADE',
    ])
  })

  it('number a paragraph that begins with a dateline', () => {
    expect(numbered('OSLO—The ministers met.\n\nThey agreed.')[0]).toEqual([1, 'OSLO—The ministers met.'])
  })

  it('cover all words of any text, in order, without overlapping', () => {
    const line = fc.constantFrom('', ' ', 'One line.', 'A line with no stop', '\u00A0x', 'emoji 😀', 'שלום', '\t')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n')
        const paragraphs = paragraphsOf(text, plain)
        const ends = [0, ...paragraphs.map(({ end }) => end)]
        const gaps = [...paragraphs.map(({ start }) => start), text.length].map((start, index) =>
          text.slice(ends[index], start),
        )
        expect(gaps.join('').trim()).toBe('')
        expect(paragraphs.every(({ start, end }, index) => start >= (ends[index] ?? 0) && end > start)).toBe(true)
        expect(paragraphs.every(({ start, end }) => text.slice(start, end).trim() === text.slice(start, end))).toBe(
          true,
        )
      }),
    )
  })
})

describe('the paragraph at an offset', () => {
  const paragraphs = paragraphsOf('\nTalks\n\nThey met.\n\nThey agreed.', { ...plain, title: 'Talks' })

  it.each([
    [0, undefined],
    [1, null],
    [6, null],
    [8, 1],
    [16, 1],
    [18, 1],
    [19, 2],
    [99, 2],
  ])('%i is the one whose words began last: %s', (offset, number) => {
    expect(paragraphAt(paragraphs, offset)?.number).toBe(number)
  })
})
