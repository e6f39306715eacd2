// Persons as one sentence names them: after an office or an honorific, before an office between commas, or by a name of several
// words that does something. Offices without a name are kept too; who holds them is settled over the whole text (people.ts).
import { besideVerb, hasArticle, isBehindPlaceLink, isPointedTo, nameEnd } from './names.ts'
import { type Office, officeAt, roleWords } from './offices.ts'
import { isCapital, isSign, type PlacedName, printed, type Scan } from './scan.ts'

/** A named person over the tokens [from, to) of a sentence. */
export type PersonMention = {
  readonly from: number
  readonly to: number
  readonly honorific: boolean
  readonly role: Role | null
  readonly affiliation: PlacedName | null
}
/** What stands as somebody's office: its words, and the tokens they stand in. */
export type Role = { readonly words: string; readonly from: number; readonly to: number }
export type UnnamedOffice = { readonly office: Office; readonly words: string }

export type SentencePeople = {
  readonly mentions: readonly PersonMention[]
  readonly unnamed: readonly UnnamedOffice[]
  /** First tokens of what stands inside somebody else's office. */
  readonly inner: readonly number[]
}

/** The persons and unnamed offices of one sentence, in order. */
export function peopleIn(scan: Scan): SentencePeople {
  const mentions: PersonMention[] = []
  const unnamed: UnnamedOffice[] = []
  const inner: number[] = []
  let innerOffice = -1
  for (let at = 0; at < scan.tokens.length; ) {
    const office = officeAt(scan, at)
    const found = office === null ? unofficial(scan, at) : withOffice(scan, office, mentions)
    if (at === innerOffice)
      inner.push(...found.mentions.map(({ from }) => from), ...(found.unnamed === null ? [] : [at]))
    innerOffice = office?.inner ?? -1
    if (found.mentions.length > 0) mentions.push(...found.mentions)
    if (found.replaced !== null) mentions[mentions.length - 1 - found.mentions.length] = found.replaced
    if (found.unnamed !== null) unnamed.push(found.unnamed)
    at = Math.max(found.next, at + 1)
  }
  return { mentions, unnamed, inner }
}

type Found = {
  readonly mentions: readonly PersonMention[]
  /** The last mention before, when what was found is its office. */
  readonly replaced: PersonMention | null
  readonly unnamed: UnnamedOffice | null
  readonly next: number
}
const nothing: Found = { mentions: [], replaced: null, unnamed: null, next: 0 }

function withOffice(scan: Scan, office: Office, before: readonly PersonMention[]): Found {
  const role = roleOf(scan, office)
  const next = office.inner ?? office.to
  const named = office.inner === null ? namesAfter(scan, office, role) : []
  if (named.length > 0) return { ...nothing, mentions: named, next: named.at(-1)?.to ?? next }
  const last = before.at(-1)
  if (last !== undefined && isApposition(scan, last.to, office.from)) {
    const affiliation = last.affiliation ?? affiliationOf(office)
    return { ...nothing, replaced: { ...last, role: last.role ?? role, affiliation }, next }
  }
  return { ...nothing, unnamed: { office, words: role.words }, next }
}

function roleOf(scan: Scan, office: Office): Role {
  const words = roleWords(scan, office)
  return { words: office.plural ? singular(words) : words, from: office.from, to: office.to }
}

/** "Presidents" are each a "President"; only the last word of a short plural office changes. */
function singular(words: string): string {
  return words.replace(/^(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?[^\ss])s(?= of| for|$)/u, '$1')
}

function affiliationOf({ country, body }: Office): PlacedName | null {
  return country ?? body
}

