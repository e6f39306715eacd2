// What the steps that find people, offices and places look at: the tokens of one sentence with the geographical names and bodies
// that the gazetteer found in it.
import type { GazetteerMention } from '../gazetteer/gazetteer.ts'
import type { Lexicon } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** A gazetteer's name over the tokens [from, to). */
export type PlacedName = GazetteerMention & { readonly from: number; readonly to: number }

export type Scan = {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly lexicon: Lexicon
  /** The name that begins at a token, by that token's index. */
  readonly names: ReadonlyMap<number, PlacedName>
  /** True for headlines printed With Most Words In Capitals, where a capital says nothing. */
  readonly titleCase: boolean
  /** True for a sentence printed in capitals throughout, as telegrams are. */
  readonly allCapitals: boolean
  /** The token from which words such as "as reported earlier" make the sentence history; past the last one where there are none. */
  readonly historyFrom: number
}

/** Puts tokens and gazetteer names of one sentence together. In: the names that lie in it, in order. */
export function scanOf(
  text: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
  mentions: readonly GazetteerMention[],
  isTitle = false,
): Scan {
  const names = new Map<number, PlacedName>(unlistedTowns(text, tokens, lexicon))
  let from = 0
  for (const mention of mentions) {
    while (from < tokens.length && (tokens[from]?.end ?? 0) <= mention.start) from += 1
    let to = from
    while (to < tokens.length && (tokens[to]?.start ?? 0) < mention.end) to += 1
    if (to <= from) continue
    for (let at = from; at < to; at += 1) names.delete(at)
    names.set(from, { ...mention, from, to })
  }
  const history = tokens.findIndex((_, at) => lexicon.background.at(tokens, at) !== null)
  return {
    text,
    tokens,
    lexicon,
    names,
    titleCase: isTitle && isTitleCase(tokens),
    allCapitals: isAllCapitals(tokens),
    historyFrom: history < 0 ? tokens.length : history,
  }
}

/** Longest name of a town that no list has, in tokens. */
const longestTown = 3

/**
 * Towns that no gazetteer has: "the city of Chornomorsk", "in Kirkenes". What stands behind "in" is one when it is capitalised and
 * known for nothing else.
 */
function unlistedTowns(
  text: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly (readonly [number, PlacedName])[] {
  return tokens.flatMap((token, at): readonly (readonly [number, PlacedName])[] => {
    const from = townFrom(tokens, at, lexicon)
    if (from === null || token.kind !== 'word') return []
    let to = from
    while (to < from + longestTown && isUnknownCapital(tokens, to, lexicon)) to += 1
    const [first, last] = [tokens[from], tokens[to - 1]]
    if (to === from || first === undefined || last === undefined || isCapitalised(tokens[to])) return []
    const words = text.slice(first.start, last.end)
    const place = { kind: 'city', id: `town ${words}`, name: words, doubtful: true, also: [] } as const
    return [[from, { ...place, start: first.start, end: last.end, from, to }]]
  })
}

function townFrom(tokens: readonly Token[], at: number, { small }: Lexicon): number | null {
  const word = tokens[at]?.folded ?? ''
  if (small.townLinks.has(word)) return at + 1
  if (small.townNounsBehind.has(tokens[at + 1]?.folded ?? '')) return at
  if (!small.townNouns.has(word)) return null
  if (small.ofWords.size === 0) return at + 1
  return small.ofWords.has(tokens[at + 1]?.folded ?? '') ? at + 2 : null
}

function isCapitalised(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.shape === 'capital'
}

function isUnknownCapital(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  if (!isCapitalised(tokens[at]) || (tokens[at]?.words.length ?? 0) < 3) return false
  return ![
    lexicon.notName,
    lexicon.officeHead,
    lexicon.officeModifier,
    lexicon.bodyHead,
    lexicon.portfolio,
    lexicon.calendarWord,
    lexicon.honorific,
    lexicon.monarch,
    lexicon.eventNoun,
    lexicon.multilateral,
  ].some((list) => list.at(tokens, at) !== null)
}

/** Words that headlines leave small. */
const longEnough = 4

function isTitleCase(tokens: readonly Token[]): boolean {
  const long = tokens.filter(({ kind, words }) => kind === 'word' && words.length >= longEnough)
  return long.length >= 4 && long.filter(({ shape }) => shape !== 'lower').length >= long.length * 0.75
}

/** True when the token at an index is a word that begins with a capital. */
export function isCapital({ tokens }: Pick<Scan, 'tokens'>, index: number): boolean {
  const token = tokens[index]
  return token !== undefined && token.kind === 'word' && token.shape !== 'lower'
}

/** The printed words of the tokens [from, to), as they stand in the text. */
export function printed({ text, tokens }: Pick<Scan, 'text' | 'tokens'>, from: number, to: number): string {
  const [first, last] = [tokens[from], tokens[to - 1]]
  return first === undefined || last === undefined ? '' : text.slice(first.start, last.end)
}

/** True for a sign token with exactly these characters. */
export function isSign({ tokens }: Pick<Scan, 'tokens'>, index: number, signs: string): boolean {
  const token = tokens[index]
  return token !== undefined && token.kind === 'sign' && signs.includes(token.words)
}

function isAllCapitals(tokens: readonly Token[]): boolean {
  return tokens.length > 4 && !tokens.some(({ kind, words }) => kind === 'word' && /\p{Ll}{2}/u.test(words))
}
