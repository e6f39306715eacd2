// Where an annotation of another program belongs in a text: the quoted words decide. A position counts only where the quote proves it,
// in code points (W3C) or in UTF-16 units (Hypothesis), since files of both say neither. docs/decisions/0012-exchange-of-notes.md
import type { CarryOver, Landing, ParagraphedText } from '../anchoring/carry-over.ts'
import { mostCandidates } from '../anchoring/landing.ts'
import { locateQuote, quotedPlaces } from '../anchoring/locate.ts'
import { looseForm } from '../anchoring/loose.ts'
import { compare } from '../compare.ts'
import type { Selectors } from '../notes/note.ts'
import { isSpanWithin, type Span, splitsPair, wordsAt } from '../span.ts'
import type { IncomingPlace, Quotation } from './incoming.ts'
import { type PlacingText, placingTextOf } from './placing-text.ts'

/** Longer quotes, in UTF-16 units, are only looked for word for word. */
export const longestLoose = 4_000
/** With more places than this only the very words around the quote tell them apart. */
const mostCompared = 200
/** How many letters of the context next to the words are compared, in UTF-16 units. */
const touching = 12

/** How words that were quoted from a text that is not here are looked for in one that is: by their quote alone. */
export function fromElsewhere(newest: ParagraphedText): CarryOver {
  const on = placingTextOf(newest)
  return ({ quote }, scope) =>
    placeIncoming({ scope, quote: quote.exact === '' ? null : quote, position: null, paragraph: null }, on)
}

/**
 * The landing of an annotation (states as in CLI.md; `same` also when the file gave no position). Never same or moved unless the
 * quoted words stand there; several places that fit are ambiguous; a position without a quote proves nothing, so it is only proposed.
 */
export function placeIncoming(place: IncomingPlace, on: PlacingText): Landing {
  if (place.scope === 'briefing') return { state: 'same', span: null, score: 1, candidates: [] }
  const named = spansNamed(place, on)
  if (place.quote === null) return proposed(named, 0)
  const quote = { ...place.quote, exact: canonical(place.quote.exact) }
  return proven(quote, named, on) ?? located(quote, named, on) ?? sought(place, named, on)
}

/**
 * Selectors of the words as quoted from a text that is not here. The position is a place to begin looking, in UTF-16 units of this
 * text: what the file says where that is possible, else the beginning.
 */
export function selectorsAsGiven(place: IncomingPlace, on: Pick<PlacingText, 'text' | 'points'>): Selectors {
  const { start, end } = spansNamed(place, on)[0] ?? { start: 0, end: 0 }
  return {
    position: { type: 'TextPositionSelector', start, end },
    quote: { type: 'TextQuoteSelector', ...(place.quote ?? { exact: '', prefix: '', suffix: '' }) },
    paragraph: { type: 'ParagraphSelector', number: place.paragraph },
  }
}

/** The spans that a position can mean here: in code points first, then in UTF-16 units where that is another. */
function spansNamed({ position }: IncomingPlace, { text, points }: Pick<PlacingText, 'text' | 'points'>) {
  if (position === null) return []
  const [start, end] = [points.unitOf(position.start), points.unitOf(position.end)]
  const inPoints = start === null || end === null ? [] : [{ start, end }]
  const isOther = inPoints.every((span) => span.start !== position.start || span.end !== position.end)
  return [...inPoints, ...(isOther ? [position] : [])].filter((span) => canHoldNote(text, span))
}

function canHoldNote(text: string, span: Span): boolean {
  return isSpanWithin(span, text.length) && !splitsPair(text, span.start) && !splitsPair(text, span.end)
}

/** As texts are normalised. */
function canonical(words: string): string {
  return words.replace(/\r\n?/gu, '\n').normalize('NFC')
}

/** The place that the position names, where the quote stands exactly there. */
function proven(quote: Quotation, named: readonly Span[], { text }: PlacingText): Landing | null {
  const fitting = named
    .filter((span) => wordsAt(text, span) === quote.exact && isBelievable(text, span, quote))
    .map((span) => ({ span, sides: sidesAgreeing(text, span, quote) }))
    .toSorted((a, b) => compare(b.sides, a.sides))
  const [best, second] = fitting
  if (best === undefined) return null
  if (second !== undefined && second.sides === best.sides) return proposed([best.span, second.span], 1)
  return { state: 'same', span: best.span, score: 1, candidates: [] }
}