/** The name after an office; after a plural office, all of a list of names. */
function namesAfter(scan: Scan, office: Office, role: Role): readonly PersonMention[] {
  const found: PersonMention[] = []
  // A rank may stand between office and name: "Commander of the Navy Vice Admiral …".
  let at = namedAt(scan, office.to, true) === null ? (rankEnd(scan, office.to) ?? office.to) : office.to
  while (found.length < (office.plural ? 40 : 1)) {
    const mention = namedAt(scan, at, true) ?? (found.length === 0 ? namedAfterComma(scan, office) : null)
    if (mention === null) break
    const country = countryAfter(scan, mention.to)
    const own = office.countries.length > 1 ? (office.countries[found.length] ?? null) : affiliationOf(office)
    found.push({ ...mention, role, affiliation: own ?? country })
    at = pastJoint(scan, country?.to ?? mention.to)
    if (at === (country?.to ?? mention.to)) break
  }
  return found
}

function rankEnd(scan: Scan, at: number): number | null {
  const rank = isCapital(scan, at) ? officeAt(scan, at) : null
  return rank !== null && rank.inner === null && rank.country === null && namedAt(scan, rank.to, true) !== null
    ? rank.to
    : null
}

/** "the Foreign Minister of Hungary, Péter Halász, said": two names at least, and a comma or verb behind them. */
function namedAfterComma(scan: Scan, office: Office): PersonMention | null {
  const definite = isPointedTo(scan, office.from) || office.country !== null || office.from === 0
  if (!definite || !isSign(scan, office.to, ',')) return null
  const mention = namedAt(scan, rankEnd(scan, office.to + 1) ?? office.to + 1, false)
  if (mention === null || (mention.to - mention.from < 2 && !mention.honorific)) return null
  const ends = scan.tokens[mention.to] === undefined || isSign(scan, mention.to, '.;)')
  return (ends || besideVerb(scan, mention.from, mention.to)) && officeAt(scan, mention.to + 1) === null
    ? mention
    : null
}

/** "His Excellency the Right Honourable Lt. Gen. Dr. …": more are no name. */
const mostHonorifics = 8

/** A name with the honorifics before it. */
function namedAt(scan: Scan, start: number, afterOffice: boolean): PersonMention | null {
  let from = start
  let honorific = false
  for (let count = 0; count < mostHonorifics; count += 1) {
    const next = honorificEnd(scan, from)
    if (next === null) break
    from = next
    honorific = true
  }
  const royal = scan.lexicon.monarch.at(scan.tokens, from)
  const nameFrom = royal?.to ?? from
  const to = nameEnd(scan, nameFrom, afterOffice || honorific)
  return to === null || isNamesake(scan, nameFrom, to)
    ? null
    : {
        from: royal === null ? from : royal.from,
        to,
        honorific: honorific || royal !== null,
        role: royal === null ? null : { words: printed(scan, royal.from, royal.to), from: royal.from, to: royal.to },
        affiliation: null,
      }
}

/** "Example University": one word before the noun of a body is what the body is named after. */
function isNamesake(scan: Scan, from: number, to: number): boolean {
  return to - from === 1 && isCapital(scan, to) && scan.lexicon.bodyHead.at(scan.tokens, to) !== null
}

/** Past an honorific with the comma before it, its full stop and a remark in brackets ("Brig.-Gen. (res.)"). */
function honorificEnd(scan: Scan, at: number): number | null {
  const start = isSign(scan, at, ',') && scan.lexicon.honorific.at(scan.tokens, at + 1) !== null ? at + 1 : at
  const match = scan.lexicon.honorific.at(scan.tokens, start)
  if (match === null) return null
  if (match.to === start + 1 && scan.tokens[start]?.shape === 'lower' && !match.value) return null
  const stop = isSign(scan, match.to, '.') ? match.to + 1 : match.to
  return isSign(scan, stop, '(') ? (remarkEnd(scan, stop) ?? stop) : stop
}

function remarkEnd(scan: Scan, open: number): number | null {
  const close = [open + 2, open + 3].find((at) => isSign(scan, at, ')'))
  return close === undefined ? null : close + 1
}

