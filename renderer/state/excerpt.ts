// Words with some of what stands around them, so that places with the same words can be told apart.
import type { Span } from '../../domain/span.ts'
import { type Paragraph, paragraphAt } from '../../domain/text/paragraphs.ts'

export type Excerpt = { readonly before: string; readonly words: string; readonly after: string }

/** How much is shown on either side, in UTF-16 units. */
const around = 28

/** The words at a span with up to a few whole words of their paragraph on either side; an ellipsis stands for what was left out. */
export function excerptAround(text: string, { start, end }: Span, paragraphs: readonly Paragraph[]): Excerpt {
  const from = paragraphAt(paragraphs, start)?.start ?? 0
  const to = Math.max(end, paragraphAt(paragraphs, Math.max(start, end - 1))?.end ?? text.length)
  const before = text.slice(from, start)
  const after = text.slice(end, to)
  return { before: lastWords(before), words: text.slice(start, end), after: firstWords(after) }
}

function lastWords(text: string): string {
  if (text.length <= around) return text
  const cut = text.slice(-around)
  const space = cut.search(/\s/)
  return `… ${(space < 0 ? cut.replace(/^[\uDC00-\uDFFF\p{M}]+/u, '') : cut.slice(space)).trimStart()}`
}

function firstWords(text: string): string {
  if (text.length <= around) return text
  const cut = text.slice(0, around)
  const space = cut.search(/\s\S*$/)
  return `${(space < 0 ? cut.replace(/[\uD800-\uDBFF]$/u, '') : cut.slice(0, space)).trimEnd()} …`
}
