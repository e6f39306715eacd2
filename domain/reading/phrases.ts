// Finds words and phrases of the language data in a sequence of tokens. A phrase may end in `*`, which stands for any ending
// ("кездес*"); phrases are compared folded, so case, accents and kinds of apostrophe do not count.
import { type Token, tokensOf } from './tokens.ts'

/** A phrase found: the tokens [from, to) and what the data says about it. */
export type PhraseMatch<Value> = { readonly from: number; readonly to: number; readonly value: Value }

type Piece = { readonly folded: string; readonly stem: boolean }
type Entry<Value> = { readonly pieces: readonly Piece[]; readonly value: Value }
/** Entries by a piece; `stems` holds the lengths that stems have, so that no others are tried. */
type Index<Value> = { readonly map: Map<string, Entry<Value>[]>; readonly stems: Set<number> }

export type Phrases<Value> = {
  /** The longest phrase that begins at token `index`, or null. */
  readonly at: (tokens: readonly Token[], index: number) => PhraseMatch<Value> | null
  /** The longest phrase whose last token is `index`, or null. */
  readonly endingAt: (tokens: readonly Token[], index: number) => PhraseMatch<Value> | null
}

/** Prepares phrases for looking up. In: pairs of a phrase as the data prints it and what it means. */
export function phrasesOf<Value>(pairs: Iterable<readonly [phrase: string, value: Value]>): Phrases<Value> {
  const byFirst: Index<Value> = { map: new Map(), stems: new Set() }
  const byLast: Index<Value> = { map: new Map(), stems: new Set() }
  const all = [...pairs].map(([phrase, value]) => ({ pieces: piecesOf(phrase), value }))
  for (const entry of all.toSorted((a, b) => b.pieces.length - a.pieces.length)) {
    add(byFirst, entry.pieces[0], entry)
    add(byLast, entry.pieces.at(-1), entry)
  }
  const fits = ({ pieces }: Entry<Value>, tokens: readonly Token[], from: number) =>
    from >= 0 && pieces.every((piece, offset) => isPiece(piece, tokens[from + offset]))
  const longest = (entries: readonly Entry<Value>[], tokens: readonly Token[], fromOf: (length: number) => number) => {
    let best: PhraseMatch<Value> | null = null
    for (const entry of entries) {
      const { length } = entry.pieces
      if (best !== null && best.to - best.from >= length) continue
      const from = fromOf(length)
      if (fits(entry, tokens, from)) best = { from, to: from + length, value: entry.value }
    }
    return best
  }
  return {
    at: (tokens, index) => longest(candidates(byFirst, tokens[index]), tokens, () => index),
    endingAt: (tokens, index) => longest(candidates(byLast, tokens[index]), tokens, (length) => index + 1 - length),
  }
}

/** Phrases that all mean the same. */
export function phraseSet(phrases: readonly string[]): Phrases<true> {
  return phrasesOf(phrases.map((phrase) => [phrase, true] as const))
}

function piecesOf(phrase: string): readonly Piece[] {
  return phrase.split(/\s+/u).flatMap((word) => {
    const stem = word.endsWith('*')
    const tokens = tokensOf(stem ? word.slice(0, -1) : word)
    return tokens.map(({ folded }, index) => ({ folded, stem: stem && index === tokens.length - 1 }))
  })
}

function add<Value>({ map, stems }: Index<Value>, piece: Piece | undefined, entry: Entry<Value>): void {
  if (piece === undefined) return
  if (piece.stem) stems.add(piece.folded.length)
  const key = piece.stem ? `${piece.folded}*` : piece.folded
  const known = map.get(key)
  if (known === undefined) map.set(key, [entry])
  else known.push(entry)
}

function candidates<Value>({ map, stems }: Index<Value>, token: Token | undefined): readonly Entry<Value>[] {
  if (token === undefined) return []
  const whole = map.get(token.folded) ?? []
  if (stems.size === 0 || token.kind !== 'word') return whole
  const found = [...stems].flatMap((length) =>
    length <= token.folded.length ? (map.get(`${token.folded.slice(0, length)}*`) ?? []) : [],
  )
  return [...whole, ...found]
}

function isPiece(piece: Piece, token: Token | undefined): boolean {
  if (token === undefined) return false
  return piece.stem ? token.folded.startsWith(piece.folded) : token.folded === piece.folded
}
