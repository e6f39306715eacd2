import { describe, expect, it } from 'vitest'
import { carryOver, type Landing } from '../../../domain/anchoring/carry-over.ts'
import { describe as describeWords } from '../../../domain/anchoring/describe.ts'
import { mostCandidates } from '../../../domain/anchoring/landing.ts'
import type { NoteScope, Selectors } from '../../../domain/notes/note.ts'
import { paragraphsIn } from './outcomes.ts'

const version = (text: string) => ({ text, paragraphs: paragraphsIn(text) })

/** The landing of the `nth` place (from 1) of a quote. */
function landing(before: string, after: string, quote: string, scope: NoteScope = 'words', nth = 1): Landing {
  let start = -1
  for (let count = 0; count < nth; count++) start = before.indexOf(quote, start + 1)
  const earlier = version(before)
  const selectors = describeWords(before, { start, end: start + quote.length }, earlier.paragraphs)
  return carryOver(earlier, version(after))(selectors, scope)
}
const wordsOf = (after: string, { span }: Landing) => (span === null ? null : after.slice(span.start, span.end))

const draft = `The ministers met in Oslo on Monday and discussed trade, energy, transport and logistics.

At the close, ministers welcomed the progress made in the programme and its three annexes.

The secretariat will report on implementation by 30 June. They thanked the hosts for the hospitality shown.

The next session is planned for the autumn.`
const revised = `A new paragraph on the convention stands here.

The ministers met in Oslo on Monday and discussed trade, energy, transport and logistics.

At the close, ministers took note of the progress made in the programme and its three annexes.

They thanked the hosts for the hospitality shown.

The delegations of four countries called it a key step.`

describe('words carried over to a new version', () => {
  it.each([
    ['words that stay are the same', 'transport and logistics', 'same', 'transport and logistics'],
    ['words after a sentence that was struck out', 'the hosts', 'same', 'the hosts'],
    ['a weaker verb is another word', 'welcomed the progress made', 'reworded', 'took note of the progress made'],
    ['one changed word alone is found by its sentence', 'welcomed', 'reworded', 'took note of'],
    ['words of a sentence that is gone', 'will report on implementation by 30 June', 'gone', null],
    ['small words of a sentence that is gone, though they stand elsewhere', 'The', 'gone', null, 2],
    ['what is left of words over two paragraphs', 'annexes.\n\nThe secretariat will report', 'reworded', 'annexes'],
  ] as const)('%s: %j is %s', (_rule, quote, state, words, nth?: number) => {
    const landed = landing(draft, revised, quote, 'words', nth)
    expect([landed.state, wordsOf(revised, landed)]).toEqual([state, words])
  })

  it.each([
    ['white space', 'the “open\ndoor” policy', 'the “open  door” policy'],
    ['quotation marks', 'the “open door” policy', "the 'open door' policy"],
    ['dashes and the space beside them', 'trade – and water – talks', 'trade—and water—talks'],
    ['a line break within Chinese', '讨论了运输和物流', '讨论了运\n输和物流'],
  ])('are the same with other %s', (_rule, quote, changed) => {
    const after = `Today they met. They said: ${changed}. Nobody spoke.`
    const landed = landing(`Today they met. They said: ${quote}. Nobody spoke.`, after, quote)
    expect([landed.state, wordsOf(after, landed)]).toEqual(['same', changed])
  })

  it.each([
    ['case', 'the Agreement', 'the agreement'],
    ['a comma', 'trade, and water', 'trade and water'],
    ['an ending', 'the agreement', 'the agreements'],
    ['a figure', '3.5 million', '35 million'],
    ['an accent', 'resume', 'resumé'],
    ['a hyphen left out', 'co-operation', 'cooperation'],
  ])('are reworded when %s differs', (_rule, quote, changed) => {
    const after = `Today they met in the old town. They spoke of ${changed} for two hours and left.`
    const landed = landing(
      `Today they met in the old town. They spoke of ${quote} for two hours and left.`,
      after,
      quote,
    )
    expect([landed.state, wordsOf(after, landed)]).toEqual(['reworded', changed])
    expect(landed.score).toBeLessThan(1)
  })

  it('moved with their sentence are moved, not gone', () => {
    const after = draft.split('\n\n').toReversed().join('\n\n')
    const landed = landing(draft, after, 'welcomed the progress made')
    const other = landing(draft, after, 'planned for the autumn')
    expect([landed.state, other.state].toSorted()).toContain('moved')
    expect(wordsOf(after, landed)).toBe('welcomed the progress made')
  })

  it('in a sentence that is gone are ambiguous where they stand in new sentences, all places listed', () => {
    const before = `They met at noon in the old town. Ministers spoke at length of transport and logistics with the envoy.`
    const after = `They met at noon in the old town. Cooperation grows in transport and logistics alike this year. A working group on transport and logistics begins soon.`
    const landed = landing(before, after, 'transport and logistics')
    expect(landed.state).toBe('ambiguous')
    expect(landed.candidates).toHaveLength(2)
    expect(landed.candidates.map(({ start, end }) => after.slice(start, end))).toEqual(
      Array(2).fill('transport and logistics'),
    )
    expect(landed.span).toEqual(landed.candidates[0])
  })

  it('in a text with every paragraph twice are ambiguous between both', () => {
    const after = draft
      .split('\n\n')
      .flatMap((paragraph) => [paragraph, paragraph])
      .join('\n\n')
    const landed = landing(draft, after, 'welcomed the progress made')
    expect([landed.state, landed.candidates.length]).toEqual(['ambiguous', 2])
  })

  it('that stood twice and stand once are ambiguous when either may have been struck out', () => {
    const before = `First came the envoy. The sides agreed. The sides agreed. Then came the hosts.`
    expect(landing(before, before.replace(' The sides agreed.', ''), 'The sides agreed').state).toBe('ambiguous')
  })

  it.each([1, 2])('list no more than the most candidates (%i)', (nth) => {
    const before = 'The sides agreed to the plan. The sides agreed to the plan.'
    const after = Array(60).fill('The sides agreed to the plan.').join('\n\n')
    expect(landing(before, after, 'agreed to the plan', 'words', nth).candidates.length).toBeLessThanOrEqual(
      mostCandidates,
    )
  })
})

