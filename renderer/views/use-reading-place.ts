// Scrolls to the remembered offset when a text is opened, and remembers the first visible offset while it is read.
import { type RefObject, useEffect, useLayoutEffect } from 'react'
import { scrolledTo } from '../actions/place.ts'
import { blockAt } from '../painting/offsets.ts'
import { lineBoxes, offsetAtPoint, type Surface } from '../painting/surface.ts'
import { useApp } from './context.ts'

/** CSS pixels between the scroller's edge and the line that counts as the first. */
const margin = 12

/** Joins an open text's place to its scroller. `surface` is null until the text is drawn. */
export function useReadingPlace(surface: Surface | null, scroller: RefObject<HTMLElement | null>): void {
  const app = useApp()
  useLayoutEffect(() => {
    if (surface !== null && scroller.current !== null) {
      scrollToOffset(surface, scroller.current, app.store.get().reading.offset)
    }
  }, [app, surface, scroller])
  useEffect(() => {
    const element = scroller.current
    if (element === null || surface === null) return
    let frame = 0
    const onScroll = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => scrolledTo(app, firstVisibleOffset(surface, element)))
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      element.removeEventListener('scroll', onScroll)
    }
  }, [app, surface, scroller])
}

/** The UTF-16 offset of the first line in view; 0 at the top and as long as the summary above the text is in view. */
export function firstVisibleOffset(surface: Surface, scroller: HTMLElement): number {
  const box = scroller.getBoundingClientRect()
  const top = surface.root.querySelector('.text')?.getBoundingClientRect().top ?? box.top
  if (scroller.scrollTop < margin || top > box.top + margin) return 0
  const left = surface.blocks[0]?.element.getBoundingClientRect().left ?? box.left
  return offsetAtPoint(surface, left + 2, box.top + margin) ?? 0
}

function scrollToOffset(surface: Surface, scroller: HTMLElement, offset: number): void {
  const block = surface.blocks[blockAt(surface.blocks, offset)]
  if (offset === 0 || block === undefined) return
  block.element.scrollIntoView({ block: 'start' })
  const line = lineBoxes(surface, { start: Math.min(offset, block.end - 1), end: block.end })[0]
  if (line !== undefined) scroller.scrollTop += line.top - scroller.getBoundingClientRect().top - margin / 2
}
