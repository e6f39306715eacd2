import { describe, expect, it } from 'vitest'
import type { Line } from '../../../../main/import/pdf/lines.ts'
import { paragraphsOf } from '../../../../main/import/pdf/paragraphs.ts'
import { withoutRunningHeads } from '../../../../main/import/pdf/running-heads.ts'

type Given = Partial<Line> & { readonly text: string }

/** Lines below one another, 14 points apart in letters of 12, as wide as the page unless they say otherwise. */
function lines(given: readonly (Given | string)[], page = 0): readonly Line[] {
  let base = 760
  return given.map((one) => {
    const line = typeof one === 'string' ? { text: one } : one
    base = line.base ?? base - 14
    return { left: 72, right: 500, size: 12, font: 'f', isRow: false, page, ...line, base }
  })
}

const joined = (...given: readonly (Given | string)[]) => paragraphsOf(lines(given))
const long = 'The ministers of the lake states met in Vellin on Monday and'

describe('printed lines', () => {
  it('are one paragraph where they fill the line', () =>
    expect(joined(long, long, { text: 'agreed.', right: 120 })).toEqual([`${long} ${long} agreed.`]))

  it('are two where a blank line stands between them', () =>
    expect(joined(long, long, { text: long, base: 690 }, long)).toEqual([`${long} ${long}`, `${long} ${long}`]))

  it('are two where a sentence ends early', () =>
    expect(joined(long, { text: 'They agreed.', right: 160 }, long, long)).toEqual([
      `${long} They agreed.`,
      `${long} ${long}`,
    ]))

  it('are two where a line is indented after a sentence', () =>
    expect(joined(long, 'and so they agreed to meet again in the summer.', { text: long, left: 90 }, long)).toEqual([
      `${long} and so they agreed to meet again in the summer.`,
      `${long} ${long}`,
    ]))

  it('set a heading apart by its size, its two lines together', () =>
    expect(
      joined({ text: 'Ministers meet', size: 18, right: 300 }, { text: 'in Vellin', size: 18, right: 200 }, long),
    ).toEqual(['Ministers meet in Vellin', long]))

  it('set a short first line apart', () =>
    expect(joined({ text: '12 April 2024', right: 150 }, long, long)).toEqual(['12 April 2024', `${long} ${long}`]))

  it.each(['• ', '– ', '1. ', '(a) ', '(iv) '])('begin an item with %j', (mark) =>
    expect(joined(long, `${mark}${long}`, `${mark}${long}`)).toEqual([long, `${mark}${long}`, `${mark}${long}`]),
  )

  it('that are rows of a table stay lines', () =>
    expect(joined({ text: 'State | Seat', isRow: true }, { text: 'Ormen | Vellin', isRow: true })).toEqual([
      'State | Seat',
      'Ormen | Vellin',
    ]))

  it('go on over the end of a page where the sentence does', () =>
    expect(paragraphsOf([...lines([long, long]), ...lines(['they agreed.', long], 1)])).toEqual([
      `${long} ${long} they agreed. ${long}`,
    ]))

  it('end with the page where the sentence does', () =>
    expect(paragraphsOf([...lines([long, 'They agreed.']), ...lines(['They met.'], 1)])).toEqual([
      `${long} They agreed.`,
      'They met.',
    ]))
})

it('a long document is joined in time that grows with its length', () => {
  const began = performance.now()
  const [paragraph, ...others] = paragraphsOf(lines(Array(40_000).fill(long)))
  expect([paragraph?.length, others]).toEqual([40_000 * (long.length + 1) - 1, []])
  expect(performance.now() - began).toBeLessThan(5_000)
})

describe('a word divided at the end of a line', () => {
  it('is whole again', () =>
    expect(joined('The protocol on co-', 'operation was signed.')).toEqual(['The protocol on cooperation was signed.']))

  it('keeps the hyphen with which the document writes it', () =>
    expect(joined('The treaty on co-operation and co-', 'operation.')).toEqual([
      'The treaty on co-operation and co-operation.',
    ]))

  it('loses a soft hyphen always', () => expect(joined('The proto\u00AD', 'col')).toEqual(['The protocol']))

  it('keeps it before a capital', () => expect(joined('The Ormen-', 'Vellin road')).toEqual(['The Ormen-Vellin road']))

  it('is no dash', () => expect(joined('They met -', 'and agreed.')).toEqual(['They met - and agreed.']))
})

describe('running heads', () => {
  const page = (number: number, ...body: readonly string[]) =>
    lines([{ text: 'Ministry of Lakes', base: 800 }, ...body, { text: `Page ${number} of 3`, base: 40 }], number - 1)
  const texts = (pages: readonly (readonly Line[])[]) =>
    withoutRunningHeads(pages)
      .flat()
      .map(({ text }) => text)

  it('and page numbers go, but for the head of the first page, which may be a letterhead or a marking', () =>
    expect(texts([page(1, 'One', 'Two', 'Three'), page(2, 'Four', 'Five', 'Six'), page(3, 'Seven')])).toEqual([
      'Ministry of Lakes',
      ...'One Two Three Four Five Six Seven'.split(' '),
    ]))

  it('leave words that repeat elsewhere on the page', () => {
    const repeated = (base: number, at: number) =>
      lines([{ text: 'They agreed.', base }, 'a', 'b', 'c', 'd', 'e', 'f'], at)
    expect(
      texts([repeated(500, 0), repeated(620, 1), repeated(380, 2)]).filter((text) => text === 'They agreed.'),
    ).toHaveLength(3)
  })

  it('leave a single page all but its number', () =>
    expect(texts([lines(['Talks', 'They met.', { text: '1', base: 40 }])])).toEqual(['Talks', 'They met.']))
})