/** The place of the quoted words wherever they stand, where it is one or the context makes it one. */
function located(quote: Quotation, named: readonly Span[], { text }: PlacingText): Landing | null {
  const { exact, prefix, suffix } = quote
  const places = firstPlaces(text, exact)
  if (exact.length > longestLoose || places.length > mostCompared) return locatedExactly(quote, places, named, text)
  const found = locateQuote(text, { quote: exact, prefix, suffix })
  if (found.ok) {
    const isPlain = isBelievable(text, found.value, quote) || endsAtWords(text, found.value)
    return isPlain ? at(found.value, named) : proposed([found.value], 1)
  }
  if (found.failure.code !== 'quote-ambiguous') return null
  return proposed(ranked(quotedPlaces(text, { quote: exact, prefix, suffix }), quote, named, text), 1)
}

/** Long quotes, and quotes that stand in very many places, word for word. */
function locatedExactly(quote: Quotation, places: readonly Span[], named: readonly Span[], text: string): Landing {
  const { exact, prefix, suffix } = quote
  const [only] = places
  if (only !== undefined && places.length === 1) return at(only, named)
  const [inContext, another] = firstPlaces(text, canonical(prefix + exact + suffix))
  if (inContext === undefined || another !== undefined) return proposed(ranked(places, quote, named, text), 1)
  const start = inContext.start + canonical(prefix).length
  return at({ start, end: start + exact.length }, named)
}

/** Where the very words stand: the first places, one more than are compared. */
function firstPlaces(text: string, words: string): readonly Span[] {
  const places: Span[] = []
  let start = words.length > text.length ? -1 : text.indexOf(words)
  while (start !== -1 && places.length <= mostCompared) {
    places.push({ start, end: start + words.length })
    start = text.indexOf(words, start + 1)
  }
  return places
}

function sought(place: IncomingPlace, named: readonly Span[], on: PlacingText): Landing {
  const { quote, paragraph } = selectorsAsGiven(place, on)
  const landing = on.resolve({ position: null, quote, paragraph })
  const isSettled = landing.state === 'same' || landing.state === 'moved'
  return isSettled && landing.span !== null ? { ...at(landing.span, named), score: landing.score } : landing
}

function at(span: Span, named: readonly Span[]): Landing {
  const isAsNamed = named.length === 0 || named.some(({ start }) => start === span.start)
  return { state: isAsNamed ? 'same' : 'moved', span, score: 1, candidates: [] }
}

function proposed(candidates: readonly Span[], score: number): Landing {
  const [best] = candidates
  if (best === undefined) return { state: 'gone', span: null, score: 0, candidates: [] }
  return { state: 'ambiguous', span: best, score, candidates: candidates.slice(0, mostCandidates) }
}

/** Best first: by how much of the context stands beside them, then by how near they are to where the file says. */
function ranked(places: readonly Span[], quote: Quotation, named: readonly Span[], text: string): readonly Span[] {
  const near = named[0]?.start ?? 0
  return places
    .map((span) => ({ span, sides: sidesAgreeing(text, span, quote), far: Math.abs(span.start - near) }))
    .toSorted((a, b) => compare(b.sides, a.sides) || compare(a.far, b.far))
    .map(({ span }) => span)
}

/** False where the file gives a context and neither side of it is here: the same letters can stand anywhere. */
function isBelievable(text: string, span: Span, quote: Quotation): boolean {
  return (quote.prefix.trim() === '' && quote.suffix.trim() === '') || sidesAgreeing(text, span, quote) > 0
}

function sidesAgreeing(text: string, { start, end }: Span, { prefix, suffix }: Quotation): number {
  const before = looseForm(canonical(prefix)).trimEnd().slice(-touching)
  const after = looseForm(canonical(suffix)).trimStart().slice(0, touching)
  const there = looseForm(text.slice(Math.max(0, start - touching * 2), start)).trimEnd()
  const following = looseForm(text.slice(end, end + touching * 2)).trimStart()
  return (before !== '' && there.endsWith(before) ? 1 : 0) + (after !== '' && following.startsWith(after) ? 1 : 0)
}

/** True when the span cuts through no word. */
function endsAtWords(text: string, { start, end }: Span): boolean {
  return [start, end].every((offset) => !/^[\p{L}\p{N}]{2}$/u.test(text.slice(offset - 1, offset + 1)))
}
