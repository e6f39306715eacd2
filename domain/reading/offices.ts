// Offices as texts print them: "Kazakh Deputy Prime Minister and Foreign Minister", "President of the European Council", "Chief of
// Cabinet for …". The person's own country stands outside the role (it is the affiliation), the body stays in it.
import { onOneLine } from '../text/lines.ts'
import { withWordsBehind } from './office-words-behind.ts'
import { isAttribute, isInPlace } from './placed.ts'
import { isCapital, isSign, type PlacedName, printed, type Scan } from './scan.ts'

/** An office over the tokens [from, to). */
export type Office = {
  readonly from: number
  readonly to: number
  /** The tokens that are the role itself, without the country; one or more ranges in order. */
  readonly role: readonly (readonly [from: number, to: number])[]
  /** Tokens of the country or body named with it. */
  readonly country: PlacedName | null
  readonly body: PlacedName | null
  /** Where an office inside this one begins ("Adviser to President …"): a name that follows is of that one; else null. */
  readonly inner: number | null
  readonly plural: boolean
  /** Of a plural office, the countries in the order of the names that follow. */
  readonly countries: readonly PlacedName[]
}

/** Longest office, in tokens, before its head; and how deep offices stand within each other. */
const longestLead = 8
const deepest = 3

/** The office whose words begin at a token, or null. */
export function officeAt(scan: Scan, from: number, depth = 0): Office | null {
  const lead = leadFrom(scan, from)
  if (lead === null) return null
  const start: Office = {
    from,
    to: lead.headTo,
    role: [[lead.roleFrom, lead.headTo]],
    country: lead.country,
    body: lead.body,
    inner: null,
    plural: isPlural(scan, lead.headTo),
    countries: [],
  }
  return extended(scan, start, depth)
}

/** The words of the role on one line, as they stand in the text. */
export function roleWords(scan: Scan, office: Office): string {
  return office.role.map(([from, to]) => onOneLine(printed(scan, from, to))).join(' ')
}

type Lead = {
  readonly roleFrom: number
  readonly headTo: number
  readonly country: PlacedName | null
  readonly body: PlacedName | null
}

/**
 * Everything up to and with the head: country, body, modifiers and portfolio words, and nothing else. A lead looked for within another
 * ends where that one must (`until`): asked anew at each word, "First First First …" would cost twice as much for each word more.
 */
