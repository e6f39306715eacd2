// The place beside selected words where what can be done with them is offered: above them, or below, never on them.
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Span } from '../../domain/span.ts'
import { lineBoxes, type Surface } from '../painting/surface.ts'
import { boxInPage, useTextSize } from './use-overlay.ts'

type SelectionPlaceProps = {
  readonly surface: Surface | null
  readonly scroller: RefObject<HTMLElement | null>
  readonly span: Span
  readonly children: ReactNode
}

/** CSS pixels between the bar and the words. */
const distance = 8

/** Its children beside the words of a span; `data-narrow` where they don't fit on one line. */
export function SelectionPlace({ surface, scroller, span, children }: SelectionPlaceProps) {
  const size = useTextSize(surface)
  const bar = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ left: 0, top: 0 })
  const [narrow, setNarrow] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size is another chance to be wide
  useLayoutEffect(() => setNarrow(false), [size])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `size` stands for where lines and bar are
  useLayoutEffect(() => {
    if (surface === null || bar.current === null || scroller.current === null) return
    if (bar.current.offsetWidth > scroller.current.clientWidth - 2 * distance) setNarrow(true)
    setPlace(barPlace(surface, lineBoxes(surface, span), bar.current, scroller.current))
  }, [surface, span, size, narrow])
  return (
    <div ref={bar} className="selection-place" data-narrow={narrow} style={place}>
      {children}
    </div>
  )
}

/** Above the first selected line where there is room in view, else below the last; within the page's width. */
function barPlace(surface: Surface, lines: readonly DOMRect[], bar: HTMLElement, scroller: HTMLElement) {
  const first = lines[0]
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return { left: 0, top: 0 }
  const view = scroller.getBoundingClientRect()
  const above = first.top - bar.offsetHeight - distance
  const box = boxInPage(surface, above >= view.top ? first : last)
  const top = above >= view.top ? box.top - bar.offsetHeight - distance : box.top + box.height + distance
  const most = view.width - bar.offsetWidth - 2 * distance
  return { left: Math.max(distance, Math.min(box.left, most)), top }
}
