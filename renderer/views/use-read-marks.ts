// Marks in the text under review what was read in it, so that eye and field can be compared.
import { type RefObject, useEffect } from 'react'
import type { Reading } from '../../domain/reading/reading.ts'
import { paintRead } from '../painting/highlights.ts'
import { surfaceOf } from '../painting/surface.ts'

/** Underlines headline and dateline while the review is shown. */
export function useReadMarks(root: RefObject<HTMLElement | null>, reading: Reading): void {
  useEffect(() => {
    if (root.current === null) return
    return paintRead(surfaceOf(root.current), readSpans(reading))
  }, [root, reading])
}

function readSpans({ text, title, dateline }: Reading): readonly (readonly [number, number])[] {
  const at = title === null ? -1 : text.indexOf(title)
  const headline = title === null || at < 0 ? [] : [[at, at + title.length] as const]
  return [...headline, ...(dateline.span === null ? [] : [dateline.span])]
}
