// Paints what was read in a text, and the words of a summary's line, with the CSS Custom Highlight API: the page's elements are never
// rewritten. Notes have a painter of their own (note-painter.ts).
import { type MarkKind, markKinds } from '../state/panel.ts'
import { rangesOf, type Surface } from './surface.ts'

/** Underlines what was read in a text, each kind in its own way. In: UTF-16 spans by kind. */
export function paintMarks(
  surface: Surface,
  marks: Readonly<Record<MarkKind, readonly (readonly [start: number, end: number])[]>>,
): () => void {
  for (const kind of markKinds) {
    set(
      `read-${kind}`,
      marks[kind].flatMap(([start, end]) => rangesOf(surface, { start, end })),
    )
  }
  return () => {
    for (const kind of markKinds) CSS.highlights.delete(`read-${kind}`)
  }
}

/** Lights the words of a summary's line; none for an empty list. In: UTF-16 spans. */
export function paintLit(surface: Surface, spans: readonly (readonly [start: number, end: number])[]): () => void {
  set(
    'summary-words',
    spans.flatMap(([start, end]) => rangesOf(surface, { start, end })),
    2,
  )
  return () => {
    CSS.highlights.delete('summary-words')
  }
}

function set(name: string, ranges: readonly AbstractRange[], priority = 0): void {
  const highlight = new Highlight(...ranges)
  highlight.priority = priority
  CSS.highlights.set(name, highlight)
}
