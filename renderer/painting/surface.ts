// The drawn text as offsets see it: every element with `data-start` holds exactly its slice of the text as one text node.
import type { Span } from '../../domain/span.ts'
import { type Block, blockAt, slicesOf } from './offsets.ts'

export type DrawnBlock = Block & { readonly node: Text; readonly element: HTMLElement }
export type Surface = { readonly root: HTMLElement; readonly blocks: readonly DrawnBlock[] }

/** Finds the blocks drawn under an element. Call it anew when the text is drawn anew. */
export function surfaceOf(root: HTMLElement): Surface {
  const blocks = [...root.querySelectorAll<HTMLElement>('[data-start]')].flatMap((element): DrawnBlock[] => {
    const node = element.firstChild
    const start = Number(element.dataset.start)
    return node instanceof Text ? [{ start, end: start + node.length, node, element }] : []
  })
  return { root, blocks: blocks.sort((one, other) => one.start - other.start) }
}

/** One range for each block a span touches, so that client rectangles are those of lines only. */
export function rangesOf(surface: Surface, span: Span): readonly Range[] {
  return piecesOf(surface, span).map(({ node, from, to }) => {
    const range = document.createRange()
    range.setStart(node, from)
    range.setEnd(node, to)
    return range
  })
}

/** The same for painting: ranges that the page does not keep in step with its nodes, which never change here. */
export function staticRangesOf(surface: Surface, span: Span): readonly StaticRange[] {
  return piecesOf(surface, span).map(
    ({ node, from, to }) =>
      new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to }),
  )
}

function piecesOf(surface: Surface, span: Span) {
  return slicesOf(surface.blocks, span).flatMap(({ block, from, to }) => {
    const node = surface.blocks[block]?.node
    return node === undefined ? [] : [{ node, from, to }]
  })
}

/** The place in the page of a UTF-16 offset; null when nothing is drawn. */
export function positionOf(surface: Surface, offset: number): { readonly node: Text; readonly offset: number } | null {
  const block = surface.blocks[blockAt(surface.blocks, offset)]
  if (block === undefined) return null
  return { node: block.node, offset: Math.min(Math.max(offset - block.start, 0), block.node.length) }
}

/**
 * The UTF-16 offset of a place in the page. Places between blocks count as the next block's start, or as the end of the
 * block before when they end a selection. Null when there are no blocks.
 */
export function offsetOf(surface: Surface, node: Node, offset: number, side: 'start' | 'end'): number | null {
  const inside = surface.blocks.find((block) => block.node === node)
  if (inside !== undefined) return inside.start + offset
  const place = document.createRange()
  place.setStart(node, offset)
  const after = surface.blocks.findIndex((block) => place.comparePoint(block.node, block.node.length) > 0)
  const next = after < 0 ? undefined : surface.blocks[after]
  const before = after < 0 ? surface.blocks.at(-1) : surface.blocks[after - 1]
  return side === 'start' ? (next?.start ?? before?.end ?? null) : (before?.end ?? next?.start ?? null)
}

/** The span of the document's selection, as far as it lies in the text; null when it is collapsed or elsewhere. */
export function selectedSpan(surface: Surface, selection: Selection | null): Span | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(surface.root)) return null
  const start = offsetOf(surface, range.startContainer, range.startOffset, 'start')
  const end = offsetOf(surface, range.endContainer, range.endOffset, 'end')
  return start === null || end === null || start >= end ? null : { start, end }
}

/** The offset under a point of the window (CSS pixels); null when no text is there. */
export function offsetAtPoint(surface: Surface, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y)
  if (caret === null || !surface.root.contains(caret.offsetNode)) return null
  return offsetOf(surface, caret.offsetNode, caret.offset, 'start')
}

/** Enough letters to have a box, whatever they are. */
const fewLetters = 8

/** The box of the first or the last letters of a span, in CSS pixels of the window, without measuring all between; null for none. */
export function wordBox(surface: Surface, { start, end }: Span, which: 'first' | 'last'): DOMRect | null {
  const few =
    which === 'first'
      ? { start, end: Math.min(end, start + fewLetters) }
      : { start: Math.max(start, end - fewLetters), end }
  return lineBoxes(surface, few).at(which === 'first' ? 0 : -1) ?? null
}

/** The rectangles of the lines a span covers, in CSS pixels of the window. */
export function lineBoxes(surface: Surface, span: Span): readonly DOMRect[] {
  return rangesOf(surface, span).flatMap((range) => [...range.getClientRects()].filter((box) => box.width > 0))
}