function leadFrom(scan: Scan, from: number, until = from + longestLead): Lead | null {
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

function isPlural({ tokens, lexicon }: Scan, headTo: number): boolean {
  return lexicon.isPlural(tokens[headTo - 1]?.folded ?? '')
}

/** Takes in what follows the head: "of …", "for …", and further offices joined by "and". */
function extended(scan: Scan, office: Office, depth: number): Office {
  const { offices } = scan.lexicon.order
  if (offices === 'before') return withFurtherHeads(scan, office, depth)
  if (offices === 'behind')
    return withWordsBehind(scan, office, (at) => (depth < deepest ? officeAt(scan, at, depth + 1) : null))
  let current = office
  for (let step = 0; step < 6; step += 1) {
    const next = joinedOffice(scan, current, depth) ?? withComplement(scan, current, depth)
    if (next === null || next.to <= current.to) break
    current = next
    if (current.inner !== null) break
  }
  return current
}

/** "министрінің бірінші орынбасары – …": each head is of the one before it, and all are one person's. */
function withFurtherHeads(scan: Scan, office: Office, depth: number): Office {
  const { lexicon, tokens } = scan
  const modifier = lexicon.officeModifier.at(tokens, office.to)
  const head = lexicon.officeHead.at(tokens, modifier?.to ?? office.to)
  if (head !== null && depth < deepest) {
    const next = { ...office, to: head.to, role: grown(office, head.to), plural: isPlural(scan, head.to) }
    return withFurtherHeads(scan, next, depth + 1)
  }
  const joined = joinedOffice(scan, office, depth)
  return joined !== null && isCapital(scan, joined.to) ? joined : office
}

function joinedOffice(scan: Scan, office: Office, depth: number): Office | null {
  const token = scan.tokens[office.to]
  const signs = token?.words === ',' && isJoining(scan, office.to + 1) ? 2 : 1
  const joins = isJoining(scan, office.to) || token?.words === '/' || signs === 2
  if (!joins || depth >= deepest) return null
  const other = officeAt(scan, office.to + signs, depth + 1)
  if (other === null || (other.country !== null && office.country !== null && other.country.id !== office.country.id))
    return null
  const country = other.country ?? office.country
  // Another country's office of the same kind is another person's.
  if (other.country !== null && office.country === null) {
    return { ...office, to: other.to, role: [...office.role, [office.to, office.to + signs], ...other.role], country }
  }
  return { ...office, to: other.to, role: mergedRole(office, other), country, body: office.body ?? other.body }
}

function mergedRole(office: Office, other: Office): Office['role'] {
  const last = office.role.at(-1)
  const first = other.role[0]
  if (last === undefined || first === undefined || last[1] !== office.to) return [...office.role, ...other.role]
  return [...office.role.slice(0, -1), [last[0], first[1]], ...other.role.slice(1)]
}

function withComplement(scan: Scan, office: Office, depth: number): Office | null {
  const link = scan.lexicon.officeLink.at(scan.tokens, office.to)
  if (link === null) return null
  const start = skipArticle(scan, link.to)
  const name = scan.names.get(start)
  const nested = depth < deepest && name?.kind !== 'country' ? officeAt(scan, start, depth + 1) : null
  if (nested !== null && !nested.plural) return withInner(office, nested, start === link.to ? start : null)
  if (name !== undefined && (name.kind === 'country' || name.kind === 'region' || name.kind === 'city')) {
    return withCountry(
      scan,
      office,
      name,
      link.to - link.from === 1 && scan.lexicon.small.postedTo.has(scan.tokens[link.from]?.folded ?? ''),
    )
  }
  if (name !== undefined && name.kind === 'body') {
    const to = afterBrackets(scan, name.to)
    return { ...office, to, role: grown(office, name.to), body: name }
  }
  const to = complementEnd(scan, start)
  return to === null ? null : { ...office, to: afterBrackets(scan, to), role: grown(office, to) }
}

/** An office inside an office; `inner` is where a name of its own may follow. */
function withInner(office: Office, nested: Office, inner: number | null): Office {
  return { ...office, to: nested.to, role: grown(office, nested.to), body: office.body ?? nested.body, inner }
}

/** The own country is no part of the role; a city, a region and where an envoy is posted are ("Governor of …", "Ambassador to …"). */
function withCountry(scan: Scan, office: Office, name: PlacedName, posted: boolean): Office {
  if (name.kind !== 'country' || posted) return { ...office, to: name.to, role: grown(office, name.to) }
  const { to, countries } = countryList(scan, office, name)
  return { ...office, to: afterBrackets(scan, to), country: office.country ?? name, countries }
}

/** "of Georgia, the Republic of Azerbaijan and the Republic of Türkiye" behind a plural office. */
function countryList(
  scan: Scan,
  office: Office,
  first: PlacedName,
): { readonly to: number; readonly countries: readonly PlacedName[] } {
  const countries = [first]
  let to = first.to
  while (office.plural) {
    let next = isSign(scan, to, ',') ? to + 1 : to
    if (isJoining(scan, next)) next += 1
    const name = next === to ? undefined : scan.names.get(skipArticle(scan, next))
    if (name?.kind !== 'country') break
    countries.push(name)
    to = name.to
  }
  return { to, countries }
}

/** The role's last range stretched to `to`; a country left out before stays left out. */
function grown(office: Office, to: number): Office['role'] {
  const last = office.role.at(-1)
  if (last === undefined || last[1] !== office.to) return [...office.role, [office.to, to]]
  return [...office.role.slice(0, -1), [last[0], to]]
}

function skipArticle({ tokens, lexicon }: Scan, at: number): number {
  return lexicon.small.definiteArticles.has(tokens[at]?.folded ?? '') ? at + 1 : at
}

/** "and", "&". */
function isJoining({ tokens, lexicon }: Scan, at: number): boolean {
  return lexicon.small.joining.has(tokens[at]?.folded ?? '')
}

function afterBrackets(scan: Scan, at: number): number {
  return isSign(scan, at, '(') && isSign(scan, at + 2, ')') ? at + 3 : at
}

/** Longest complement, in tokens. */
const longestComplement = 16

/**
 * The end of "Foreign Affairs and Trade", "the Board of Trustees of the Future Foundation", "the National Assembly": the run of
 * capitalised words up to the last that is known for something; what follows it in the run is the name.
 */
function complementEnd(scan: Scan, start: number): number | null {
  let known: number | null = null
  let at = start
  while (at < start + longestComplement) {
    const end = knownEnd(scan, at)
    if (end !== null) {
      at = end
      known = end
    } else if (isCapital(scan, at)) {
      at += 1
      // "Greater Lincolnshire", "New South": the adjective takes the name behind it with it.
      if (known === at - 1 && isDirection(scan, at - 2)) known = at
    } else if (isJoint(scan, at) && runGoesOn(scan, at + 1)) at += 1
    else break
  }
  return known ?? unknownComplement(scan, start)
}

function isDirection({ tokens, lexicon }: Scan, at: number): boolean {
  return lexicon.small.directions.has(tokens[at]?.folded ?? '')
}

/** Past a word that is known for something else than a person: portfolio, body, modifier, common noun, place. */
function knownEnd(scan: Scan, at: number): number | null {
  const { tokens, lexicon } = scan
  const portfolio = lexicon.portfolio.at(tokens, at)
  if (
    portfolio !== null &&
    (isCapital(scan, at) || isJoining(scan, at - 1) || lexicon.small.ofWords.has(tokens[at - 1]?.folded ?? ''))
  )
    return portfolio.to
  if (!isCapital(scan, at)) return null
  const body = lexicon.bodyHead.at(tokens, at) ?? lexicon.notName.at(tokens, at)
  if (body !== null) return body.to
  const name = scan.names.get(at)
  if (name !== undefined && !name.doubtful && name.kind !== 'city') return name.to
  return tokens[at]?.shape === 'capitals' && (tokens[at]?.words.length ?? 0) <= 6 && !scan.allCapitals ? at + 1 : null
}

function isJoint(scan: Scan, at: number): boolean {
  const { definiteArticles, officeJoints } = scan.lexicon.small
  const token = scan.tokens[at]
  if (token === undefined) return false
  if (token.kind === 'possessive' || token.words === ',' || isJoining(scan, at)) return true
  return officeJoints.has(token.folded) || definiteArticles.has(token.folded)
}

/** After a joint the run goes on with something known; a comma must be followed by a portfolio ("Trade, Industry and Energy"). */
function runGoesOn(scan: Scan, at: number): boolean {
  const { tokens, lexicon } = scan
  const joint = tokens[at - 1]?.folded
  if (joint === ',')
    return (
      isCapital(scan, at) && lexicon.portfolio.at(tokens, at) !== null && lexicon.officeHead.at(tokens, at) === null
    )
  if (isJoining(scan, at - 1)) {
    return lexicon.officeHead.at(tokens, at) === null && knownEnd(scan, at) !== null && leadFrom(scan, at) === null
  }
  if (lexicon.small.officeJoints.has(joint ?? '')) {
    const next = skipArticle(scan, at)
    const country = scan.names.get(next)
    return isCapital(scan, next) && country?.kind !== 'country'
  }
  return isCapital(scan, at)
}

/** Capitalised words that no list knows: all but the last two, which are the name ("Governor of Zhetysu Kairat Omarov"). */
function unknownComplement(scan: Scan, start: number): number | null {
  let to = start
  while (isCapital(scan, to) && to < start + 6) to += 1
  const count = to - start
  if (count === 0) return null
  return count >= 3 ? to - 2 : to
}
