// Scrolling a text with a scroller of its own to some words of it.
import type { Span } from '../../domain/span.ts'
import { lineBoxes, type Surface } from './surface.ts'

/** What scrolls a text that stands beside something else: in a review, a report and an earlier version. */
const scrollers = '.review-text, .version-side, .past .page-scroller'

/** Brings words (UTF-16 offsets) into view, without moving the text when they are there already. */
export function bringIntoView(surface: Surface, { start, end }: Span): void {
  const scroller = surface.root.closest(scrollers)
  const view = scroller?.getBoundingClientRect()
  const isVisible = (line: DOMRect | undefined) =>
    line !== undefined && view !== undefined && line.top >= view.top && line.bottom <= view.bottom
  if (isVisible(lineBoxes(surface, { start, end })[0])) return
  surface.blocks.find((block) => block.end > start)?.element.scrollIntoView({ block: 'center' })
  const line = lineBoxes(surface, { start, end })[0]
  // A paragraph higher than the window: its middle need not be where the words are.
  if (scroller !== null && line !== undefined && view !== undefined && !isVisible(line)) {
    scroller.scrollTop += line.top - view.top - view.height / 3
  }
}
