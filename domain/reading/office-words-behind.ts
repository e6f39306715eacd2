// What an office is over, where it stands behind the office in small letters too: "ministre bulgare des Affaires étrangères",
// "directrice générale de l'Agence de promotion des investissements", "министр сельского хозяйства и продовольствия Беларуси",
// "постоянный представитель России при международных организациях". The words are taken piece by piece; those that no list knows
// count only when a name follows, or something known.
import { nameEnd } from './names.ts'
import type { Office } from './offices.ts'
import { isCapital, isSign, type PlacedName, type Scan } from './scan.ts'

/** `known`: a list knows it. `word`, `place`: counts only before a name or before something known. `link`: counts only before those. */
type Piece = {
  readonly kind: 'known' | 'country' | 'body' | 'place' | 'word' | 'link' | 'brackets'
  readonly to: number
  readonly from: number
  readonly name?: PlacedName
}

/** Most tokens behind the head. */
const longest = 20

/** The office with the words behind its head. `officeFrom` reads another office from a token on. */
export function withWordsBehind(scan: Scan, office: Office, officeFrom: (at: number) => Office | null): Office {
  const pieces: Piece[] = []
  let at = office.to
  while (at < office.to + longest) {
    const before = pieces.at(-1)
    const isOf = before?.kind === 'link' && !isJoining(scan, before) && scan.lexicon.small.ofWords.size > 0
    const inner = isOf ? officeFrom(at) : null
    if (inner !== null && isCapitalName(scan, inner.to)) return withInner(office, taken(pieces, false), inner, at)
    const piece = pieceAt(scan, office, pieces, at)
    if (piece === null) break
    pieces.push(piece)
    at = piece.to
  }
  return grown(office, taken(pieces, isNameAhead(scan, at)))
}

/** "conseiller du président Exemple": the name that follows is the inner office's. */
function withInner(office: Office, pieces: readonly Piece[], inner: Office, at: number): Office {
  return { ...grown(office, pieces), to: inner.to, inner: at }
}

/** The pieces that count: all before a name, else up to the last known one; never a link at the end. */
function taken(pieces: readonly Piece[], isNamed: boolean): readonly Piece[] {
  const last = pieces.findLastIndex(({ kind }) => kind !== 'link' && (isNamed || (kind !== 'word' && kind !== 'place')))
  // "… et Mme Exemple": behind a joining word the name is another person's.
  const end = isNamed && pieces.at(-1)?.kind === 'link' ? lastKnown(pieces) : last
  return pieces.slice(0, end + 1)
}

function lastKnown(pieces: readonly Piece[]): number {
  return pieces.findLastIndex(({ kind }) => kind !== 'link' && kind !== 'word' && kind !== 'place')
}

/** The role is all of it but the own country, with the links to it, and brackets. */
function grown(office: Office, pieces: readonly Piece[]): Office {
  const countries = pieces.flatMap(({ kind, name }) => (kind === 'country' && name !== undefined ? [name] : []))
  const body = pieces.find(({ kind }) => kind === 'body')?.name ?? null
  const role: [number, number][] = office.role.map(([from, to]) => [from, to])
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'country' || piece.kind === 'brackets' || leadsToCountry(pieces, index)) continue
    const last = role.at(-1)
    if (last !== undefined && last[1] === piece.from) last[1] = piece.to
    else role.push([piece.from, piece.to])
  }
  return {
    ...office,
    to: pieces.at(-1)?.to ?? office.to,
    role,
    country: office.country ?? countries[0] ?? null,
    countries: countries.length > 1 ? countries : office.countries,
    body: office.body ?? body,
  }
}

function leadsToCountry(pieces: readonly Piece[], index: number): boolean {
  const next = pieces.slice(index).find(({ kind }) => kind !== 'link')
  return pieces[index]?.kind === 'link' && next?.kind === 'country'
}

function pieceAt(scan: Scan, office: Office, pieces: readonly Piece[], at: number): Piece | null {
  return (
    bracketsAt(scan, at) ?? nameAt(scan, office, pieces, at) ?? knownAt(scan, pieces, at) ?? looseAt(scan, pieces, at)
  )
}

/** "(МАГАТЭ)". */
function bracketsAt(scan: Scan, at: number): Piece | null {
  return isSign(scan, at, '(') && isSign(scan, at + 2, ')') ? { kind: 'brackets', from: at, to: at + 3 } : null
}

/** One country is the office's own; a further one is where an envoy is posted, or of a plural office the next. */
function nameAt(scan: Scan, office: Office, pieces: readonly Piece[], at: number): Piece | null {
  const name = scan.names.get(at)
  if (name === undefined) return null
  const piece = { from: at, to: name.to, name }
  if (name.kind === 'body') return { ...piece, kind: 'body' }
  if (name.kind === 'city' || name.kind === 'region') {
    // Behind the country a name of a town may be a person's.
    return pieces.at(-1)?.kind === 'country' ? null : { ...piece, kind: 'place' }
  }
  const first = office.country === null && !pieces.some(({ kind }) => kind === 'country')
  if (first || (office.plural && pieces.at(-1)?.kind === 'link')) return { ...piece, kind: 'country' }
  return pieces.at(-1)?.kind === 'link' && name.kind === 'country' ? { ...piece, kind: 'place' } : null
}