describe('a paragraph carried over', () => {
  const paragraph = (index: number) => draft.split('\n\n')[index] ?? ''
  it.each([
    ['unchanged', draft, 1, 'same', paragraph(1)],
    ['with a word changed', revised, 1, 'reworded', paragraph(1).replace('welcomed', 'took note of')],
    ['with a sentence taken out', revised, 2, 'reworded', 'They thanked the hosts for the hospitality shown.'],
    [
      'with words put in',
      draft.replace('annexes.', 'annexes. All agreed.'),
      1,
      'reworded',
      `${paragraph(1)} All agreed.`,
    ],
    [
      'split',
      draft.replace('June. They', 'June.\n\nThey'),
      2,
      'same',
      paragraph(2).replace('June. They', 'June.\n\nThey'),
    ],
    ['joined with the next', draft.replace('annexes.\n\nThe', 'annexes. The'), 1, 'same', paragraph(1)],
    ['struck out', draft.replace(paragraph(3), ''), 3, 'gone', null],
  ] as const)('%s', (_rule, after, index, state, words) => {
    const landed = landing(draft, after, paragraph(index), 'paragraph')
    expect([landed.state, wordsOf(after, landed)]).toEqual([state, words])
  })
})

describe('odd words', () => {
  it.each([
    ['one small word', 'the'],
    ['one letter', 'T'],
    ['a mark', ','],
    ['the beginning', 'The ministers'],
    ['the end', 'the autumn.'],
    ['the whole text', draft],
    ['part of a word', 'inister'],
    ['white space between words', ' '],
    ['a blank line', '\n\n'],
    ['words with the space around them', ' met in Oslo '],
    ['words over a blank line', 'logistics.\n\nAt the close'],
  ])('that stay are where they were: %s', (_rule, quote) => {
    const start = draft.indexOf(quote)
    expect(landing(draft, draft, quote)).toEqual({
      state: 'same',
      span: { start, end: start + quote.length },
      score: 1,
      candidates: [],
    })
  })

  it.each(['👩‍👩‍👧 agreed', '🇰🇿', 'e\u0323\u0302x', 'الاتفاق', 'שלום', '会议', '한국어'])(
    'keep their characters whole: %s',
    (quote) => {
      const before = `They met. In short ${quote} was said there today. They left.`
      const after = `They all met. In short ${quote} was said there today. They left.`
      const landed = landing(before, after, quote)
      expect([landed.state, wordsOf(after, landed)]).toEqual(['same', quote])
    },
  )
})

describe('bad input', () => {
  it.each([
    ['an empty text', ''],
    ['white space', ' \n '],
    ['another text', 'Quite another text. Nothing of the old one is in it, and it is short.'],
    ['another script', 'Совсем другой текст. В нём нет ничего прежнего.'],
  ])('leaves every note gone in %s', (_rule, after) => {
    for (const quote of ['ministers', 'the', 'welcomed the progress made', draft])
      expect(landing(draft, after, quote)).toEqual({ state: 'gone', span: null, score: 0, candidates: [] })
  })

  const selectors = (start: number, end: number, exact: string): Selectors => ({
    position: { type: 'TextPositionSelector', start, end },
    quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
    paragraph: { type: 'ParagraphSelector', number: null },
  })
  it.each([
    ['a position outside the text', 9_000, 9_010, 'three annexes', 'same'],
    ['a position of other words', 0, 5, 'three annexes', 'same'],
    ['a quote that stands nowhere', 0, 5, 'nothing like it', 'gone'],
    ['no quote', 0, 0, '', 'gone'],
    ['no number', Number.NaN, -1, 'three annexes', 'same'],
  ])('takes %s as it can', (_rule, start, end, exact, state) => {
    expect(carryOver(version(draft), version(revised))(selectors(start, end, exact), 'words').state).toBe(state)
  })

  it.each([
    ['two long texts without any sentence', 'a b '.repeat(40_000), 'a '.repeat(80_000)],
    ['two long texts with nothing in common', 'one two three. '.repeat(10_000), 'four five six seven. '.repeat(10_000)],
  ])('compares %s in bounded time', (_rule, before, after) => {
    const started = performance.now()
    expect(landing(before, after, before.slice(0, 3)).state).toMatch(/^(?:gone|ambiguous|reworded)$/u)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
