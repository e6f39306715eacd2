// Printed lines joined into paragraphs again: by the white space between them, by indents, by lines that end early, by the size of
// the letters. A paragraph goes on over the end of a page or a column when its sentence does.
import type { Line } from './lines.ts'

/** The paragraphs of a document's lines, each on one line. */
export function paragraphsOf(lines: readonly Line[]): readonly string[] {
  const layout = layoutOf(lines)
  const paragraphs: Line[][] = []
  for (const line of lines) {
    const current = paragraphs.at(-1)
    const last = current?.at(-1)
    if (current !== undefined && last !== undefined && goesOn(last, line, current, layout)) current.push(line)
    else paragraphs.push([line])
  }
  const words = wordsOf(lines)
  return paragraphs.map((paragraph) => joined(paragraph, words))
}

type Layout = {
  /** The usual distance between two lines of a paragraph, in sizes of their letters. */
  readonly leading: number
  /** Size of most letters. */
  readonly size: number
  /** Where most lines of each page end. */
  readonly margins: ReadonlyMap<number, number>
}

function layoutOf(lines: readonly Line[]): Layout {
  const gaps = lines.slice(1).flatMap((line, index) => {
    const gap = gapBetween(lines[index], line)
    return gap !== null && gap > 0.8 && gap < 3 ? [Math.round(gap * 20) / 20] : []
  })
  const margins = new Map<number, number>()
  for (const [page, own] of Map.groupBy(lines, (line) => line.page)) {
    margins.set(page, own.map(({ right }) => right).toSorted((a, b) => a - b)[Math.floor(own.length * 0.8)] ?? 0)
  }
  const sizes = lines.filter(({ text }) => text.length > 20).map(({ size }) => Math.round(size * 2) / 2)
  return { leading: mostCommon(gaps) ?? 1.2, size: mostCommon(sizes) ?? 0, margins }
}

function mostCommon(values: readonly number[]): number | null {
  const groups = [...Map.groupBy(values, (value) => value)]
  return groups.toSorted(([a, x], [b, y]) => y.length - x.length || a - b)[0]?.[0] ?? null
}

/** Distance of two baselines on one page in sizes of letters; null where the second does not stand below the first. */
function gapBetween(above: Line | undefined, below: Line): number | null {
  if (above === undefined || above.page !== below.page || above.base <= below.base) return null
  return (above.base - below.base) / Math.max(above.size, below.size, 1)
}

const listItem = /^(?:[•▪◦●■–—‣-]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\([ivx]+\))\s/u

/** True when `next` carries the paragraph of `last` on. */
function goesOn(last: Line, next: Line, paragraph: readonly Line[], layout: Layout): boolean {
  if (last.isRow || next.isRow || listItem.test(next.text)) return false
  if (Math.abs(last.size - next.size) > 0.12 * Math.max(last.size, next.size)) return false
  const gap = gapBetween(last, next)
  if (gap === null) return carriesOver(last, next, layout)
  if (gap > layout.leading * 1.3) return false
  // A headline in large letters breaks where it likes.
  if (last.size > layout.size * 1.12 && last.font === next.font) return true
  const first = paragraph[0] ?? last
  const isIndented = next.left > last.left + last.size * 0.8 && !listItem.test(first.text)
  if (isIndented && endsSentence(last.text)) return false
  if (last.font !== next.font && endsEarly(last, layout)) return false
  return !(endsEarly(last, layout) && (endsSentence(last.text) || paragraph.length === 1))
}

/** Over the end of a page or column: the sentence has not ended. */
function carriesOver(last: Line, next: Line, layout: Layout): boolean {
  if (endsSentence(last.text)) return false
  return /^\p{Ll}/u.test(next.text) || (!endsEarly(last, layout) && last.font === next.font)
}

/** Room for a long word was left at the end of the line. */
function endsEarly({ right, left, page }: Line, { margins }: Layout): boolean {
  const margin = margins.get(page) ?? right
  return right < margin - Math.max(0.15 * (margin - left), 20)
}

function endsSentence(text: string): boolean {
  return /[.!?:;…。！？][\p{Pf}\p{Pe}"'’”]*$/u.test(text)
}

/** The words that stand in the document, folded, to know how a word divided at the end of a line is written. */
function wordsOf(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}[\p{L}\p{M}-]*\p{L}/gu) ?? []))
}

function joined(lines: readonly Line[], words: ReadonlySet<string>): string {
  return lines.map(({ text }, index) => withJoint(text, lines[index + 1]?.text ?? null, words)).join('')
}

/** A line with what joins it to the next: a space, or nothing where a word was divided. */
function withJoint(line: string, next: string | null, words: ReadonlySet<string>): string {
  if (next === null) return line
  const divided = /(?<start>[\p{L}\p{M}]+)(?<hyphen>[-\u00AD\u2010])$/u.exec(line)
  const rest = /^\p{Ll}[\p{L}\p{M}]*/u.exec(next)?.[0]
  if (divided !== null && rest !== undefined) {
    const { start = '', hyphen = '' } = divided.groups ?? {}
    return hyphen !== '\u00AD' && keepsHyphen(start, rest, words) ? line : line.slice(0, -1)
  }
  return /[^\s][-\u2010–—/]$/u.test(line) ? line : `${line} `
}

/** A hyphen at the end of a line stays where the document writes the word with one elsewhere, and nowhere without. */
function keepsHyphen(start: string, rest: string, words: ReadonlySet<string>): boolean {
  return words.has(`${start}-${rest}`.toLowerCase()) && !words.has(`${start}${rest}`.toLowerCase())
}
