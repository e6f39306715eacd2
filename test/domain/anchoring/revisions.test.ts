// Notes carried over made-up revisions whose outcome is known word by word (prose.ts, revisions.ts): thousands of them, counted.
//
// Unchanged are words that stand side by side in the same order as before, whatever became of the text around them and wherever their
// sentence went; a note of two sentences that were parted is reworded. Removed are words none of which is left. Words of which less
// than a quarter is left (the first word of the next sentence, say) may be called reworded or gone; same or moved never.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryOver } from '../../../domain/anchoring/carry-over.ts'
import { describe as describeWords } from '../../../domain/anchoring/describe.ts'
import { isSpanWithin, splitsPair } from '../../../domain/span.ts'
import { paragraphsIn } from './outcomes.ts'
import { type LanguageName, languages, printed, proseOf, randomFrom } from './prose.ts'
import { noChange, type Rates, revise } from './revisions.ts'
import { outcomesOver, printedTally, share, tallyOf } from './tally.ts'

const names = Object.keys(languages) as readonly LanguageName[]
const revisions: Readonly<Record<string, Rates>> = {
  'other quotation marks, dashes and lines': { ...noChange, marks: true },
  'words replaced': { ...noChange, replaced: 0.1 },
  'words inserted': { ...noChange, inserted: 0.1 },
  'words deleted': { ...noChange, deleted: 0.1 },
  'sentences deleted': { ...noChange, sentencesDeleted: 0.2 },
  'sentences deleted and inserted': { ...noChange, sentencesDeleted: 0.2, sentencesInserted: 0.2 },
  'sentences moved': { ...noChange, sentencesMoved: 0.2 },
  'paragraphs split and merged': { ...noChange, paragraphsSplit: 0.3, paragraphsMerged: 0.3 },
  'paragraphs reordered': { ...noChange, paragraphsMoved: 0.4 },
  'all of it': {
    replaced: 0.03,
    inserted: 0.02,
    deleted: 0.02,
    sentencesDeleted: 0.08,
    sentencesInserted: 0.08,
    sentencesMoved: 0.08,
    paragraphsSplit: 0.1,
    paragraphsMerged: 0.1,
    paragraphsMoved: 0.1,
    marks: true,
  },
}
const heavy: Rates = {
  replaced: 0.1,
  inserted: 0.06,
  deleted: 0.06,
  sentencesDeleted: 0.15,
  sentencesInserted: 0.15,
  sentencesMoved: 0.15,
  paragraphsSplit: 0.2,
  paragraphsMerged: 0.2,
  paragraphsMoved: 0.2,
  marks: true,
}
const cases = Object.entries(revisions).flatMap(([what, rates]) => names.map((name) => ({ what, name, rates })))

describe('notes carried over a revision whose outcome is known', () => {
  it.each(cases)(
    '$what, $name: unchanged words land exactly, changed ones are found, removed ones never',
    ({ name, rates }) => {
      const tally = tallyOf(outcomesOver(name, rates, 40, 11))
      const figures = printedTally(tally)
      expect(share(tally.unchanged, ['exact']), figures).toBeGreaterThanOrEqual(0.99)
      expect(share(tally.unchanged, ['exact', 'listed']), figures).toBeGreaterThanOrEqual(0.995)
      expect(share(tally.unchanged, ['WRONG']), figures).toBe(0)
      expect(share(tally.reworded, ['reworded']), figures).toBeGreaterThanOrEqual(0.95)
      for (const fate of [tally.reworded, tally.alike, tally.remnant, tally.removed])
        expect(fate.LIE ?? 0, figures).toBe(0)
    },
  )

  it.each(names)('a text changed so much that every other sentence is: nothing is put on other words (%s)', (name) => {
    const tally = tallyOf(outcomesOver(name, heavy, 60, 23))
    const figures = printedTally(tally)
    expect(share(tally.unchanged, ['exact']), figures).toBeGreaterThanOrEqual(0.95)
    expect(share(tally.unchanged, ['WRONG']), figures).toBe(0)
    expect(share(tally.reworded, ['reworded']), figures).toBeGreaterThanOrEqual(0.9)
    for (const fate of [tally.reworded, tally.alike, tally.remnant, tally.removed])
      expect(fate.LIE ?? 0, figures).toBe(0)
  })
})

describe('any span of any revision', () => {
  const fold = (words: string) =>
    words
      .replace(/[“”«»"'’]/gu, "'")
      .replace(/[\p{Pd}−]/gu, '-')
      .replace(/\s+/gu, ' ')
      .trim()

  it('lands on whole characters within the text, and is same or moved only where the same words stand', () => {
    const anywhere = fc.record({
      seed: fc.integer({ min: 0, max: 1_000_000 }),
      name: fc.constantFrom(...names),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 1, max: 200 }),
      scope: fc.constantFrom('words' as const, 'paragraph' as const),
    })
    fc.assert(
      fc.property(anywhere, ({ seed, name, from, length, scope }) => {
        const random = randomFrom(seed)
        const prose = proseOf(name, 6, random)
        const [before, after] = [prose, revise(prose, name, heavy, random).prose].map((each) => printed(each).text)
        if (before === undefined || after === undefined) return
        const start = Math.min(before.length - 1, Math.floor(from * before.length))
        const span = { start, end: Math.min(before.length, start + length) }
        const paragraphs = paragraphsIn(before)
        const landing = carryOver({ text: before, paragraphs }, { text: after, paragraphs: paragraphsIn(after) })(
          describeWords(before, span, paragraphs),
          scope,
        )
        for (const place of [landing.span, ...landing.candidates]) {
          if (place === null) continue
          expect(isSpanWithin(place, after.length)).toBe(true)
          expect(splitsPair(after, place.start) || splitsPair(after, place.end)).toBe(false)
        }
        if (landing.state === 'same' || landing.state === 'moved')
          expect(fold(after.slice(landing.span?.start, landing.span?.end))).toBe(
            fold(before.slice(span.start, span.end)),
          )
      }),
      { numRuns: 400, seed: 5 },
    )
  })

  it('lands every note where it was in a text that is the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('the', 'a', '’', '“', ' ', '\n', '😀', 'é', 'e\u0302', '会', '-', '.', 'سلام'), {
          minLength: 1,
          maxLength: 60,
        }),
        fc.nat(59),
        fc.integer({ min: 1, max: 60 }),
        (parts, first, count) => {
          const text = parts.join('')
          const start = parts.slice(0, first).join('').length
          const span = { start, end: parts.slice(0, first + count).join('').length }
          if (span.start >= span.end || text.slice(span.start, span.end).trim() === '') return
          const version = { text, paragraphs: paragraphsIn(text) }
          expect(carryOver(version, version)(describeWords(text, span, version.paragraphs), 'words')).toEqual({
            state: 'same',
            span,
            score: 1,
            candidates: [],
          })
        },
      ),
      { numRuns: 500, seed: 6 },
    )
  })
})
