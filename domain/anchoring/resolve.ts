// Where words are in a text when only their selectors are known, as in an annotation that comes from elsewhere.
import { isSpanWithin, type Span, wordsAt } from '../span.ts'
import { type Paragraph, paragraphAt } from '../text/paragraphs.ts'
import type { Landing } from './carry-over.ts'
import { compareTexts } from './comparison.ts'
import { gone, landWords, mostCandidates } from './landing.ts'
import { likelyRegionOf } from './likely-region.ts'
import { locateQuote, quotedPlaces } from './locate.ts'
import { looseForm } from './loose.ts'
import { isSameWords, wordsWithin } from './words.ts'

/** What is known of the words. Offsets are UTF-16 units of the text; whatever is not known is null. */
export type Described = {
  readonly position: Span | null
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string } | null
  readonly paragraph: { readonly number: number | null } | null
}

/** Why the words were put there, or nowhere. */
export const reasons = [
  /** The quote stands at the position. */
  'position',
  /** The quote stands in one place only. */
  'only-place',
  /** The words before and after the quote tell which of several places. */
  'context',
  /** The quote stands in several places, and nothing tells which. */
  'several-places',
  /** Words like the quote stand in surroundings like its own. */
  'alike',
  /** There is no quote to prove anything with. */
  'no-quote',
  /** Neither the quote nor anything like it stands there. */
  'not-found',
] as const
export type Reason = (typeof reasons)[number]

export type Resolved = Landing & { readonly why: Reason }

/** Resolves any number of selectors in one text, which is prepared once. */
export function resolverOf(text: string, paragraphs: readonly Paragraph[]): (selectors: Described) => Resolved {
  const likelyRegion = likelyRegionOf(text)
  return (selectors) => resolveIn({ text, paragraphs, likelyRegion }, selectors)
}

/** Resolves one; see `resolverOf`. */
export function resolve(text: string, paragraphs: readonly Paragraph[], selectors: Described): Resolved {
  return resolverOf(text, paragraphs)(selectors)
}

type Prepared = {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly likelyRegion: (quoted: string) => Span | null
}

/**
 * Looks for words by their selectors in a normalised text: the position if the quote proves it, then the quote with its context, then
 * what is like it. `moved` when they stand in another paragraph than the selectors name, or, without one, at another position.
 */
function resolveIn(prepared: Prepared, selectors: Described): Resolved {
  const { text, paragraphs } = prepared
  const { position, quote } = selectors
  if (quote === null || quote.exact.trim() === '') return { ...gone, why: 'no-quote' }
  if (position !== null && isAt(text, position, quote)) return found(paragraphs, selectors, position, 'position')
  const quotation = { quote: quote.exact, prefix: quote.prefix, suffix: quote.suffix }
  const located = locateQuote(text, quotation)
  const places = quotedPlaces(text, quotation)
  if (located.ok) return found(paragraphs, selectors, located.value, places.length === 1 ? 'only-place' : 'context')
  const [best] = places
  if (best === undefined) return alike(prepared, quote)
  const candidates = places.slice(0, mostCandidates)
  return { state: 'ambiguous', span: best, score: 1, candidates, why: 'several-places' }
}

type Quote = NonNullable<Described['quote']>

/** True when the quote stands at the position, with its context on one side at least. */
function isAt(text: string, position: Span, { exact, prefix, suffix }: Quote): boolean {
  if (!isSpanWithin(position, text.length) || !isSameWords(wordsAt(text, position), exact)) return false
  if (prefix === '' && suffix === '') return true
  const before = looseForm(text.slice(Math.max(0, position.start - prefix.length), position.start))
  const after = looseForm(text.slice(position.end, position.end + suffix.length))
  return (prefix !== '' && before === looseForm(prefix)) || (suffix !== '' && after === looseForm(suffix))
}

function found(paragraphs: readonly Paragraph[], selectors: Described, { start, end }: Span, why: Reason): Resolved {
  return {
    state: isElsewhere(paragraphs, selectors, start) ? 'moved' : 'same',
    span: { start, end },
    score: 1,
    candidates: [],
    why,
  }
}

function isElsewhere(paragraphs: readonly Paragraph[], { paragraph, position }: Described, start: number): boolean {
  if (paragraph !== null) return (paragraphAt(paragraphs, start)?.number ?? null) !== paragraph.number
  return position !== null && position.start !== start
}

/** Carries the quote over from a text of its own, its context and itself, to the stretch that has most of its words. */
function alike({ text, paragraphs, likelyRegion }: Prepared, { exact, prefix, suffix }: Quote): Resolved {
  const quoted = prefix + exact + suffix
  const region = likelyRegion(quoted)
  if (region === null) return { ...gone, why: 'not-found' }
  const after = {
    text: wordsAt(text, region),
    paragraphs: paragraphs.map((each) => ({ ...each, start: each.start - region.start, end: each.end - region.start })),
  }
  const comparison = compareTexts({ text: quoted, paragraphs: [] }, after)
  const span = { start: prefix.length, end: prefix.length + exact.length }
  const run = wordsWithin(comparison.map.before.words, span)
  const { state, score, ...places } = run.from === run.to ? gone : landWords(comparison, run, span)
  const inText = ({ start, end }: Span) => ({ start: start + region.start, end: end + region.start })
  return {
    state,
    span: places.span === null ? null : inText(places.span),
    score,
    candidates: places.candidates.map(inText),
    why: state === 'gone' ? 'not-found' : 'alike',
  }
}
