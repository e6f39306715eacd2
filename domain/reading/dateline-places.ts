// Which printed words may be the place of a dateline. A name from the list of cities always may; another name only where the line
// says by a date, an agency or a country beside it that it is a dateline.
import { fold } from '../text/fold.ts'
import { cityNames } from './data/cities.ts'
import { notPlaces } from './data/head-words.ts'

const cities: ReadonlySet<string> = new Set(cityNames.map(fold))
const others: ReadonlySet<string> = new Set(notPlaces.map(fold))

/** How much else speaks for a dateline: nothing, or a date, agency or country beside the name. */
export type Evidence = 'none' | 'some'

/** Longest words, in UTF-16 units, that are looked at: a line may hold a whole book. */
const longestPlaces = 120

/** True for one place or several joined by a slash, a dash or "and" ("WASHINGTON/BRUSSELS"). In: the printed words. */
export function isDatelinePlace(words: string, evidence: Evidence): boolean {
  if (words.length > longestPlaces) return false
  const parts = words.split(/\s*[/–—]\s*|\s+(?:and|et|и|und|y)\s+/iu)
  return parts.length <= 4 && parts.every((part) => isPlace(part.trim(), evidence))
}

/** True for a city that the list knows, whatever its case. */
export function isKnownCity(words: string): boolean {
  return cities.has(fold(words.trim()))
}

function isPlace(name: string, evidence: Evidence): boolean {
  if (isKnownCity(name)) return startsLikeName(name)
  if (name.split(/\s+/u).some((word) => others.has(fold(word)))) return false
  if (evidence === 'none' || /\d/u.test(name) || name.length < 3) return false
  return (
    isInCapitals(name) ||
    (/^\p{Lu}/u.test(name) && name.split(/\s+/u).every((word) => /^\p{Lu}[\p{L}\p{M}'’.-]+$/u.test(word)))
  )
}

/** Scripts with capitals begin names with one. */
function startsLikeName(name: string): boolean {
  return /^(?:\p{Lu}|\p{Lo})/u.test(name)
}

function isInCapitals(name: string): boolean {
  return name.length <= 40 && /^\p{Lu}[\p{Lu}\p{M}\s.'’-]+$/u.test(name) && name.split(/\s+/u).length <= 4
}
