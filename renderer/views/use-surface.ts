// The drawn text as a surface, found anew whenever other paragraphs are drawn.
import { type RefObject, useLayoutEffect, useState } from 'react'
import { type Surface, surfaceOf } from '../painting/surface.ts'

/** Null until the text has been drawn. `drawn` is whatever decides what is drawn. */
export function useSurface(root: RefObject<HTMLElement | null>, drawn: unknown): Surface | null {
  const [surface, setSurface] = useState<Surface | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `drawn` stands for what is under the root
  useLayoutEffect(() => {
    if (root.current !== null) setSurface(surfaceOf(root.current))
  }, [root, drawn])
  return surface
}
