// Selecting words by keyboard in a text that can't be edited: the page's own selection is the caret, arrows move it.
import type { KeyboardEvent } from 'react'
import { type CaretMove, caretMoveOf, movedCaret } from '../keyboard/caret.ts'
import { blockAt } from '../painting/offsets.ts'
import { offsetOf, positionOf, type Surface } from '../painting/surface.ts'
import { firstVisibleOffset } from './use-reading-place.ts'

/** What scrolls the text: in the reader, in a review and in a report. */
const scrollers = '.page-scroller, .review-text, .version-side'

type Ends = { readonly anchor: number; readonly focus: number }

/** The key handler for the focused text. */
export function useCaretKeys(surface: Surface | null, text: string): (event: KeyboardEvent) => void {
  return (event) => {
    if (surface === null || event.altKey || event.metaKey) return
    if (event.key === 'Escape') return document.getSelection()?.removeAllRanges()
    if (event.ctrlKey && event.key.toLowerCase() === 'a') return selectAll(surface, event)
    const ends = currentEnds(surface) ?? startEnds(surface)
    const move = caretMoveOf(event, isRightToLeft(surface, ends.focus))
    if (move !== null) {
      event.preventDefault()
      return moveByOffset(surface, text, ends, move)
    }
    const granularity = lineMoves[event.key]
    if (granularity === undefined || event.ctrlKey) return
    event.preventDefault()
    moveByLine(surface, ends, event.shiftKey, granularity)
  }
}

const lineMoves: Readonly<Record<string, readonly [direction: string, granularity: string]>> = {
  ArrowDown: ['forward', 'line'],
  ArrowUp: ['backward', 'line'],
  Home: ['backward', 'lineboundary'],
  End: ['forward', 'lineboundary'],
}

function moveByOffset(surface: Surface, text: string, ends: Ends, move: CaretMove): void {
  const focus = movedCaret(text, surface.blocks, ends.focus, move)
  select(surface, { anchor: move.extend ? ends.anchor : focus, focus })
}

/** Lines are a matter of drawing, so the page moves; what leaves the text is taken back. */
function moveByLine(
  surface: Surface,
  ends: Ends,
  extend: boolean,
  [direction, granularity]: readonly [string, string],
): void {
  select(surface, ends)
  document.getSelection()?.modify(extend ? 'extend' : 'move', direction, granularity)
  const moved = currentEnds(surface)
  select(surface, moved === null ? ends : { anchor: extend ? ends.anchor : moved.focus, focus: moved.focus })
}

function selectAll(surface: Surface, event: KeyboardEvent): void {
  event.preventDefault()
  select(surface, { anchor: surface.blocks[0]?.start ?? 0, focus: surface.blocks.at(-1)?.end ?? 0 })
}

/** Where the page's selection begins and ends, as offsets; null when it is not in the text. */
function currentEnds(surface: Surface): Ends | null {
  const selection = document.getSelection()
  const { anchorNode, focusNode } = selection ?? { anchorNode: null, focusNode: null }
  if (selection === null || anchorNode === null || focusNode === null) return null
  if (!surface.root.contains(anchorNode) || !surface.root.contains(focusNode)) return null
  const anchor = offsetOf(surface, anchorNode, selection.anchorOffset, 'start')
  const focus = offsetOf(surface, focusNode, selection.focusOffset, 'start')
  return anchor === null || focus === null ? null : { anchor, focus }
}

function startEnds(surface: Surface): Ends {
  const scroller = surface.root.closest<HTMLElement>(scrollers)
  const inText = surface.blocks.find(({ element }) => element.tagName === 'P')?.start ?? 0
  const visible = scroller === null ? 0 : firstVisibleOffset(surface, scroller)
  const offset = Math.max(visible, inText)
  return { anchor: offset, focus: offset }
}

function select(surface: Surface, ends: Ends): void {
  const anchor = positionOf(surface, ends.anchor)
  const focus = positionOf(surface, ends.focus)
  if (anchor === null || focus === null) return
  document.getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset)
  focus.node.parentElement?.ownerDocument.dispatchEvent(new Event('selectionchange'))
  keepInView(surface, focus.node, focus.offset)
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

function isRightToLeft(surface: Surface, offset: number): boolean {
  const element = surface.blocks[blockAt(surface.blocks, offset)]?.element
  return element !== undefined && getComputedStyle(element).direction === 'rtl'
}
