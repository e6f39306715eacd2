// Where quoted words stand in a text. The quote decides; where it stands more than once, the words before and after it do, even when
// they are a few letters off, as long as one place is clearly the best.
import { failed, type Result, success } from '../result.ts'
import { type Span, splitsPair } from '../span.ts'
import { contextCost } from './context-cost.ts'
import { looseForm, loosePattern } from './loose.ts'

export type Quotation = { readonly quote: string; readonly prefix: string | null; readonly suffix: string | null }

/** Most context that is compared on either side, in UTF-16 units, and how much more of the text it may take up. */
const longestContext = 200
const slack = 24
/** Share of the context's letters that must be found at the best place. */
const floor = 0.2
/** How much worse the second place must be: this many letters, and this share of the best place's cost. */
const leastLead = 1
const leadShare = 0.25
/** Quotes of more words are only looked for word for word: a pattern of them would be too much for any engine. */
const longestLoose = 2_000
/** With more places than this a context is only compared exactly. */
const mostCompared = 2_000

/**
 * UTF-16 offsets of the quoted words in a normalised text. Words are looked for exactly, then with white space, quotation marks and
 * dashes folded. Fails with quote-missing, or quote-ambiguous (`count` places) when no place is clearly the best.
 */
export function locateQuote(text: string, quotation: Quotation): Result<Span> {
  const places = placesOf(text, canonical(quotation.quote))
  const [only] = places
  if (only === undefined) return failed('quote-missing')
  if (places.length === 1) return success(only)
  const best = bestPlace(text, places, canonical(quotation.prefix ?? ''), canonical(quotation.suffix ?? ''))
  return best === null ? failed('quote-ambiguous', { count: places.length }) : success(best)
}

/** All places (UTF-16 offsets) of the quoted words in a normalised text, those in the likest context first. */
export function quotedPlaces(text: string, { quote, prefix, suffix }: Quotation): readonly Span[] {
  const places = placesOf(text, canonical(quote))
  if (places.length > mostCompared) return places
  const contexts = contextsOf(canonical(prefix ?? ''), canonical(suffix ?? ''))
  return byCost(text, places, contexts).map(({ place }) => place)
}

/** As texts are normalised, without refusing anything: what is quoted may be any part of one. */
function canonical(words: string): string {
  return words.replace(/\r\n?/gu, '\n').normalize('NFC')
}

function placesOf(text: string, quote: string): readonly Span[] {
  if (quote.trim() === '') return []
  const exact = wholeCharacters(text, exactPlaces(text, quote))
  return exact.length > 0 ? exact : wholeCharacters(text, loosePlaces(text, quote))
}

function exactPlaces(text: string, quote: string): readonly Span[] {
  const places: Span[] = []
  for (let start = text.indexOf(quote); start !== -1; start = text.indexOf(quote, start + 1)) {
    places.push({ start, end: start + quote.length })
  }
  return places
}

function loosePlaces(text: string, quote: string): readonly Span[] {
  if (!quote.isWellFormed() || quote.split(/\s+/u).length > longestLoose) return []
  return [...text.matchAll(loosePattern(quote))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Places that split no character; those that take letters without their accents only when there are no others. */
function wholeCharacters(text: string, places: readonly Span[]): readonly Span[] {
  const whole = places.filter(({ start, end }) => !splitsPair(text, start) && !splitsPair(text, end))
  const withMarks = whole.filter(({ end }) => !/^\p{M}/u.test(text.slice(end, end + 2)))
  return withMarks.length > 0 ? withMarks : whole
}

function bestPlace(text: string, places: readonly Span[], prefix: string, suffix: string): Span | null {
  if (prefix.trim() === '' && suffix.trim() === '') return null
  const exact = places.filter(
    ({ start, end }) =>
      text.slice(Math.max(0, start - prefix.length), start) === prefix && text.startsWith(suffix, end),
  )
  if (exact.length === 1) return exact[0] ?? null
  return places.length > mostCompared ? null : clearlyBest(text, places, contextsOf(prefix, suffix))
}

type Contexts = { readonly before: string; readonly after: string }

/** Contexts in loose form without the touching space, running away from the quote. */
function contextsOf(prefix: string, suffix: string): Contexts {
  return {
    before: reversed(looseForm(prefix.slice(-longestContext)).trim()),
    after: looseForm(suffix.slice(0, longestContext)).trim(),
  }
}

function clearlyBest(text: string, places: readonly Span[], contexts: Contexts): Span | null {
  const [best, second] = byCost(text, places, contexts)
  if (best === undefined || second === undefined) return null
  const length = contexts.before.length + contexts.after.length
  const isFound = best.cost <= length * (1 - floor)
  const isClear = second.cost - best.cost >= Math.max(leastLead, best.cost * leadShare)
  return isFound && (isClear || (best.cost === 0 && second.cost > 0)) ? best.place : null
}

function byCost(text: string, places: readonly Span[], contexts: Contexts) {
  return places.map((place) => ({ place, cost: costAt(text, place, contexts) })).toSorted((a, b) => a.cost - b.cost)
}

function costAt(text: string, { start, end }: Span, { before, after }: Contexts): number {
  const reach = (context: string) => context.length * 2 + slack
  const there = reversed(looseForm(text.slice(Math.max(0, start - reach(before)), start)).trimEnd())
  const following = looseForm(text.slice(end, end + reach(after))).trimStart()
  return contextCost(before, there) + contextCost(after, following)
}

function reversed(words: string): string {
  return [...words].toReversed().join('')
}
