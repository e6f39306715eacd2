// Half-open ranges [start, end) of UTF-16 code units into a normalised text: the one unit every layer counts in.

export type Span = { readonly start: number; readonly end: number }

/** True when the span lies within a text of `length` UTF-16 units, is not empty, and is made of whole numbers. */
export function isSpanWithin(span: Span, length: number): boolean {
  const { start, end } = span
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length
}

/** True when the UTF-16 offset lies between the two halves of one character (a surrogate pair). */
export function splitsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

/** The words a span covers. */
export function wordsAt(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}
