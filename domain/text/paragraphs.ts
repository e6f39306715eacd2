// Paragraphs of a normalised text, numbered as the trade cites them: headline and date lines have no number.
import { dateAlone } from '../reading/dates.ts'
import type { StoredReading } from '../reading/reading.ts'
import { headLines, type Line, linesOf, onOneLine } from './lines.ts'
import { isBrokenAtMargin } from './margin.ts'

export type Paragraph = {
  /** UTF-16 offsets of the paragraph's words, without the line ends around them. */
  readonly start: number
  readonly end: number
  /** 1, 2, 3 … in the body; null for the headline and lines of their own that only say place, date or source. */
  readonly number: number | null
  readonly role: 'title' | 'dateline' | 'body'
}

type Head = Pick<StoredReading, 'title' | 'dateline'>
type Unnumbered = Pick<Paragraph, 'start' | 'end' | 'role'>

/**
 * The paragraphs of a normalised text, in order, covering all its words. They end at blank lines and, as many texts print one
 * paragraph a line, at every other line end as well, unless the lines between two blanks are prose broken at a margin.
 */
export function paragraphsOf(text: string, reading: Head): readonly Paragraph[] {
  const lines = linesOf(text)
  const titleLines = linesOfTitle(lines, reading.title)
  const roles = lines.map((line, index) => roleOf(line, index, titleLines, reading))
  return numbered(blocksOf(lines, roles).flatMap(paragraphsOfBlock))
}

/**
 * The paragraph that words beginning at a UTF-16 offset belong to; white space between two belongs to the first. Null before the
 * first paragraph. In: the paragraphs of a text in order.
 */
export function paragraphAt(paragraphs: readonly Paragraph[], offset: number): Paragraph | null {
  return paragraphs.findLast(({ start }) => start <= offset) ?? null
}

type Placed = { readonly line: Line; readonly role: Paragraph['role'] }

/** Runs of lines without a blank line or a change of role between them. */
function blocksOf(lines: readonly Line[], roles: readonly Paragraph['role'][]): readonly (readonly Placed[])[] {
  const blocks: Placed[][] = []
  for (const [index, line] of lines.entries()) {
    const role = roles[index] ?? 'body'
    const current = blocks.at(-1)
    if (current === undefined || line.afterBlank || current[0]?.role !== role) blocks.push([{ line, role }])
    else current.push({ line, role })
  }
  return blocks
}

function paragraphsOfBlock(block: readonly Placed[]): readonly Unnumbered[] {
  const first = block[0]
  const last = block.at(-1)
  if (first === undefined || last === undefined) return []
  const whole = first.role === 'title' || isBrokenAtMargin(block.map(({ line }) => line.words))
  if (whole) return [{ start: first.line.start, end: last.line.end, role: first.role }]
  return block.map(({ line, role }) => ({ start: line.start, end: line.end, role }))
}

function numbered(found: readonly Unnumbered[]): readonly Paragraph[] {
  let last = 0
  return found.map(({ start, end, role }) => ({ start, end, number: role === 'body' ? ++last : null, role }))
}

/** Indexes of the first lines that together print the title. */
function linesOfTitle(lines: readonly Line[], title: string | null): ReadonlySet<number> {
  const wanted = title === null ? '' : onOneLine(title)
  if (wanted === '') return new Set()
  for (let first = 0; first < Math.min(lines.length, 40); first++) {
    const found = linesPrinting(lines, first, wanted)
    if (found !== null) return new Set(found)
  }
  return new Set()
}

function linesPrinting(lines: readonly Line[], first: number, wanted: string): readonly number[] | null {
  const indexes: number[] = []
  let printed = ''
  for (let index = first; printed.length < wanted.length && index < lines.length; index++) {
    printed = onOneLine(`${printed} ${lines[index]?.words ?? ''}`)
    indexes.push(index)
  }
  return printed === wanted ? indexes : null
}

function roleOf(line: Line, index: number, titleLines: ReadonlySet<number>, { dateline }: Head): Paragraph['role'] {
  if (titleLines.has(index)) return 'title'
  const [start, end] = dateline.span ?? [0, 0]
  const withinDateline = line.start >= start && line.end <= end
  const isSource = dateline.source !== null && onOneLine(line.words) === onOneLine(dateline.source)
  const isDate = index < headLines && dateAlone(line.words) !== null
  return withinDateline || isSource || isDate ? 'dateline' : 'body'
}
