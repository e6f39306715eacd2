// What a note remembers of its words: where they stood, the words themselves with their surroundings, and the paragraph. These are
// the selectors of the W3C Web Annotation model, which let the words be found again when the text changes.
import type { Selectors } from '../notes/note.ts'
import { isSpanWithin, type Span, splitsPair, wordsAt } from '../span.ts'
import { type Paragraph, paragraphAt } from '../text/paragraphs.ts'

/** Most context kept on either side, in UTF-16 units. */
export const contextLength = 64

/**
 * Selectors for a span of UTF-16 offsets within the normalised text. Context is up to `contextLength` units on either side and
 * never begins or ends within a surrogate pair. Throws when the span is not within the text: callers check what people pass.
 */
export function describe(text: string, span: Span, paragraphs: readonly Paragraph[]): Selectors {
  if (!isSpanWithin(span, text.length)) throw new Error(`span ${span.start}–${span.end} is not within the text`)
  return {
    position: { type: 'TextPositionSelector', start: span.start, end: span.end },
    quote: {
      type: 'TextQuoteSelector',
      exact: wordsAt(text, span),
      prefix: text.slice(wholeCharacterFrom(text, span.start - contextLength), span.start),
      suffix: text.slice(span.end, wholeCharacterTo(text, span.end + contextLength)),
    },
    paragraph: { type: 'ParagraphSelector', number: paragraphAt(paragraphs, span.start)?.number ?? null },
  }
}

/** The first offset at or after `offset` that does not split a surrogate pair. */
function wholeCharacterFrom(text: string, offset: number): number {
  const start = Math.max(0, offset)
  return splitsPair(text, start) ? start + 1 : start
}

/** The last offset at or before `offset` that does not split a surrogate pair. */
function wholeCharacterTo(text: string, offset: number): number {
  const end = Math.min(text.length, offset)
  return splitsPair(text, end) ? end - 1 : end
}
