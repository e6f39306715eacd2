// Half-open ranges [start, end) of UTF-16 code units into a normalised text: the one unit every layer counts in.

export type Span = { readonly start: number; readonly end: number }

/** True when the span lies within a text of `length` UTF-16 units, is not empty, and is made of whole numbers. */
export function isSpanWithin(span: Span, length: number): boolean {
  const { start, end } = span
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length
}

/** The words a span covers. */
export function wordsAt(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}