function unofficial(scan: Scan, at: number): Found {
  const withHonorific = honorificEnd(scan, at) !== null || scan.lexicon.monarch.at(scan.tokens, at) !== null
  const mention = namedAt(scan, at, false)
  if (mention === null) return { ...nothing, next: skipped(scan, at) }
  const known = withHonorific || isPersonByLook(scan, mention)
  if (!known) return { ...nothing, next: mention.to }
  const country = countryAfter(scan, mention.to) ?? countryOfSide(scan, mention.from)
  return { ...nothing, mentions: [{ ...mention, affiliation: country }], next: mention.to }
}

/** Past a gazetteer's name, so that no name begins inside it. */
function skipped(scan: Scan, at: number): number {
  return scan.names.get(at)?.to ?? at + 1
}

function isPersonByLook(scan: Scan, { from, to }: PersonMention): boolean {
  if (!scan.lexicon.isKnown || to - from < 2 || scan.titleCase || scan.allCapitals) return false
  if (hasArticle(scan, from) || isBehindPlaceLink(scan, from) || isByline(scan, from, to)) return false
  const after = scan.tokens[to]
  const partOfThing = after?.kind === 'word' && scan.lexicon.bodyHead.at(scan.tokens, to) !== null
  const office = isSign(scan, to, ',')
    ? officeAt(scan, scan.lexicon.small.definiteArticles.has(scan.tokens[to + 1]?.folded ?? '') ? to + 2 : to + 1)
    : null
  const country = countryAfter(scan, to) ?? countryOfSide(scan, from)
  return !partOfThing && (office !== null || country !== null || besideVerb(scan, from, to))
}

/** "By Anton Example" on a line of its own: who wrote the report is nobody of whom it reports. */
function isByline({ tokens, lexicon }: Scan, from: number, to: number): boolean {
  return from === 1 && lexicon.small.byWords.has(tokens[0]?.folded ?? '') && tokens.length - to <= 1
}

/** "his Turkish counterpart, Hakan Demir", "Peru’s Rosa Quispe": the country before the word for the other side, or before the name. */
function countryOfSide(scan: Scan, from: number): PlacedName | null {
  if (scan.tokens[from - 1]?.kind === 'possessive') return countryEndingAt(scan, from - 1)
  const side = isSign(scan, from - 1, ',') ? from - 2 : from - 1
  if (scan.lexicon.side.at(scan.tokens, side) === null) return null
  return countryEndingAt(scan, side)
}

function countryEndingAt(scan: Scan, end: number): PlacedName | null {
  const name = [...scan.names.values()].find(({ to }) => to === end)
  return name?.kind === 'country' || name?.kind === 'adjective' ? name : null
}

/** "… of Norway" or "(Norway)" after a name. */
function countryAfter(scan: Scan, to: number): PlacedName | null {
  const bracketed = isSign(scan, to, '(') ? scan.names.get(to + 1) : undefined
  if (bracketed?.kind === 'country' && isSign(scan, bracketed.to, ')')) return bracketed
  const { ofWords, definiteArticles } = scan.lexicon.small
  if (!ofWords.has(scan.tokens[to]?.folded ?? '')) return null
  const at = definiteArticles.has(scan.tokens[to + 1]?.folded ?? '') ? to + 2 : to + 1
  const name = scan.names.get(at)
  return name?.kind === 'country' ? name : null
}

function pastJoint(scan: Scan, at: number): number {
  const comma = isSign(scan, at, ',') ? at + 1 : at
  return scan.lexicon.small.joining.has(scan.tokens[comma]?.folded ?? '') ? comma + 1 : comma
}

function isApposition(scan: Scan, nameTo: number, officeFrom: number): boolean {
  if (!isSign(scan, nameTo, ',–—(')) return false
  const between = scan.tokens.slice(nameTo + 1, officeFrom).map(({ folded }) => folded)
  return between.every((word) => scan.lexicon.small.beforeApposition.has(word)) && between.length <= 2
}
