// Where the words of notes stand in the reader's text, for the cards beside it. Only lines near the view are measured exactly: to ask
// where a line is makes the browser lay its paragraph out, and it leaves those out of view alone.
import { blockAt } from './offsets.ts'
import { type Surface, surfaceOf } from './surface.ts'

export type Reader = { readonly scroller: HTMLElement; readonly surface: Surface }

/** The reader's text as it is drawn now; null while there is none. */
export function readerIn(page: Document): Reader | null {
  const scroller = page.querySelector<HTMLElement>('[data-pane="reader"] .page-scroller')
  const article = scroller?.querySelector<HTMLElement>('article')
  return scroller == null || article == null ? null : { scroller, surface: surfaceOf(article) }
}

/** False when the text has been drawn anew since. */
export function isDrawn({ scroller, surface }: Reader): boolean {
  return scroller.isConnected && surface.blocks.every(({ node }) => node.isConnected)
}

/**
 * The tops of the lines in which these UTF-16 offsets stand, in CSS pixels of the window with the text scrolled to its start. Exact as far
 * as `reach` CSS pixels above and below the view, by the paragraph and how far in it the offset is elsewhere.
 */
export function lineTops({ scroller, surface }: Reader, offsets: readonly number[], reach: number): readonly number[] {
  const view = scroller.getBoundingClientRect()
  const boxes = new Map<number, DOMRect>()
  const boxOf = (at: number, element: HTMLElement) => {
    const box = boxes.get(at) ?? element.getBoundingClientRect()
    boxes.set(at, box)
    return box
  }
  return offsets.map((offset) => {
    const at = blockAt(surface.blocks, offset)
    const block = surface.blocks[at]
    if (block === undefined) return 0
    const box = boxOf(at, block.element)
    const isNear = box.bottom > view.top - reach && box.top < view.bottom + reach
    const part = (offset - block.start) / Math.max(1, block.end - block.start)
    const top = isNear ? lineTop(block.node, offset - block.start) : box.top + part * box.height
    return top + scroller.scrollTop
  })
}

function lineTop(node: Text, offset: number): number {
  const range = document.createRange()
  const start = Math.min(Math.max(0, offset), Math.max(0, node.length - 1))
  range.setStart(node, start)
  range.setEnd(node, Math.min(node.length, start + 1))
  return range.getBoundingClientRect().top
}
