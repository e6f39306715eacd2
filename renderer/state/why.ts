// Why a field says what it says when its words are not the item's own: carried over from another paragraph, or by other words.
import type { Evidence, OffsetPair } from '../../domain/reading/reading.ts'
import { type Paragraph, paragraphAt } from '../../domain/text/paragraphs.ts'

/** A text as places in it are told: its words and its numbered paragraphs, in order. */
export type NumberedText = {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  /** BCP 47. */
  readonly language: string
}

export type Why = {
  /** The words that carry it over ("the same day"), or null. */
  readonly via: string | null
  /** Number of the paragraph it was carried from; null when it is the item's own or has no number. */
  readonly paragraph: number | null
}

/** The number of the paragraph an offset (UTF-16) is in, or null where it has none. */
export function numberAt({ paragraphs }: NumberedText, offset: number): number | null {
  return paragraphAt(paragraphs, offset)?.number ?? null
}

/** Where a field was read from, if not beside its item; null when there is nothing to say. In: the evidence, the item's words. */
export function whyOf(text: NumberedText, evidence: Evidence | null, item: OffsetPair): Why | null {
  if (evidence === null) return null
  const { span, via } = evidence
  const from = numberAt(text, span[0])
  const paragraph = from === numberAt(text, item[0]) ? null : from
  if (via === null && paragraph === null) return null
  return { via: via === null ? null : text.text.slice(...via), paragraph }
}

/** The words behind a field: those that say it, then those that carry it over. */
export function spansOf(evidence: Evidence | null): readonly OffsetPair[] {
  if (evidence === null) return []
  return evidence.via === null ? [evidence.span] : [evidence.span, evidence.via]
}
