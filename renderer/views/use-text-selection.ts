// From the page's selection to the state's: exact offsets, whole graphemes, and nothing while the mouse still drags.
import { useEffect, useRef } from 'react'
import type { Span } from '../../domain/span.ts'
import { tidySpan } from '../painting/offsets.ts'
import { type Surface, selectedSpan } from '../painting/surface.ts'

/** Follows the selection (`select` must stay the same function); give `onPointerDown` to the element around the text. */
export function useTextSelection(
  surface: Surface | null,
  text: string,
  select: (span: Span | null) => void,
): { readonly onPointerDown: () => void } {
  const dragging = useRef(false)
  useEffect(() => {
    if (surface === null) return
    const follow = () => {
      if (dragging.current) return
      const span = selectedSpan(surface, document.getSelection())
      select(span === null ? null : tidySpan(text, span))
    }
    const release = () => {
      dragging.current = false
      follow()
    }
    document.addEventListener('selectionchange', follow)
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', release)
    return () => {
      document.removeEventListener('selectionchange', follow)
      window.removeEventListener('pointerup', release)
      window.removeEventListener('pointercancel', release)
    }
  }, [surface, text, select])
  return {
    onPointerDown: () => {
      dragging.current = true
    },
  }
}
