// Places, organisations and documents that a text names, each once with all its mentions.
import { onOneLine } from '../text/lines.ts'
import type { Analysis, Reviewed } from './analysis.ts'
import type { NamedMention, OffsetPair } from './reading.ts'
import { isCapital, type PlacedName, type Scan } from './scan.ts'
import { offsetsOf } from './when-where.ts'

export type NamedThings = {
  readonly places: readonly NamedMention[]
  readonly organisations: readonly NamedMention[]
  readonly documents: readonly NamedMention[]
}

/** Everything named in headline and body; the dateline's place is the report's, not the text's. */
export function namedThings({ text, sentences }: Analysis): NamedThings {
  const places = new Names()
  const organisations = new Names()
  for (const reviewed of sentences) {
    if (reviewed.sentence.role === 'dateline') continue
    const bodies = bodiesIn(reviewed)
    for (const { key, span } of bodies) organisations.add(key, span, text)
    for (const name of reviewed.scan.names.values()) {
      if (isPlace(reviewed, name, bodies)) places.add(name.id, [name.start, name.end], text)
    }
  }
  return { places: places.all(), organisations: organisations.all(), documents: documentsIn(text) }
}

/** Collects mentions by what they mean; the first printed form names the thing, the longest an organisation. */
class Names {
  readonly #found = new Map<string, { name: string; readonly spans: OffsetPair[] }>()

  add(key: string, span: OffsetPair, text: string): void {
    const words = onOneLine(text.slice(...span))
    const known = this.#found.get(key)
    if (known === undefined) this.#found.set(key, { name: words, spans: [span] })
    else {
      known.spans.push(span)
      if (words.length > known.name.length) known.name = words
    }
  }

  all(): readonly NamedMention[] {
    return [...this.#found.values()]
  }
}

type Body = { readonly key: string; readonly span: OffsetPair }

function isPlace({ scan, mentions }: Reviewed, name: PlacedName, bodies: readonly Body[]): boolean {
  if (name.kind !== 'country' && name.kind !== 'city' && name.kind !== 'region') return false
  if (mentions.some(({ from, to, by }) => by === 'name' && name.from >= from && name.to <= to)) return false
  if (bodies.some(({ span }) => name.start >= span[0] && name.end <= span[1])) return false
  return !isAttribute(scan, name)
}

/** "U.S. officials": an abbreviation before a noun is an adjective; "Kyiv Summit" is an event. */
function isAttribute(scan: Scan, name: PlacedName): boolean {
  const { tokens, text, lexicon } = scan
  const next = tokens[name.to]
  if (
    isCapital(scan, name.to) &&
    (lexicon.multilateral.at(tokens, name.to) ?? lexicon.eventNoun.at(tokens, name.to)) !== null
  )
    return true
  return (
    /^[A-Z.]{2,6}$/u.test(text.slice(name.start, name.end)) &&
    next?.kind === 'word' &&
    !/^(?:and|or|to|in|on|will|has|is|was)$/u.test(next.folded)
  )
}

function bodiesIn({ scan, mentions }: Reviewed): readonly Body[] {
  const bodies: Body[] = [...scan.names.values()]
    .filter(({ kind }) => kind === 'body')
    .map(({ id, start, end }) => ({ key: id, span: [start, end] as const }))
  for (let at = 0; at < scan.tokens.length; at += 1) {
    const head = isCapital(scan, at) ? scan.lexicon.bodyHead.at(scan.tokens, at) : null
    if (head === null) continue
    const [from, to] = bodyAround(scan, head.from, head.to)
    const span = offsetsOf(scan, from, to)
    const known = bodies.some((body) => body.span[0] <= span[0] && body.span[1] >= span[1])
    const person = mentions.some((mention) => mention.by === 'name' && mention.from < to && mention.to > from)
    if (!known && !person && to - from > 1) bodies.push({ key: scan.text.slice(...span).toLowerCase(), span })
    at = to - 1
  }
  return bodies
}

/** "the Tajik Ministry of Foreign Affairs", "Council of Foreign Ministers": capitals before the head, "of …" behind it. */
function bodyAround(scan: Scan, headFrom: number, headTo: number): readonly [from: number, to: number] {
  let from = headFrom
  while (
    from > 0 &&
    isCapital(scan, from - 1) &&
    !isSmallWord(scan, from - 1) &&
    scan.names.get(from - 1)?.kind !== 'adjective'
  )
    from -= 1
  let to = headTo
  while (isCapital(scan, to)) to += 1
  for (let link = to; scan.tokens[link]?.folded === 'of' || scan.tokens[link]?.folded === 'for'; link = to) {
    const start = scan.tokens[link + 1]?.folded === 'the' ? link + 2 : link + 1
    if (!isCapital(scan, start)) break
    to = start
    while (isCapital(scan, to) || (scan.tokens[to]?.folded === 'and' && isCapital(scan, to + 1) && to - start < 4))
      to += 1
  }
  return [from, to]
}

function isSmallWord({ tokens, lexicon }: Scan, at: number): boolean {
  return (
    (tokens[at]?.words.length ?? 0) <= 3 ||
    lexicon.calendarWord.at(tokens, at) !== null ||
    (at === 0 && lexicon.notName.at(tokens, at) !== null)
  )
}

/** Symbols of United Nations documents (organ, body, session, nature, change) and numbered resolutions. */
const symbol =
  /(?<![\p{L}\d/])(?:[ASE]|ST)\/(?:[A-Z0-9]+[./-]?)+(?:\/[A-Z0-9.]+)*(?: \(\d{4}\))?|\b[Rr]esolution \d{3,4}(?: \(\d{4}\))?/gu

function documentsIn(text: string): readonly NamedMention[] {
  const documents = new Names()
  for (const match of text.matchAll(symbol)) {
    const words = match[0].replace(/[./-]$/u, '')
    documents.add(words, [match.index, match.index + words.length], text)
  }
  return documents.all()
}
