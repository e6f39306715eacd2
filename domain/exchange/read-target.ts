// What an annotation is on: the model's targets and selectors, as W3C collections, Hypothesis and Readium write them.
import { type NoteScope, noteScopes } from '../notes/note.ts'
import type { IncomingPlace, Quotation } from './incoming.ts'
import { ourTerms } from './terms.ts'
import { beginningOf, endOf, type Fields, field, isFields, listOf, wordsIn } from './unknown.ts'

/** Most context that is taken on either side, in UTF-16 units. */
const longestContext = 200
/** Selectors that refine each other are followed so far. */
const deepest = 20

/** One target: the place it names, and what it is a target in. */
export type Target = { readonly place: IncomingPlace; readonly source: unknown }

/** All targets of an annotation, those inside a set (Composite, List, Choice) one by one. */
export function targetsOf(annotation: Fields): readonly Target[] {
  return listOf(field(annotation, 'target'))
    .flatMap((target) => (Array.isArray(field(target, 'items')) ? listOf(field(target, 'items')) : [target]))
    .filter((target) => typeof target === 'string' || isFields(target))
    .map((target) => targetOf(target, scopeGiven(annotation)))
}

function targetOf(target: unknown, given: NoteScope | null): Target {
  const selectors = listOf(field(target, 'selector')).flatMap(listOf).filter(isFields)
  const quote = selectors.map(quoteIn).find((found) => found !== null) ?? null
  const position = selectors.map(positionIn).find((found) => found !== null) ?? null
  const isWhole = selectors.length === 0 && (given === null || given === 'briefing')
  const scope = isWhole ? 'briefing' : given === 'paragraph' ? 'paragraph' : 'words'
  const number = field(target, ourTerms.paragraph)
  const paragraph = typeof number === 'number' && Number.isInteger(number) && number > 0 ? number : null
  const source = typeof target === 'string' ? target : (field(target, 'source') ?? field(target, 'id'))
  return {
    place: { scope, quote, position, paragraph },
    source: isFields(source) ? field(source, 'id') : source,
  }
}

function scopeGiven(annotation: Fields): NoteScope | null {
  const given = field(annotation, ourTerms.scope)
  return noteScopes.find((scope) => scope === given) ?? null
}

/** The innermost quote: each refinement chooses words within those before it. */
function quoteIn(selector: Fields): Quotation | null {
  let found: Quotation | null = null
  let current: unknown = selector
  for (let depth = 0; isFields(current) && depth < deepest; depth++) {
    const exact = wordsIn(field(current, 'exact'))
    if (field(current, 'type') === 'TextQuoteSelector' && exact !== null) found = quotation(exact, current)
    current = field(current, 'refinedBy')
  }
  return found
}

function quotation(exact: string, selector: Fields): Quotation {
  const prefix = wordsIn(field(selector, 'prefix')) ?? ''
  const suffix = wordsIn(field(selector, 'suffix')) ?? ''
  return { exact, prefix: endOf(prefix, longestContext), suffix: beginningOf(suffix, longestContext) }
}

/** A position that refines another selector counts within what that one selects, so it says nothing of the whole text. */
function positionIn(selector: Fields): IncomingPlace['position'] {
  if (field(selector, 'type') !== 'TextPositionSelector') return null
  const [start, end] = [field(selector, 'start'), field(selector, 'end')]
  const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value)
  return isCount(start) && isCount(end) && start >= 0 && start < end ? { start, end } : null
}
