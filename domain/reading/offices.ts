// Offices as texts print them: "Kazakh Deputy Prime Minister and Foreign Minister", "President of the European Council", "Chief of
// Cabinet for …". The person's own country stands outside the role (it is the affiliation), the body stays in it.
import { onOneLine } from '../text/lines.ts'
import { complementEnd, isJoining, skipArticle } from './office-complement.ts'
import { leadFrom } from './office-lead.ts'
import { withWordsBehind } from './office-words-behind.ts'
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

/** How deep offices stand within each other. */
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

function afterBrackets(scan: Scan, at: number): number {
  return isSign(scan, at, '(') && isSign(scan, at + 2, ')') ? at + 3 : at
}
