// What becomes of notes when their text is reissued. One comparison of the two texts serves all notes.
// docs/decisions/0011-carry-over.md
import type { NoteScope, NoteState, Selectors } from '../notes/note.ts'
import { isSpanWithin, type Span, wordsAt } from '../span.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import { type Comparison, compareTexts } from './comparison.ts'
import { landParagraph } from './land-paragraph.ts'
import { landSpace } from './land-space.ts'
import { landWords } from './landing.ts'
import { locateQuote } from './locate.ts'
import { resolverOf } from './resolve.ts'
import { wordsWithin } from './words.ts'

/** A version of a text and its paragraphs. */
export type ParagraphedText = { readonly text: string; readonly paragraphs: readonly Paragraph[] }

/** Where a note's words are in the other text (CLI.md, states of a note). */
export type Landing = {
  readonly state: NoteState
  /** UTF-16 offsets in the other text; the best candidate's when ambiguous; null when gone. */
  readonly span: Span | null
  /** How like the words there are, 0 to 1. */
  readonly score: number
  /** All places that may be meant when ambiguous, best first; else none. */
  readonly candidates: readonly Span[]
}

/** Gives the landing of one note's words. */
export type CarryOver = (selectors: Selectors, scope: NoteScope) => Landing

/**
 * Compares two versions once. Out: the landing of any words that selectors describe in the first. Selectors that do not fit the first
 * text are looked for in the second by their quote alone.
 */
export function carryOver(before: ParagraphedText, after: ParagraphedText): CarryOver {
  const comparison = compareTexts(before, after)
  const resolve = resolverOf(after.text, after.paragraphs)
  return (selectors, scope) => {
    const span = describedSpan(before.text, selectors)
    if (span === null) return withoutReason(resolve(selectors))
    return land(comparison, span, scope)
  }
}

function land(comparison: Comparison, span: Span, scope: NoteScope): Landing {
  const run = wordsWithin(comparison.map.before.words, span)
  if (run.from === run.to) return landSpace(comparison, run.from, span)
  return scope === 'paragraph' ? landParagraph(comparison, run, span) : landWords(comparison, run, span)
}

/** The place in the first text: the position when the quote stands there, else wherever the quote clearly does. */
function describedSpan(text: string, { position, quote }: Selectors): Span | null {
  const { start, end } = position
  if (isSpanWithin(position, text.length) && wordsAt(text, position) === quote.exact) return { start, end }
  const located = locateQuote(text, { quote: quote.exact, prefix: quote.prefix, suffix: quote.suffix })
  return located.ok ? located.value : null
}

function withoutReason({ state, span, score, candidates }: Landing): Landing {
  return { state, span, score, candidates }
}
