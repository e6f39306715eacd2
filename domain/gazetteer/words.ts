// Words of a text and what stands between them, in the form in which the gazetteer compares them. Names are split in the same way,
// so "New York" and "New\nYork", «Nur-Sultan» and «Nur–Sultan», "Côte d’Ivoire" and "Cote d'Ivoire" are the same words.
import { fold, foldWord } from '../text/fold.ts'

/** Folds a word; null for one that is too long to be part of a name. */
export type FoldWord = (word: string) => string | null

/** Longer runs of letters and longer gaps belong to no name, and are not looked at: a text may be one word of 5 MB. */
const longestWord = 40
/** See `longestWord`; UTF-16 units. */
export const longestGap = 120

/** A Chinese or Japanese character is a word by itself, for nothing parts words there. */
const ideograph = String.raw`(?=\p{L})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`
/** Bounded, for engines match long runs by recursion; `wordPlaces` joins the pieces of a long word. */
const wordPattern = new RegExp(
  String.raw`${ideograph}|[\p{L}\p{N}](?:(?!${ideograph})[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060]){0,60}`,
  'gu',
)
const ideographHere = new RegExp(ideograph, 'uy')

/** Where the words of a text begin and end, in UTF-16 offsets: two lists of the same length. */
export type WordPlaces = { readonly starts: readonly number[]; readonly ends: readonly number[] }

/** The words of a text: runs of letters and digits, or one ideograph. Apostrophes, dashes and full stops part words. */
export function wordPlaces(text: string): WordPlaces {
  const starts: number[] = []
  const ends: number[] = []
  for (const match of text.matchAll(wordPattern)) {
    const end = match.index + match[0].length
    if (ends.at(-1) === match.index && !isIdeograph(text, match.index) && !isIdeograph(text, match.index - 1)) {
      ends[ends.length - 1] = end
    } else {
      starts.push(match.index)
      ends.push(end)
    }
  }
  return { starts, ends }
}

function isIdeograph(text: string, at: number): boolean {
  if (!(text.charCodeAt(at) >= 0x2e80)) return false
  ideographHere.lastIndex = at
  return ideographHere.test(text)
}

/** One word folded for comparison, or null when it is too long to be part of a name. */
export function foldedWord(word: string): string | null {
  return word.length > longestWord ? null : foldWord(word)
}

/**
 * What parts two words of one name, or null when they cannot be of one. A dash parts like a space does; white space with an empty
 * line in it is the end of a paragraph. "&" and other signs stand for themselves.
 */
export function gapBetween(gap: string): string | null {
  if (gap === ' ' || gap === '') return gap
  if (gap.length > longestGap || /\n\s*\n|\r\s*\r/u.test(gap.replaceAll('\r\n', '\n'))) return null
  const plain = fold(gap).replace(/ +/gu, ' ')
  return plain === '-' ? ' ' : plain
}

/** `foldedWord` with a memory of the words it has seen, for most words of a text come again. Forgets all when it has `most` words. */
export function rememberedFold(most: number): FoldWord {
  const seen = new Map<string, string | null>()
  return (word) => {
    const known = seen.get(word)
    if (known !== undefined) return known
    if (seen.size >= most) seen.clear()
    const folded = foldedWord(word)
    if (word.length <= longestWord) seen.set(word, folded)
    return folded
  }
}
