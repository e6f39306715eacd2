// Things drawn over the text follow it when the pane changes its size or fonts arrive.
import { useEffect, useReducer } from 'react'
import type { Surface } from '../painting/surface.ts'

export type OverlayBox = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Draws anew whenever the text's box changes its size. */
export function useTextSize(surface: Surface | null): number {
  const [size, changed] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    if (surface === null) return
    const observer = new ResizeObserver(changed)
    observer.observe(surface.root)
    return () => observer.disconnect()
  }, [surface])
  return size
}

/** A box of the window in the coordinates of the page around the text (CSS pixels). */
export function boxInPage(surface: Surface, box: DOMRect): OverlayBox {
  const page = (surface.root.closest('.page, .review-page, .version-page') ?? surface.root).getBoundingClientRect()
  return { left: box.left - page.left, top: box.top - page.top, width: box.width, height: box.height }
}
