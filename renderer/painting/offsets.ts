// Offsets into the text and the blocks it is drawn in, as numbers only: the part of painting that needs no page.
import type { Note } from '../../domain/notes/note.ts'
import type { Span } from '../../domain/span.ts'

/** A drawn piece of the text: exactly the UTF-16 units [start, end), as one text node. Blocks are in order and disjoint. */
export type Block = Span

/** A part of a block that a span covers, in offsets within that block. */
export type Slice = { readonly block: number; readonly from: number; readonly to: number }

/** The parts of the blocks that a span covers, in order; what lies between blocks is drawn nowhere. */
export function slicesOf(blocks: readonly Block[], span: Span): readonly Slice[] {
  const slices: Slice[] = []
  for (let at = firstEndingAfter(blocks, span.start); at < blocks.length; at += 1) {
    const block = blocks[at]
    if (block === undefined || block.start >= span.end) break
    const from = Math.max(span.start, block.start) - block.start
    const to = Math.min(span.end, block.end) - block.start
    if (from < to) slices.push({ block: at, from, to })
  }
  return slices
}

/** The index of the block an offset lies in or ends; between two blocks, the later one; after all, the last. -1 for none. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  const at = firstEndingAfter(blocks, offset)
  const before = blocks[at - 1]
  if (before !== undefined && before.end === offset && (blocks[at]?.start ?? Number.POSITIVE_INFINITY) > offset) {
    return at - 1
  }
  return Math.min(at, blocks.length - 1)
}

/** True when no grapheme (letter with its marks, emoji sequence) spans this offset. */
export function isGraphemeEdge(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  const { line, start } = lineAround(text, offset)
  if (offset === start || offset === start + line.length) return true
  return graphemes.segment(line).containing(offset - start)?.index === offset - start
}

/**
 * A selection as a note's words: white space at both ends left out, widened to whole graphemes. Null when no words are
 * left. In and out: UTF-16 offsets.
 */
export function tidySpan(text: string, span: Span): Span | null {
  const start = edgeBefore(text, Math.max(0, Math.min(span.start, span.end)))
  const end = edgeAfter(text, Math.min(text.length, Math.max(span.start, span.end)))
  const words = text.slice(start, end)
  if (words.trim() === '') return null
  return {
    start: edgeBefore(text, start + words.length - words.trimStart().length),
    end: edgeAfter(text, end - (words.length - words.trimEnd().length)),
  }
}

/** The note a click on several overlapping ones means: the shortest, so that each can be reached. */
export function shortestNote(notes: readonly Note[]): Note | null {
  const length = (note: Note) => (note.end ?? 0) - (note.start ?? 0)
  return notes.toSorted((one, other) => length(one) - length(other))[0] ?? null
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

function edgeBefore(text: string, offset: number): number {
  let edge = offset
  while (!isGraphemeEdge(text, edge)) edge -= 1
  return edge
}

function edgeAfter(text: string, offset: number): number {
  let edge = offset
  while (!isGraphemeEdge(text, edge)) edge += 1
  return edge
}

/** The line an offset lies in: graphemes never reach over a line end, and segmenting a whole book would be slow. */
function lineAround(text: string, offset: number): { readonly line: string; readonly start: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return { line: text.slice(start, end < 0 ? text.length : end), start }
}

/** Binary search: the first block that ends after the offset. */
function firstEndingAfter(blocks: readonly Block[], offset: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}
