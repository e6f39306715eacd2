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
}

/** Puts tokens and gazetteer names of one sentence together. In: the names that lie in it, in order. */
export function scanOf(
  text: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
  mentions: readonly GazetteerMention[],
  isTitle = false,
): Scan {
  const names = new Map<number, PlacedName>(unlistedTowns(text, tokens))
  let from = 0
  for (const mention of mentions) {
    while (from < tokens.length && (tokens[from]?.end ?? 0) <= mention.start) from += 1
    let to = from
    while (to < tokens.length && (tokens[to]?.start ?? 0) < mention.end) to += 1
    if (to > from) names.set(from, { ...mention, from, to })
  }
  return { text, tokens, lexicon, names, titleCase: isTitle && isTitleCase(tokens), allCapitals: isAllCapitals(tokens) }
}

/** "the city of Chornomorsk": a town that says so itself, whether the gazetteer has it or not. */
function unlistedTowns(text: string, tokens: readonly Token[]): readonly (readonly [number, PlacedName])[] {
  return tokens.flatMap((token, at): readonly (readonly [number, PlacedName])[] => {
    const [of, name] = [tokens[at + 1], tokens[at + 2]]
    if (!/^(?:city|town|village|port)$/u.test(token.folded) || of?.folded !== 'of') return []
    if (name === undefined || name.shape === 'lower' || name.kind !== 'word') return []
    const { start, end } = name
    const words = text.slice(start, end)
    const placed = { kind: 'city', id: `town ${words}`, name: words, doubtful: false, also: [], start, end } as const
    return [[at + 2, { ...placed, from: at + 2, to: at + 3 }]]
  })
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
