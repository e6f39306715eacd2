// Paragraphs of a normalised text, numbered as the trade cites them: headline and date lines have no number.
import type { StoredReading } from '../reading/reading.ts'

export type Paragraph = {
  /** UTF-16 offsets of the paragraph's words, without the line ends around them. */
  readonly start: number
  readonly end: number
  /** 1, 2, 3 … in the body; null for the headline and lines of their own that only say place, date or source. */
  readonly number: number | null
  readonly role: 'title' | 'dateline' | 'body'
}
