// Words, numbers and signs of a text with their places: the one unit the steps of the engine count in. A possessive's ending is a
// token of its own ("Kazakhstan" + "’s"), initials and abbreviations keep their full stop ("J.", "U.S.").
import { fold, foldWord } from '../text/fold.ts'

export type TokenKind = 'word' | 'number' | 'possessive' | 'sign'

export type Token = {
  readonly kind: TokenKind
  /** UTF-16 offsets into the text. */
  readonly start: number
  readonly end: number
  /** As printed. */
  readonly words: string
  /** Folded for comparison (domain/text/fold.ts). */
  readonly folded: string
  /** `capital`: begins with a capital; `capitals`: nothing but capitals, at least two; `lower`: anything else. */
  readonly shape: 'capital' | 'capitals' | 'lower'
}

const pattern = new RegExp(
  [
    '(?<abbreviation>(?:\\p{Lu}\\.){2,}(?:-\\p{Lu}[\\p{L}.]*)?)',
    '(?<initial>\\p{Lu}\\.(?=\\s?\\p{Lu}))',
    "(?<possessive>(?<=[\\p{L}\\p{N}.])['’][sS](?![\\p{L}\\p{N}])|(?<=[sSxzXZ])['’](?=\\s))",
    "(?<word>\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:(?:[-‐‑]|['’ʻʼ‘`](?!s(?![\\p{L}\\p{N}])))[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*)*)",
    '(?<number>\\p{N}+(?:[.,:]\\p{N}+)*(?:st|nd|rd|th)?)',
    '(?<sign>\\S)',
  ].join('|'),
  'gu',
)

/** For languages that join no small word to the next by an apostrophe. */
export const noElisions: ReadonlySet<string> = new Set()

/**
 * The tokens of `text` from offset `start` up to `end` (UTF-16), in order. White space is in none. `elisions`: folded small words
 * that an apostrophe joins to the next word ("l'", "d'"); each is a token of its own.
 */
export function tokensOf(
  text: string,
  start = 0,
  end = text.length,
  elisions: ReadonlySet<string> = noElisions,
): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const words = match[0]
    const at = start + match.index
    const kind = kindOf(match.groups ?? {})
    const cut = kind === 'word' && elisions.size > 0 ? elidedLength(words, elisions) : 0
    if (cut > 0) tokens.push(tokenOf('word', at, words.slice(0, cut)))
    if (cut < words.length) tokens.push(tokenOf(kind, at + cut, words.slice(cut)))
  }
  return tokens
}

function tokenOf(kind: TokenKind, start: number, words: string): Token {
  return { kind, start, end: start + words.length, words, folded: foldWord(words), shape: shapeOf(words) }
}

/** Length of the small word that an apostrophe joins to the rest. */
function elidedLength(words: string, elisions: ReadonlySet<string>): number {
  const length = words.search(/['’ʼ‘`]/u) + 1
  return length > 0 && elisions.has(fold(words.slice(0, length))) ? length : 0
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): TokenKind {
  if (groups.possessive !== undefined) return 'possessive'
  if (groups.number !== undefined) return 'number'
  return groups.sign === undefined ? 'word' : 'sign'
}

function shapeOf(words: string): Token['shape'] {
  if (!/^\p{Lu}/u.test(words)) return 'lower'
  return words.length > 1 && !/\p{Ll}/u.test(words) && /\p{Lu}.*\p{Lu}/u.test(words) ? 'capitals' : 'capital'
}
