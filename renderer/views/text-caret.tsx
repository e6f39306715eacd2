// The visible caret while words are selected by keyboard: the page draws none in a text that can't be edited.
import { useEffect, useState } from 'react'
import type { Surface } from '../painting/surface.ts'
import { boxInPage, type OverlayBox } from './use-overlay.ts'

/** The caret of a focused text; nothing while the text has no focus or no selection. */
export function TextCaret({ surface }: { readonly surface: Surface | null }) {
  const [box, setBox] = useState<OverlayBox | null>(null)
  useEffect(() => {
    if (surface === null) return
    const follow = () => setBox(caretBox(surface))
    const events = ['selectionchange', 'focusin', 'focusout'] as const
    for (const name of events) document.addEventListener(name, follow)
    return () => {
      for (const name of events) document.removeEventListener(name, follow)
    }
  }, [surface])
  if (box === null) return null
  return <div className="text-caret" aria-hidden="true" style={{ left: box.left, top: box.top, height: box.height }} />
}

/** The caret's box, or null when the text has no focus or no selection. */
function caretBox(surface: Surface): OverlayBox | null {
  const selection = document.getSelection()
  const node = selection?.focusNode ?? null
  if (selection === null || node === null || !surface.root.contains(node)) return null
  if (!isInText(surface, document.activeElement)) return null
  const range = document.createRange()
  range.setStart(node, selection.focusOffset)
  const line = range.getClientRects()[0]
  return line === undefined ? null : boxInPage(surface, line)
}

/** True for what has the focus within the text's own words, not in the summary above them. */
function isInText(surface: Surface, element: Element | null): boolean {
  return surface.root.contains(element) && element?.closest('.summary') === null
}
