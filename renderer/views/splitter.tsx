// The line between two panes: dragged with the pointer or moved with the arrow keys, Home and End.
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { movedWidth } from '../state/widths.ts'

type SplitterProps = {
  readonly label: string
  /** Of the pane it belongs to; all widths in CSS pixels. */
  readonly width: number
  readonly limits: { readonly least: number; readonly most: number }
  /** Whether the pane grows when the splitter goes with or against the reading direction. */
  readonly grows: 'forward' | 'backward'
  readonly onDrag: (width: number) => void
  readonly onDone: (width: number) => void
}

/** The movable edge of a pane, by pointer or arrow keys; it calls `onDrag` on the way and `onDone` at the end. */
export function Splitter({ label, width, limits, grows, onDrag, onDone }: SplitterProps) {
  const drag = useRef<{ readonly from: number; readonly width: number; last: number } | null>(null)
  const sign = () => (grows === 'forward' ? 1 : -1) * (document.documentElement.dir === 'rtl' ? -1 : 1)
  const clamp = (value: number) => Math.round(Math.min(Math.max(value, limits.least), limits.most))
  const start = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { from: event.clientX, width, last: width }
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    if (drag.current === null) return
    drag.current.last = clamp(drag.current.width + sign() * (event.clientX - drag.current.from))
    onDrag(drag.current.last)
  }
  const end = () => {
    if (drag.current !== null) onDone(drag.current.last)
    drag.current = null
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const moved = movedWidth(width, event.key, sign() === 1, limits)
    if (moved === null) return
    event.preventDefault()
    onDone(moved)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves is a widget; <hr> can't be one
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={limits.least}
      aria-valuemax={limits.most}
      tabIndex={0}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={press}
    />
  )
}
