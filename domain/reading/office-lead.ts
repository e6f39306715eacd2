// What leads up to the head of an office, with it: "Kazakh Deputy Prime Minister", "European Commission President".
import { isAttribute, isInPlace } from './placed.ts'
import { isCapital, type PlacedName, type Scan } from './scan.ts'

/** Longest office, in tokens, before its head. */
const longestLead = 8

export type Lead = {
  readonly roleFrom: number
  readonly headTo: number
  readonly country: PlacedName | null
  readonly body: PlacedName | null
}

/**
 * Everything up to and with the head: country, body, modifiers and portfolio words, and nothing else. A lead looked for within another
 * ends where that one must (`until`): asked anew at each word, "First First First …" would cost twice as much for each word more.
 */
export function leadFrom(scan: Scan, from: number, until = from + longestLead): Lead | null {
  let country: PlacedName | null = null
  let body: PlacedName | null = null
  let roleFrom = from
  let at = from
  while (at < until) {
    const head = scan.lexicon.officeHead.at(scan.tokens, at)
    if (head !== null && !isLeadWord(scan, at, head.to, until)) return { roleFrom, headTo: head.to, country, body }
    const name = scan.names.get(at)
    if (name !== undefined && scan.lexicon.order.offices === 'before' && isInPlace(scan, name)) {
      // "in Budapest" is no part of an office, "the one in Switzerland" is where it is.
      if (!isAttribute(scan, name.to)) return null
      at = name.to
      continue
    }
    if (
      name !== undefined &&
      scan.lexicon.order.offices === 'behind' &&
      (name.kind === 'city' || name.kind === 'region')
    )
      return null
    if (name !== undefined) {
      at = afterPossessive(scan, name.to)
      const isCountry = name.kind === 'country' || name.kind === 'adjective'
      if (isCountry && roleFrom === name.from) roleFrom = at
      if (isCountry) country = name
      else if (name.kind === 'body') body = name
      if (!isCountry && at > name.to) roleFrom = at
      continue
    }
    const next = leadWordEnd(scan, at, at > from) ?? wordBeforeEnd(scan, at, at > from)
    if (next === null) return null
    at = next
  }
  return null
}

/** "Chief" and "First" are heads and lead words; with a longer head behind them they lead. */
function isLeadWord(scan: Scan, from: number, to: number, until: number): boolean {
  const modifier = scan.lexicon.officeModifier.at(scan.tokens, from)
  if (modifier === null || !isCapital(scan, modifier.to)) return false
  const lead = leadFrom(scan, modifier.to, until)
  if (lead === null || lead.country !== null) return false
  // "Deputy Secretary General": the head behind the modifier reaches further than the one that begins with it.
  return modifier.to >= to || lead.headTo > to
}

/** Past the modifier, portfolio word, capitals or "and" at a token; null when it is none of them. */
function leadWordEnd(scan: Scan, at: number, within: boolean): number | null {
  const { lexicon, tokens } = scan
  const modifier = lexicon.officeModifier.at(tokens, at)
  if (modifier !== null) return modifier.to
  const portfolio = isCapital(scan, at) ? (lexicon.portfolio.at(tokens, at) ?? lexicon.bodyHead.at(tokens, at)) : null
  if (portfolio !== null) return portfolio.to
  const token = tokens[at]
  const isAcronym = token?.shape === 'capitals' && token.words.length <= 6 && token.kind === 'word'
  if (isAcronym && !scan.allCapitals) return at + 1
  const joins = within && (lexicon.small.joining.has(token?.folded ?? '') || token?.words === ',')
  return joins && isCapital(scan, at + 1) && lexicon.portfolio.at(tokens, at + 1) !== null ? at + 1 : null
}

/** Where what an office is over stands before it: its words in small letters, and a capital before the noun of a body. */
function wordBeforeEnd(scan: Scan, at: number, within: boolean): number | null {
  const { lexicon, tokens } = scan
  if (lexicon.order.offices !== 'before') return null
  const known = lexicon.portfolio.at(tokens, at) ?? lexicon.bodyHead.at(tokens, at)
  if (known !== null) return known.to
  const link = lexicon.officeLink.at(tokens, at)
  if (within && link !== null && tokens[at]?.kind === 'word') return link.to
  if (!isCapital(scan, at)) return null
  return lexicon.bodyHead.at(tokens, at + 1) !== null ? at + 1 : ownedBodyEnd(scan, at)
}

/** Up to two capitals, the last in the genitive, directly before the head: "Жогорку Кенешінің депутаты". */
function ownedBodyEnd(scan: Scan, at: number): number | null {
  const { lexicon, tokens } = scan
  const end = [at + 1, at + 2].find((to) => lexicon.officeHead.at(tokens, to) !== null)
  const last = tokens[(end ?? 0) - 1]
  if (scan.names.has((end ?? 0) - 1) || isLocative(scan, at)) return null
  const isOwner = last?.shape === 'capital' && lexicon.order.ofEndings?.some((ending) => last.folded.endsWith(ending))
  return end !== undefined && isOwner === true ? end : null
}

function isLocative({ lexicon, tokens }: Scan, at: number): boolean {
  return (lexicon.order.placeEndings ?? []).some((ending) => tokens[at]?.folded.endsWith(ending) === true)
}

function afterPossessive({ tokens }: Scan, at: number): number {
  return tokens[at]?.kind === 'possessive' ? at + 1 : at
}
