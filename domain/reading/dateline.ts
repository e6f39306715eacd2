// Datelines at the beginning of a paragraph, in the forms that agencies and ministries print: `ASTANA—`, `BEIRUT (AP) —`,
// `MOSCOW, June 5. /TASS/.`, `BEIJING, May 16 (Xinhua) --`, `WASHINGTON/BRUSSELS —`. What stands before the dash must be made of
// place, country, date and agency and nothing else; otherwise there is no dateline.
import { isKnownAgency } from './agencies.ts'
import { isDatelinePlace, isKnownCity } from './dateline-places.ts'
import { findDate, isCompanion, type PrintedDate } from './dates.ts'

/** A dateline found in some words: its parts as printed, and its UTF-16 offsets in those words. */
export type PrintedDateline = {
  readonly place: string
  readonly date: PrintedDate | null
  readonly source: string | null
  readonly start: number
  readonly end: number
}

/** Longest dateline, in UTF-16 units. */
const longest = 140

/** The dateline that a paragraph's words begin with, or null. */
export function datelineAtStart(words: string): PrintedDateline | null {
  const beginning = words.slice(0, longest)
  for (const { head, needs, rest } of headsOf(beginning)) {
    // Most sentences are told from a dateline by this alone, long before their parts are looked at.
    if (!mayBeDateline(head, needs)) continue
    const found = datelineIn(head)
    if (found !== null && isJustWords(found, rest)) continue
    if (found !== null && (needs === 'nothing' || (found.date !== null && found.source !== null))) return found
    if (found !== null && needs === 'all' && found.date !== null && isNamedPlace(found, rest)) return found
    if (found !== null && needs === 'agency' && found.source !== null && isCapitals(found.place)) return found
  }
  return xinhuaDateline(beginning)
}

/**
 * "АНКАРА, 6 июня. Президент …": with a date and a full stop, a place in capitals or a city of the list needs no agency, and with a
 * year no single word does.
 */
