// The place beside selected words where what can be done with them is offered: above them, or below, never on them. Where the words
// fill all that is in view, or have been scrolled away, it is a strip under the text, which makes room for it.
import { type CSSProperties, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Span } from '../../domain/span.ts'
import { type Box, barGap, barPlace, type Size } from '../painting/bar-place.ts'
import { type Surface, wordBox } from '../painting/surface.ts'
import { boxInPage, useTextSize } from './use-overlay.ts'

type SelectionPlaceProps = {
  readonly surface: Surface | null
  readonly scroller: RefObject<HTMLElement | null>
  readonly span: Span
  readonly children: ReactNode
}

type Place = { readonly left: number; readonly top: number } | null

/** Its children beside the words of a span; `data-narrow` where they don't fit on one line, `data-docked` under the text. */
export function SelectionPlace({ surface, scroller, span, children }: SelectionPlaceProps) {
  const size = useTextSize(surface)
  const scrolled = useScrolled(scroller)
  const bar = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Place>({ left: 0, top: 0 })
  const [narrow, setNarrow] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size is another chance to be wide
  useLayoutEffect(() => setNarrow(false), [size])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `size` and `scrolled` stand for where lines and bar are
  useLayoutEffect(() => {
    const content = bar.current?.firstElementChild
    if (surface === null || !(content instanceof HTMLElement) || scroller.current === null) return
    const { offsetWidth, offsetHeight } = content
    if (offsetWidth > scroller.current.clientWidth - 2 * barGap) setNarrow(true)
    const next = placeBeside(surface, span, scroller.current, { width: offsetWidth, height: offsetHeight })
    setPlace((known) => (known?.left === next?.left && known?.top === next?.top ? known : next))
  }, [surface, span, size, scrolled, narrow])
  useRoomBelow(scroller, bar, place === null)
  return (
    <div
      ref={bar}
      className="selection-place"
      data-narrow={narrow}
      data-docked={place === null}
      style={place === null ? dockIn(scroller.current) : place}
    >
      {children}
    </div>
  )
}

/** In the coordinates of the page around the text, so that the bar moves with the words; null for the strip under the text. */
function placeBeside(surface: Surface, span: Span, scroller: HTMLElement, bar: Size): Place {
  const first = wordBox(surface, span, 'first')
  const last = wordBox(surface, span, 'last')
  if (first === null || last === null) return null
  const place = barPlace(first, last, viewOf(scroller), bar, isRightToLeft(surface, span))
  if (place === null) return null
  const { left, top } = boxInPage(surface, new DOMRect(place.left, place.top))
  return { left, top }
}

/** Where the text is seen while no strip takes a part of it. */
function viewOf(scroller: HTMLElement): Box {
  const { left, right, top, bottom } = scroller.getBoundingClientRect()
  return { left, right, top, bottom: bottom + (Number.parseFloat(scroller.style.marginBlockEnd) || 0) }
}

function isRightToLeft({ blocks }: Surface, { start }: Span): boolean {
  const element = blocks.find(({ end }) => end > start)?.element
  return element !== undefined && getComputedStyle(element).direction === 'rtl'
}

/** The strip's place in the window: the lower edge of where the text is seen. */
function dockIn(scroller: HTMLElement | null): CSSProperties {
  if (scroller === null) return {}
  const { left, right, bottom } = viewOf(scroller)
  return { left, width: right - left, bottom: window.innerHeight - bottom }
}

/** Makes the scroller shorter by the bar's height while the bar stands under it. */
function useRoomBelow(
  scroller: RefObject<HTMLElement | null>,
  bar: RefObject<HTMLElement | null>,
  docked: boolean,
): void {
  useLayoutEffect(() => {
    const element = scroller.current
    if (!docked || element === null || bar.current === null) return
    element.style.marginBlockEnd = `${bar.current.offsetHeight}px`
    return () => {
      element.style.marginBlockEnd = ''
    }
  }, [docked, scroller, bar])
}

/** Another number after every frame in which the text was scrolled or the window resized. */
function useScrolled(scroller: RefObject<HTMLElement | null>): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const element = scroller.current
    let frame = 0
    const onMoved = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setCount((known) => known + 1))
    }
    element?.addEventListener('scroll', onMoved, { passive: true })
    window.addEventListener('resize', onMoved)
    return () => {
      cancelAnimationFrame(frame)
      element?.removeEventListener('scroll', onMoved)
      window.removeEventListener('resize', onMoved)
    }
  }, [scroller])
  return count
}
