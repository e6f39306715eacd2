import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Block,
  blockAt,
  isGraphemeEdge,
  shortestNote,
  slicesOf,
  tidySpan,
} from '../../../renderer/painting/offsets.ts'
import { note } from '../samples.ts'

/** A text of paragraphs and the blocks they are drawn in: the gaps between them are drawn nowhere. */
const paragraphs = fc
  .array(
    fc
      .array(fc.constantFrom('a', 'b', ' ', 'é', 'e\u0301', '\u0301', '👩🏽‍💼', '🇰🇿', '\u200d'), {
        minLength: 1,
        maxLength: 12,
      })
      .map((letters) => letters.join('')),
    { minLength: 1, maxLength: 6 },
  )
  .map((lines) => {
    const text = lines.join('\n\n')
    let start = 0
    const blocks = lines.map((line): Block => {
      const block = { start, end: start + line.length }
      start = block.end + 2
      return block
    })
    return { text, blocks }
  })
const spanIn = (text: string) =>
  fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
const textAndSpan = paragraphs.chain((drawn) => spanIn(drawn.text).map((span) => ({ ...drawn, span })))

describe('slices of a span', () => {
  it('are exactly the drawn words of the span, in order', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, blocks, span }) => {
        const drawn = slicesOf(blocks, span)
          .map(({ block, from, to }) => {
            const start = blocks[block]?.start ?? 0
            return text.slice(start + from, start + to)
          })
          .join('')
        const expected = blocks
          .map(({ start, end }) => text.slice(Math.max(start, span.start), Math.max(start, Math.min(end, span.end))))
          .join('')
        expect(drawn).toBe(expected)
      }),
    )
  })

  it('of a span between two blocks are none', () => {
    const blocks = [
      { start: 0, end: 4 },
      { start: 6, end: 9 },
    ]
    expect(slicesOf(blocks, { start: 4, end: 6 })).toEqual([])
    expect(slicesOf(blocks, { start: 2, end: 7 })).toEqual([
      { block: 0, from: 2, to: 4 },
      { block: 1, from: 0, to: 1 },
    ])
  })
})

describe('the block of an offset', () => {
  const blocks = [
    { start: 0, end: 4 },
    { start: 6, end: 9 },
  ]
  it.each([
    [0, 0],
    [4, 0],
    [5, 1],
    [6, 1],
    [9, 1],
    [50, 1],
  ])('%i is %i', (offset, block) => {
    expect(blockAt(blocks, offset)).toBe(block)
  })

  it('is none where nothing is drawn', () => {
    expect(blockAt([], 3)).toBe(-1)
  })
})

describe('a tidy span', () => {
  it.each([
    ['a word and the spaces around it', 'say  yes  now', [3, 10], 'yes'],
    ['half an emoji sequence', 'ok 👩🏽‍💼 done', [3, 5], '👩🏽‍💼'],
    ['a letter without its mark', 'cafe\u0301 now', [0, 4], 'cafe\u0301'],
    ['a mark without its letter', 'cafe\u0301 now', [4, 5], 'e\u0301'],
    ['half a flag', 'in 🇰🇿🇫🇷 now', [3, 5], '🇰🇿'],
    ['a space that carries a mark', 'a \u0301b', [1, 3], ' \u0301'],
    ['several paragraphs', 'one\n\ntwo\n\n', [0, 10], 'one\n\ntwo'],
    ['a span given backwards', 'one two', [7, 4], 'two'],
  ])('of %s', (_what, text, [start, end], words) => {
    const span = tidySpan(text, { start: start ?? 0, end: end ?? 0 })
    expect(span === null ? null : text.slice(span.start, span.end)).toBe(words)
  })

  it.each([
    ['', 0, 0],
    ['a  b', 1, 3],
    ['a\n\nb', 1, 3],
  ])('of %j from %i to %i is none: there are no words in it', (text, start, end) => {
    expect(tidySpan(text, { start, end })).toBeNull()
  })

  it('begins and ends at grapheme edges, holds every word chosen, and stays as it is when tidied again', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const tidy = tidySpan(text, span)
        if (tidy === null) return
        expect(isGraphemeEdge(text, tidy.start)).toBe(true)
        expect(isGraphemeEdge(text, tidy.end)).toBe(true)
        expect(text.slice(tidy.start, tidy.end)).toContain(text.slice(span.start, span.end).trim())
        expect(tidySpan(text, tidy)).toEqual(tidy)
      }),
    )
  })
})

it('of notes on the same words the shortest is meant, so that each can be reached', () => {
  const inner = note('inner', 4, 6)
  expect(shortestNote([note('outer', 0, 20), inner, note('middle', 2, 12)])).toBe(inner)
  expect(shortestNote([])).toBeNull()
})
