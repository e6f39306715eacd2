// Selecting words by keyboard in a text that can't be edited: the page's own selection is the caret, arrows move it, and each move is
// told to who speaks it.
import type { KeyboardEvent } from 'react'
import type { Span } from '../../domain/span.ts'
import { type CaretMove, caretMoveOf, movedCaret, reachedBy } from '../keyboard/caret.ts'
import { currentEnds, type Ends, scrollers, setEnds } from '../keyboard/page-caret.ts'
import { blockAt } from '../painting/offsets.ts'
import type { Surface } from '../painting/surface.ts'
import type { Moved } from '../words/spoken-move.ts'
import { firstVisibleOffset } from './use-reading-place.ts'

/** A move as it is known here; what was said before is known to who speaks. `isFirst`: there was no caret in the text before. */
export type CaretMoved = Omit<Moved, 'before'> & { readonly isFirst: boolean }

/** The key handler for the focused text. `onMoved` hears of every move by key. */
export function useCaretKeys(
  surface: Surface | null,
  text: string,
  onMoved: (moved: CaretMoved) => void,
): (event: KeyboardEvent) => void {
  return (event) => {
    if (surface === null || event.metaKey) return
    if (event.key === 'Escape') return document.getSelection()?.removeAllRanges()
    if (event.ctrlKey && !event.altKey && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      return onMoved({ ...selectAll(surface), isFirst: true })
    }
    const known = currentEnds(surface)
    const ends = known ?? startEnds(surface)
    const tell = (moved: Omit<CaretMoved, 'isFirst'>) => onMoved({ ...moved, isFirst: known === null })
    const move = caretMoveOf(event, isRightToLeft(surface, ends.focus))
    const line = event.ctrlKey || event.altKey ? undefined : lineMoves[event.key]
    if (move === null && line === undefined) return
    event.preventDefault()
    if (move !== null) tell(moveByOffset(surface, text, ends, move))
    else if (line !== undefined) tell(moveByLine(surface, text, ends, event.shiftKey, line))
  }
}

const lineMoves: Readonly<Record<string, readonly [direction: string, granularity: string]>> = {
  ArrowDown: ['forward', 'line'],
  ArrowUp: ['backward', 'line'],
  Home: ['backward', 'lineboundary'],
  End: ['forward', 'lineboundary'],
}

function moveByOffset(surface: Surface, text: string, ends: Ends, move: CaretMove): Omit<CaretMoved, 'isFirst'> {
  const focus = movedCaret(text, surface.blocks, ends.focus, move)
  setEnds(surface, { anchor: move.extend ? ends.anchor : focus, focus })
  return {
    motion: move.motion,
    reached: reachedBy(text, surface.blocks, focus, move),
    from: ends.focus,
    to: focus,
    anchor: move.extend ? ends.anchor : null,
  }
}

/** Lines are a matter of drawing, so the page moves; what leaves the text is taken back. */
function moveByLine(
  surface: Surface,
  text: string,
  ends: Ends,
  extend: boolean,
  [direction, granularity]: readonly [string, string],
): Omit<CaretMoved, 'isFirst'> {
  setEnds(surface, ends)
  const focus = modified(surface, extend ? 'extend' : 'move', direction, granularity) ?? ends.focus
  const isByLine = granularity === 'line'
  const letter = { motion: 'character', step: 1, extend } as const
  const reached = isByLine ? lineAround(surface, focus) : reachedBy(text, surface.blocks, focus, letter)
  setEnds(surface, { anchor: extend ? ends.anchor : focus, focus })
  return {
    motion: isByLine ? 'line' : 'character',
    reached,
    from: ends.focus,
    to: focus,
    anchor: extend ? ends.anchor : null,
  }
}

/** How often the page may stop at what stands beside a paragraph before it comes to the next one's words. */
const mostStops = 4

/** Lets the page move its selection until the caret is in words of the text again; its offset there, or null when it has left them. */
function modified(surface: Surface, how: string, direction: string, granularity: string): number | null {
  const selection = document.getSelection()
  for (let stop = 0; stop < mostStops; stop += 1) {
    selection?.modify(how, direction, granularity)
    if (surface.blocks.some(({ node }) => node === selection?.focusNode)) return currentEnds(surface)?.focus ?? null
  }
  return null
}

/** The drawn line a UTF-16 offset stands on: where the page's caret would go by Home and by End. It moves the selection. */
function lineAround(surface: Surface, offset: number): Span {
  const edge = (direction: string) => {
    setEnds(surface, { anchor: offset, focus: offset })
    return modified(surface, 'move', direction, 'lineboundary') ?? offset
  }
  return { start: edge('backward'), end: edge('forward') }
}

function selectAll(surface: Surface): Omit<CaretMoved, 'isFirst'> {
  const ends = { anchor: surface.blocks[0]?.start ?? 0, focus: surface.blocks.at(-1)?.end ?? 0 }
  setEnds(surface, ends)
  const { anchor, focus } = ends
  return { motion: 'text', reached: { start: focus, end: focus }, from: anchor, to: focus, anchor }
}

function startEnds(surface: Surface): Ends {
  const scroller = surface.root.closest<HTMLElement>(scrollers)
  const inText = surface.blocks.find(({ element }) => element.tagName === 'P')?.start ?? 0
  const visible = scroller === null ? 0 : firstVisibleOffset(surface, scroller)
  const offset = Math.max(visible, inText)
  return { anchor: offset, focus: offset }
}

function isRightToLeft(surface: Surface, offset: number): boolean {
  const element = surface.blocks[blockAt(surface.blocks, offset)]?.element
  return element !== undefined && getComputedStyle(element).direction === 'rtl'
}