function knownAt(scan: Scan, pieces: readonly Piece[], at: number): Piece | null {
  const { lexicon, tokens } = scan
  const joined = pieces.at(-1)?.kind === 'link'
  const head = lexicon.officeHead.at(tokens, at)
  const known = lexicon.portfolio.at(tokens, at) ?? lexicon.bodyHead.at(tokens, at)
  const longer = head !== null && (known === null || head.to > known.to) ? head : known
  if (longer !== null && (longer !== head || joined || lexicon.small.ofWords.size === 0))
    return { kind: 'known', from: at, to: longer.to }
  const modifier = lexicon.officeModifier.at(tokens, at)
  return modifier !== null ? { kind: isWordLike(scan, at) ? 'word' : 'known', from: at, to: modifier.to } : null
}

/** A modifier in small letters behind a link is no more than a word. */
function isWordLike({ tokens }: Scan, at: number): boolean {
  return tokens[at]?.shape !== 'lower'
}

/** Links, and words that no list knows. */
function looseAt(scan: Scan, pieces: readonly Piece[], at: number): Piece | null {
  const { lexicon, tokens } = scan
  const token = tokens[at]
  const before = pieces.at(-1)
  if (token === undefined) return null
  const link = lexicon.officeLink.at(tokens, at)
  if (link !== null) return { kind: 'link', from: at, to: link.to }
  const { officeJoints, definiteArticles, joining, ofWords } = lexicon.small
  if ([officeJoints, definiteArticles, joining, ofWords].some((list) => list.has(token.folded)))
    return { kind: 'link', from: at, to: at + 1 }
  if (isSign(scan, at, ',') && lexicon.portfolio.at(tokens, at + 1) !== null)
    return { kind: 'link', from: at, to: at + 1 }
  if (token.kind !== 'word') return null
  const isOver = before?.kind === 'link' && !isJoining(scan, before) && ofWords.has(lastWord(scan, before))
  if (token.shape !== 'lower') {
    if (isOver && lexicon.honorific.at(tokens, at) === null) return { kind: 'known', from: at, to: at + 1 }
    return isBeforeBody(scan, at + 1) ? { kind: 'word', from: at, to: at + 1 } : null
  }
  if (isVerb(scan, at) || isSmall(scan, at)) return null
  return { kind: isOver ? 'known' : 'word', from: at, to: at + 1 }
}

/** "Правления ООН": what a capitalised word is of. */
function isBeforeBody({ names, lexicon, tokens }: Scan, at: number): boolean {
  const kind = names.get(at)?.kind
  return kind === 'body' || kind === 'country' || lexicon.bodyHead.at(tokens, at) !== null
}

/** The last word of a link that is no article ("de la", "chargé de l'"). */
function lastWord({ tokens, lexicon }: Scan, { from, to }: Piece): string {
  const words = tokens.slice(Math.max(0, from - 1), to).map(({ folded }) => folded)
  return words.findLast((word) => !lexicon.small.definiteArticles.has(word) || lexicon.small.ofWords.has(word)) ?? ''
}

function isJoining({ tokens, lexicon }: Scan, { to }: Piece): boolean {
  return lexicon.small.joining.has(tokens[to - 1]?.folded ?? '')
}

function isSmall({ tokens, lexicon }: Scan, at: number): boolean {
  const word = tokens[at]?.folded ?? ''
  const { clauseWords, partWords, eventStops, withWords, byWords } = lexicon.small
  return (
    lexicon.commonWord.at(tokens, at) !== null ||
    [clauseWords, partWords, eventStops, withWords, byWords].some((list) => list.has(word)) ||
    lexicon.relativeDay.at(tokens, at) !== null ||
    lexicon.sameDay.at(tokens, at) !== null
  )
}

function isVerb({ tokens, lexicon }: Scan, at: number): boolean {
  const lists = [
    lexicon.eventVerb,
    lexicon.futureForm,
    lexicon.supportVerb,
    lexicon.topicVerb,
    lexicon.outcomeVerb,
    lexicon.notOutcome,
  ]
  if (lists.some((list) => list.at(tokens, at) !== null)) return true
  return (lexicon.order.verbEndings ?? []).some((ending) => tokens[at]?.folded.endsWith(ending) === true)
}

/** A name directly here, or behind a comma or an honorific. */
function isNameAhead(scan: Scan, at: number): boolean {
  const start = isSign(scan, at, ',') ? at + 1 : at
  return isCapitalName(scan, start)
}

function isCapitalName(scan: Scan, at: number): boolean {
  const honorific = scan.lexicon.honorific.at(scan.tokens, at)
  return honorific !== null || (isCapital(scan, at) && nameEnd(scan, at, true) !== null)
}