function isNamedPlace({ place, date }: PrintedDateline, rest: string): boolean {
  if (!/^[«“„"]?\p{Lu}/u.test(rest)) return false
  return isCapitals(place) || isKnownCity(place) || (date?.year != null && /^\p{Lu}[\p{L}\p{M}’'-]+$/u.test(place))
}

/** Most words of a dateline before its sign. */
const mostWords = 14

function mayBeDateline(head: string, needs: Head['needs']): boolean {
  if (needs === 'all' && !/\d/u.test(head)) return false
  return head.trim().split(/\s+/u).length <= mostWords
}

/** The place and date of a line that holds nothing else ("Geneva, 17 September 2023"; "Fait à Paris, le 5 juin 2024"), or null. */
export function placeAndDateAlone(words: string): PrintedDateline | null {
  if (words.length > longest) return null
  const introduced =
    /^(?:done (?:at|in)|fait à|hecho en|совершено в г\.|город|г\.|gegeben zu)\s+/iu.exec(words)?.[0].length ?? 0
  const found = datelineIn(words.slice(introduced).replace(/[.\s]+$/u, ''))
  // On a line of its own "Statement, 5 June 2024" looks the same, so only a known city is a place here.
  if (found === null || found.date === null || !isDatelinePlace(found.place, 'none')) return null
  return { ...found, start: found.start + introduced, end: found.end + introduced }
}

type Head = { readonly head: string; readonly rest: string; readonly needs: 'nothing' | 'agency' | 'all' }

/** "Astana – Minsk flights" and "Geneva – home of …": a city not in capitals, alone before a dash, may just begin a sentence. */
function isJustWords({ place, date, source }: PrintedDateline, rest: string): boolean {
  if (date !== null || source !== null || isCapitals(place)) return false
  return /^\p{Ll}/u.test(rest) || isKnownCity(/^[\p{L}\p{M}’'-]+/u.exec(rest)?.[0] ?? '')
}

/** What may be the dateline's words: up to a dash, an agency in slashes or brackets, a colon, or a full stop. */
function headsOf(beginning: string): readonly Head[] {
  const before = (pattern: RegExp, needs: Head['needs']): readonly Head[] =>
    [...beginning.matchAll(pattern)].slice(0, 3).map((match) => ({
      head: beginning.slice(0, match.index + (match[1] ?? '').length),
      rest: beginning.slice(match.index + match[0].length),
      needs,
    }))
  return [
    ...before(/(?:\s*(?:—|―|--)|\s+[–-]|[–-](?=\s))\s*/gu, 'nothing'),
    ...before(/(\/[^/\n]{2,40}\/)\.?\s/gu, 'nothing'),
    ...before(/(\([^()\n]{2,40}\))[.:]?\s/gu, 'agency'),
    ...before(/[.:]\s/gu, 'all'),
    ...agencyWithoutSign(beginning),
    ...cityAndState(beginning),
  ]
}

/** "Washington, DC: The team …": city and state before a colon. */
function cityAndState(beginning: string): readonly Head[] {
  const found = /^(\p{Lu}[\p{L} ]{2,24}, \p{Lu}\.?\p{Lu}\.?):\s/u.exec(beginning)
  return found === null ? [] : [{ head: found[1] ?? '', rest: beginning.slice(found[0].length), needs: 'nothing' }]
}

/** "ASTANA. KAZINFORM The minister …": place and a known agency in capitals, with no sign behind it. */
function agencyWithoutSign(beginning: string): readonly Head[] {
  const found = /^(\p{Lu}[\p{Lu}\s.'’-]{2,30}[.,]\s(?:\p{Lu}{2,}))\s(?=\p{Lu}\p{Ll})/u.exec(beginning)
  if (found === null || !isKnownAgency(/\p{Lu}+$/u.exec(found[1] ?? '')?.[0] ?? '')) return []
  return [{ head: found[1] ?? '', rest: beginning.slice(found[0].length), needs: 'agency' }]
}

/** Reads words that must be nothing but a dateline. */
function datelineIn(head: string): PrintedDateline | null {
  const bracketed = takeBrackets(head)
  const date = findDate(bracketed.rest)
  const before = date === null ? bracketed.rest : bracketed.rest.slice(0, date.start)
  const after = date === null ? '' : bracketed.rest.slice(date.end)
  const leading = date !== null && isCompanion(before) && after.trim() !== ''
  const named = leading
    ? placeIn(after, null, bracketed.agency)
    : placeIn(before, date, bracketed.agency ?? agencyIn(after))
  if (named === null) return null
  if (!leading && after.trim() !== '' && agencyIn(after) === null && !isCompanion(after)) return null
  const start = head.search(/\S/u)
  return { ...named, date: date ?? bracketed.date, start, end: head.trimEnd().length }
}

type Brackets = { readonly rest: string; readonly agency: string | null; readonly date: PrintedDate | null }

/** Takes `(AP)`, `/TASS/`, `[India]` out of the words, with as many spaces in their place; a date in brackets is a date. */
function takeBrackets(head: string): Brackets {
  let agency: string | null = null
  let date: PrintedDate | null = null
  const rest = head.replace(
    /\(([^()]{2,40})\)|\/([^/]{2,40})\/|\[([^[\]]{2,40})\]/gu,
    (whole, round, slashed, square, offset) => {
      const inner = String(round ?? slashed ?? square).trim()
      const found = findDate(inner)
      if (found !== null && isCompanion(inner.slice(0, found.start) + inner.slice(found.end)))
        date = { ...found, start: offset, end: offset + whole.length }
      else if (square === undefined && /\p{L}/u.test(inner)) agency = inner
      return ' '.repeat(whole.length)
    },
  )
  return { rest, agency, date }
}

/** Splits "TASHKENT, Uzbekistan," or "ASTANA. KAZINFORM" into the place and what stands beside it. */
function placeIn(
  words: string,
  date: PrintedDate | null,
  agency: string | null,
): { place: string; source: string | null } | null {
  const [printed, ...beside] = words
    .replace(/\b(?:le|den|,)\s*$/u, '')
    .split(/,\s*|(?<=\p{L}{3})\.\s+|(?<=\p{L}{3})\.$/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isCompanion(part))
  if (printed === undefined || beside.length > 2) return null
  const besideAgency = beside.find(isKnownAgency) ?? null
  const source = agency ?? besideAgency
  const regions = beside.filter((part) => part !== besideAgency)
  if (!regions.every(isRegion)) return null
  const evidence = date !== null || source !== null || regions.length > 0 ? 'some' : 'none'
  return isDatelinePlace(printed, evidence) ? { place: printed, source } : null
}

/** A country or state beside the city: a few words, each with a capital. */
function isRegion(words: string): boolean {
  const parts = words.split(/\s+/u)
  return (
    parts.length <= 4 &&
    words.length <= 40 &&
    parts.every((part) => /^(?:\p{Lu}|of$|the$|and$)/u.test(part)) &&
    !/\d/u.test(words)
  )
}

/** An agency that follows the date ("June 5, ARMENPRESS"): known by name, or in capitals. */
function agencyIn(words: string): string | null {
  const name = words.replace(/^[\s.,]+|[\s.,]+$/gu, '')
  if (name === '' || isCompanion(name)) return null
  return isKnownAgency(name) || (isCapitals(name) && name.length <= 30 && !isKnownCity(name)) ? name : null
}

function isCapitals(words: string): boolean {
  return /^[\p{Lu}\s./'’-]+$/u.test(words)
}

/** 新华社北京5月16日电: agency, place, date and the word for a dispatch, without a space. */
function xinhuaDateline(words: string): PrintedDateline | null {
  const found =
    /^\s*(?<source>[\p{Script=Han}]{2,5}社)(?<place>[\p{Script=Han}]{2,8}?)(?=(?:\d{4}年)?\d{1,2}月\d{1,2}日[电電讯])/u.exec(
      words,
    )
  const date = findDate(words)
  const { source, place } = found?.groups ?? {}
  if (found === null || date === null || source === undefined || place === undefined) return null
  return { place, date, source, start: words.search(/\S/u), end: date.end + 1 }
}
