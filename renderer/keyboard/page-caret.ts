// The caret of a text that can't be edited is the page's own selection; here it is read and set in offsets of the text.
import type { Span } from '../../domain/span.ts'
import { offsetOf, positionOf, type Surface, surfaceOf } from '../painting/surface.ts'

/** Where a selection begins and where the caret is, in UTF-16 offsets; the same for a caret alone. */
export type Ends = { readonly anchor: number; readonly focus: number }

/** What scrolls the text: in the reader, in a review and in a report. */
export const scrollers = '.page-scroller, .review-text, .version-side'

/** The page's selection as offsets; null when it is not in the text. */
export function currentEnds(surface: Surface): Ends | null {
  const selection = document.getSelection()
  const { anchorNode, focusNode } = selection ?? { anchorNode: null, focusNode: null }
  if (selection === null || anchorNode === null || focusNode === null) return null
  if (!surface.root.contains(anchorNode) || !surface.root.contains(focusNode)) return null
  const anchor = offsetOf(surface, anchorNode, selection.anchorOffset, 'start')
  const focus = offsetOf(surface, focusNode, selection.focusOffset, 'start')
  return anchor === null || focus === null ? null : { anchor, focus }
}

/** Makes the page's selection this one and keeps its caret in view. */
export function setEnds(surface: Surface, ends: Ends): void {
  const anchor = positionOf(surface, ends.anchor)
  const focus = positionOf(surface, ends.focus)
  if (anchor === null || focus === null) return
  document.getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset)
  document.dispatchEvent(new Event('selectionchange'))
  keepInView(surface, focus.node, focus.offset)
}

/** The caret's offset in the open text; null while the text has not the focus. */
export function caretOf(page: Document): number | null {
  const text = openText(page)
  if (text === null || page.activeElement !== text.field) return null
  return currentEnds(surfaceOf(text.root))?.focus ?? null
}

/** Gives the open text the focus, with these words selected, or with the caret at their beginning. */
export function goToWords(page: Document, { start, end }: Span, select: boolean): void {
  const text = openText(page)
  if (text === null) return
  text.field.focus({ preventScroll: true })
  setEnds(surfaceOf(text.root), { anchor: start, focus: select ? end : start })
}

function openText(page: Document): { readonly root: HTMLElement; readonly field: HTMLElement } | null {
  const root = page.querySelector<HTMLElement>('[data-pane="reader"] article')
  const field = root?.querySelector<HTMLElement>('[data-testid="reader-text"]') ?? null
  return root === null || field === null ? null : { root, field }
}

function keepInView(surface: Surface, node: Text, offset: number): void {
  const scroller = surface.root.closest(scrollers)
  const range = document.createRange()
  range.setStart(node, offset)
  const line = range.getClientRects()[0]
  const view = scroller?.getBoundingClientRect()
  if (scroller === null || line === undefined || view === undefined) return
  if (line.bottom > view.bottom - line.height) scroller.scrollTop += line.bottom - view.bottom + 2 * line.height
  else if (line.top < view.top + line.height) scroller.scrollTop -= view.top - line.top + 2 * line.height
}
