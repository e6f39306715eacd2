// Offices as texts print them: "Kazakh Deputy Prime Minister and Foreign Minister", "President of the European Council", "Chief of
// Cabinet for …". The person's own country stands outside the role (it is the affiliation), the body stays in it.
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
  }
  return extended(scan, start, depth)
}

/** The words of the role on one line, as they stand in the text. */
export function roleWords(scan: Scan, office: Office): string {
  return office.role.map(([from, to]) => printed(scan, from, to).replace(/\s+/gu, ' ')).join(' ')
}

type Lead = {
  readonly roleFrom: number
  readonly headTo: number
  readonly country: PlacedName | null
  readonly body: PlacedName | null
}

/** Everything up to and with the head: country, body, modifiers and portfolio words, and nothing else. */
function leadFrom(scan: Scan, from: number): Lead | null {
  let country: PlacedName | null = null
  let body: PlacedName | null = null
  let roleFrom = from
  let at = from
  while (at < from + longestLead) {
    const head = scan.lexicon.officeHead.at(scan.tokens, at)
    if (head !== null && !isLeadWord(scan, at, head.to)) return { roleFrom, headTo: head.to, country, body }
    const name = scan.names.get(at)
    if (name !== undefined) {
      at = afterPossessive(scan, name.to)
      const isCountry = name.kind === 'country' || name.kind === 'adjective'
      if (isCountry && roleFrom === name.from) roleFrom = at
      if (isCountry) country = name
      else if (name.kind === 'body') body = name
      if (!isCountry && at > name.to) roleFrom = at
      continue
    }
    const next = leadWordEnd(scan, at, at > from)
    if (next === null) return null
    at = next
  }
  return null
}

/** "Chief" and "First" are heads and lead words; with a longer head behind them they lead. */
function isLeadWord(scan: Scan, from: number, to: number): boolean {
  const modifier = scan.lexicon.officeModifier.at(scan.tokens, from)
  if (modifier === null || modifier.to < to || !isCapital(scan, modifier.to)) return false
  const lead = leadFrom(scan, modifier.to)
  return lead !== null && lead.country === null
}

/** Past the modifier, portfolio word, capitals or "and" at a token; null when it is none of them. */
function leadWordEnd(scan: Scan, at: number, within: boolean): number | null {
  const { lexicon, tokens } = scan
  const modifier = lexicon.officeModifier.at(tokens, at)
  if (modifier !== null) return modifier.to
  const portfolio = isCapital(scan, at) ? (lexicon.portfolio.at(tokens, at) ?? lexicon.bodyHead.at(tokens, at)) : null
  if (portfolio !== null) return portfolio.to
  const token = tokens[at]
  if (token?.shape === 'capitals' && token.words.length <= 6 && token.kind === 'word') return at + 1
  const joins = within && (token?.folded === 'and' || token?.words === '&' || token?.words === ',')
  return joins && isCapital(scan, at + 1) && lexicon.portfolio.at(tokens, at + 1) !== null ? at + 1 : null
}

function afterPossessive({ tokens }: Scan, at: number): number {
  return tokens[at]?.kind === 'possessive' ? at + 1 : at
}

function isPlural({ tokens }: Scan, headTo: number): boolean {
  return /[^s]s$/u.test(tokens[headTo - 1]?.folded ?? '')
}

/** Takes in what follows the head: "of …", "for …", and further offices joined by "and". */
function extended(scan: Scan, office: Office, depth: number): Office {
  let current = office
  for (let step = 0; step < 6; step += 1) {
    const next = joinedOffice(scan, current, depth) ?? withComplement(scan, current, depth)
    if (next === null || next.to <= current.to) break
    current = next
    if (current.inner !== null) break
  }
  return current
}

