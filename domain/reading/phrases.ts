// Finds words and phrases of the language data in a sequence of tokens. A word of a phrase may end in `*`, which stands for any
// ending ("кездес*"), and `…` between two words stands for none to three others ("a … rencontré"). Phrases are compared folded, so
// case, accents and kinds of apostrophe do not count.
import { fold } from '../text/fold.ts'
import { noElisions, type Token, tokensOf } from './tokens.ts'

/** A phrase found: the tokens [from, to) and what the data says about it. */
export type PhraseMatch<Value> = { readonly from: number; readonly to: number; readonly value: Value }

export type Phrases<Value> = {
  /** The longest phrase that begins at token `index`, or null. */
  readonly at: (tokens: readonly Token[], index: number) => PhraseMatch<Value> | null
}

/** What may follow the words read so far. */
type Node<Value> = {
  readonly words: Map<string, Node<Value>>
  readonly stems: Map<string, Node<Value>>
  /** The lengths of stems by their first letters, so that no others are tried: lists have thousands of stems of every length. */
  readonly stemLengths: Map<string, Set<number>>
  /** What follows after up to three other words. */
  gap: Node<Value> | null
  /** What the phrase that ends here means. */
  end: { readonly value: Value } | null
}

type Piece = { readonly folded: string; readonly kind: 'word' | 'stem' | 'gap' }
type Ending<Value> = { readonly to: number; readonly value: Value }

const none: ReadonlySet<number> = new Set()
/** So many letters part the stems; shorter stems are listed under all they have. */
const firstLetters = 3
/** The most words that three dots stand for. */
const longestGap = 3

/** Prepares phrases for looking up. In: pairs of a phrase as the data prints it and what it means; the first of two equal ones counts. */
export function phrasesOf<Value>(
  pairs: Iterable<readonly [phrase: string, value: Value]>,
  elisions: ReadonlySet<string> = noElisions,
): Phrases<Value> {
  const root = newNode<Value>()
  for (const [phrase, value] of pairs) {
    const last = piecesOf(phrase, elisions).reduce(childOf, root)
    if (last !== root) last.end ??= { value }
  }
  return {
    at: (tokens, index) => {
      const ending = longestFrom(root, tokens, index)
      return ending === null ? null : { from: index, to: ending.to, value: ending.value }
    },
  }
}

/** Phrases that all mean the same. */
export function phraseSet(phrases: readonly string[], elisions: ReadonlySet<string> = noElisions): Phrases<true> {
  return phrasesOf(
    phrases.map((phrase) => [phrase, true] as const),
    elisions,
  )
}

function newNode<Value>(): Node<Value> {
  return { words: new Map(), stems: new Map(), stemLengths: new Map(), gap: null, end: null }
}

/** Three dots are looked for before folding, which makes full stops of them; an initial keeps its full stop as in a text. */
function piecesOf(phrase: string, elisions: ReadonlySet<string>): readonly Piece[] {
  return phrase.split(/\s+/u).flatMap((word): readonly Piece[] => {
    if (word === '…') return [{ folded: '', kind: 'gap' }]
    if (/^\p{Lu}\.$/u.test(word)) return [{ folded: word.toLowerCase(), kind: 'word' }]
    if (elisions.has(fold(word))) return [{ folded: fold(word), kind: 'word' }]
    const stem = word.endsWith('*')
    const tokens = tokensOf(stem ? word.slice(0, -1) : word, 0, undefined, elisions)
    return tokens.map(({ folded }, index) => ({ folded, kind: stem && index === tokens.length - 1 ? 'stem' : 'word' }))
  })
}

function childOf<Value>(node: Node<Value>, { folded, kind }: Piece): Node<Value> {
  if (kind === 'gap') {
    node.gap ??= newNode()
    return node.gap
  }
  if (kind === 'stem') enterLength(node, folded)
  const children = kind === 'stem' ? node.stems : node.words
  const known = children.get(folded)
  if (known !== undefined) return known
  const made = newNode<Value>()
  children.set(folded, made)
  return made
}

function enterLength<Value>({ stemLengths }: Node<Value>, stem: string): void {
  const first = stem.slice(0, firstLetters)
  const lengths = stemLengths.get(first) ?? new Set()
  stemLengths.set(first, lengths.add(stem.length))
}

function longestFrom<Value>(node: Node<Value>, tokens: readonly Token[], index: number): Ending<Value> | null {
  const token = tokens[index]
  if (token === undefined) return null
  const whole = node.words.get(token.folded)
  let best = whole === undefined ? null : endingAfter(whole, tokens, index + 1)
  if (token.kind !== 'word' || node.stems.size === 0) return best
  for (let letters = 1; letters <= firstLetters; letters += 1) {
    for (const length of node.stemLengths.get(token.folded.slice(0, letters)) ?? none) {
      const child = length <= token.folded.length ? node.stems.get(token.folded.slice(0, length)) : undefined
      const ending = child === undefined ? null : endingAfter(child, tokens, index + 1)
      if (ending !== null && (best === null || ending.to > best.to)) best = ending
    }
  }
  return best
}

/** The longest phrase that goes through a node behind the tokens read so far. */
function endingAfter<Value>(node: Node<Value>, tokens: readonly Token[], index: number): Ending<Value> | null {
  let best: Ending<Value> | null = node.end === null ? null : { to: index, value: node.end.value }
  const next = longestFrom(node, tokens, index)
  if (next !== null) best = next
  for (let skipped = 0; node.gap !== null && skipped <= longestGap; skipped += 1) {
    const beyond = longestFrom(node.gap, tokens, index + skipped)
    if (beyond !== null && (best === null || beyond.to > best.to)) best = beyond
    if (tokens[index + skipped]?.kind === 'sign') break
  }
  return best
}
