// Tells a pointer that was moved from one that things were scrolled under: only who moves it points at something.
import { type PointerEvent, useMemo, useRef } from 'react'

export type RealMoves = {
  /** Give this to what holds everything that can be pointed at. */
  readonly onPointerMoveCapture: (event: PointerEvent) => void
  /** True while a movement that is being handled is the pointer's own. */
  readonly isReal: () => boolean
}

/** Follows the pointer's place on the screen. */
export function useRealMoves(): RealMoves {
  const last = useRef({ x: Number.NaN, y: Number.NaN, real: false })
  return useMemo(
    () => ({
      onPointerMoveCapture: ({ screenX, screenY }) => {
        const { x, y } = last.current
        last.current = { x: screenX, y: screenY, real: x !== screenX || y !== screenY }
      },
      isReal: () => last.current.real,
    }),
    [],
  )
}
