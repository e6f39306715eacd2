// The first words of a text: how one without a headline is listed, marked in the window as ours.
import type { StoredReading } from '../reading/reading.ts'
import { onOneLine } from './lines.ts'

/** Longest opening, in UTF-16 units. */
export const longestOpening = 120

/**
 * The first words of the first paragraph after headline and dateline, one line, at most `longestOpening` UTF-16 units, cut at a word
 * with an ellipsis. In: normalised text and its reading. Out: never empty for a text with words.
 */
export function openingWords(text: string, reading: Pick<StoredReading, 'title' | 'dateline'>): string {
  return shortened(firstParagraph(afterHead(text, reading)) || firstParagraph(text))
}

/** Words on one line, at most `longestOpening` UTF-16 units, cut at a word with an ellipsis. */
export function shortened(words: string): string {
  const whole = onOneLine(words)
  if (whole.length <= longestOpening) return whole
  const cut = whole.lastIndexOf(' ', longestOpening - 1)
  return `${whole.slice(0, cut > 0 ? cut : longestOpening - 1).replace(/\p{Cs}$/u, '')}…`
}

function firstParagraph(text: string): string {
  const [first = ''] = text.trim().split(/\n\s*\n/u, 1)
  return onOneLine(first)
}

function afterHead(text: string, reading: Pick<StoredReading, 'title' | 'dateline'>): string {
  const { title, dateline } = reading
  const titleEnd = title === null ? 0 : Math.max(0, text.indexOf(title)) + title.length
  const start = Math.max(titleEnd, dateline.span?.[1] ?? 0)
  return text.slice(start, start + 4 * longestOpening).replace(/^[\s—–\-:.]+/u, '')
}