function joinedOffice(scan: Scan, office: Office, depth: number): Office | null {
  const token = scan.tokens[office.to]
  const signs = token?.words === ',' && scan.tokens[office.to + 1]?.folded === 'and' ? 2 : 1
  const joins = token?.folded === 'and' || token?.words === '&' || token?.words === '/' || signs === 2
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
  if (name !== undefined && (name.kind === 'country' || name.kind === 'region' || name.kind === 'city')) {
    return withCountry(scan, office, name)
  }
  if (name !== undefined && name.kind === 'body') {
    const to = afterBrackets(scan, name.to)
    return { ...office, to, role: grown(office, name.to), body: name }
  }
  const nested = depth < deepest ? officeAt(scan, start, depth + 1) : null
  if (nested !== null && !nested.plural) {
    return {
      ...office,
      to: nested.to,
      role: grown(office, nested.to),
      body: office.body ?? nested.body,
      inner: start === link.to ? start : null,
    }
  }
  const to = complementEnd(scan, start)
  return to === null ? null : { ...office, to: afterBrackets(scan, to), role: grown(office, to) }
}

/** A country ends the office without being part of the role; a city or region is part of it ("Governor of …"). */
function withCountry(scan: Scan, office: Office, name: PlacedName): Office {
  if (name.kind !== 'country') return { ...office, to: name.to, role: grown(office, name.to) }
  return { ...office, to: afterBrackets(scan, name.to), country: office.country ?? name }
}

/** The role's last range stretched to `to`; a country left out before stays left out. */
function grown(office: Office, to: number): Office['role'] {
  const last = office.role.at(-1)
  if (last === undefined || last[1] !== office.to) return [...office.role, [office.to, to]]
  return [...office.role.slice(0, -1), [last[0], to]]
}

function skipArticle({ tokens }: Scan, at: number): number {
  return tokens[at]?.folded === 'the' ? at + 1 : at
}

function afterBrackets(scan: Scan, at: number): number {
  return isSign(scan, at, '(') && isSign(scan, at + 2, ')') ? at + 3 : at
}

/** The end of "Foreign Affairs and Trade", "the Council of Ministers", "the National Assembly": portfolio and body words. */
function complementEnd(scan: Scan, start: number): number | null {
  const { tokens, lexicon } = scan
  let at = start
  let end: number | null = null
  while (at < start + 12) {
    const modifier = end === null ? lexicon.officeModifier.at(tokens, at) : null
    const known = lexicon.portfolio.at(tokens, at) ?? lexicon.bodyHead.at(tokens, at) ?? modifier
    const token = tokens[at]
    if (known !== null) {
      at = known.to
      end = at
    } else if (scan.names.has(at) && end === null) {
      at = scan.names.get(at)?.to ?? at + 1
    } else if (end !== null && token !== undefined && isJoint(token.folded) && continues(scan, at + 1)) {
      at = skipArticle(scan, at + 1)
    } else if (end === null && token?.kind === 'word' && token.shape === 'capitals' && token.words.length <= 8) {
      at += 1
      end = at
    } else break
  }
  return end ?? unknownComplement(scan, start)
}

function isJoint(folded: string): boolean {
  return folded === 'and' || folded === ',' || folded === '&' || folded === 'of' || folded === 'for'
}

function continues(scan: Scan, at: number): boolean {
  const next = skipArticle(scan, at)
  const { tokens, lexicon } = scan
  return isCapital(scan, next)
    ? lexicon.portfolio.at(tokens, next) !== null || lexicon.bodyHead.at(tokens, next) !== null
    : lexicon.portfolio.at(tokens, next) !== null && tokens[at - 1]?.folded === 'and'
}

/** Capitalised words that no list knows: all but the last two, which are the name ("Governor of Zhetysu Kairat Omarov"). */
function unknownComplement(scan: Scan, start: number): number | null {
  let to = start
  while (isCapital(scan, to) && to < start + 6) to += 1
  const count = to - start
  if (count === 0) return null
  return count >= 3 ? to - 2 : to
}
