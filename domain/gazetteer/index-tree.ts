// The names as a tree of words, so that the longest name at a word is found in as many steps as it has words. Making the tree of all
// names takes long and a text needs few of them: at first names are only sorted by first word, and a tree is grown under a first word
// when a text has it.
import type { Entry } from './entries.ts'
import { type FoldWord, gapBetween, wordPlaces } from './words.ts'

/**
 * A name with what it asks of the text. `inCapitals`: an abbreviation ("US", "НАТО") must stand in capitals. `sign`: a full stop or
 * quotation mark after the last word, which the text may have, or a plus sign, which it must have (OPEC+).
 */
export type Leaf = {
  readonly entry: Entry
  readonly inCapitals: boolean
  readonly doubtful: boolean
  readonly sign: '' | '.' | '»' | '+'
}

/** Names that end at this word, and the words that may follow, each after the gap that parts it ("' " + word). */
export type WordNode = { readonly leaves: Leaf[]; readonly next: Map<string, WordNode> }

/** Gives the node of a name's first word, folded; undefined when no name begins so. */
export type FirstWords = (folded: string) => WordNode | undefined

/**
 * The index of all names. Left out: names without a letter, with a word too long, and of one ideograph, which is a word of its own
 * everywhere.
 */
export function firstWords(entries: readonly Entry[], foldWord: FoldWord): FirstWords {
  const byFirst = new Map<string, Entry[] | WordNode>()
  for (const entry of entries) {
    const folded = foldWord(firstWordOf(entry.words))
    if (folded === null || folded === '') continue
    const list = byFirst.get(folded)
    if (Array.isArray(list)) list.push(entry)
    else byFirst.set(folded, [entry])
  }
  return (folded) => {
    const known = byFirst.get(folded)
    if (!Array.isArray(known)) return known
    const grown = growTree(known, foldWord)
    byFirst.set(folded, grown)
    return grown
  }
}

/** Latin, Cyrillic and Arabic letters at the beginning of a name, up to a sign that ends a word. */
const plainWord =
  /^(?:[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0400-\u0481\u048A-\u04FF]+|[\u0621-\u063A\u0641-\u064A]+)(?=$|[ '’.,/+-])/u

/** The first word of a name, as `wordPlaces` parts it: by a quick look where that is enough. */
function firstWordOf(words: string): string {
  const plain = plainWord.exec(words)?.[0]
  if (plain !== undefined) return plain
  if (/^\p{Script=Han}/u.test(words)) return String.fromCodePoint(words.codePointAt(0) ?? 0)
  const { starts, ends } = wordPlaces(words)
  return words.slice(starts[0] ?? 0, ends[0] ?? 0)
}

/** The tree under one first word. */
function growTree(entries: readonly Entry[], foldWord: FoldWord): WordNode {
  const root: WordNode = { leaves: [], next: new Map() }
  for (const entry of entries) {
    const node = nodeAt(root, entry.words, foldWord)
    if (node === null || /^\p{Script=Han}$/u.test(entry.words)) continue
    node.leaves.push(leafOf(entry))
  }
  return root
}

function leafOf(entry: Entry): Leaf {
  const { words, owner } = entry
  return {
    entry,
    inCapitals: words === words.toUpperCase(),
    doubtful: owner.doubtful.includes(words),
    sign: signOf(words),
  }
}

function signOf(words: string): Leaf['sign'] {
  const last = words.at(-1)
  return last === '.' || last === '»' || last === '+' ? last : ''
}

/** The node where a name ends, made on the way; null for a name with a word that is too long. */
function nodeAt(root: WordNode, words: string, foldWord: FoldWord): WordNode | null {
  const { starts, ends } = wordPlaces(words)
  let node = root
  for (let at = 1; at < starts.length; at++) {
    const word = foldWord(words.slice(starts[at], ends[at]))
    const gap = gapBetween(words.slice(ends[at - 1], starts[at]))
    if (word === null || gap === null) return null
    const next = node.next.get(gap + word) ?? { leaves: [], next: new Map() }
    node.next.set(gap + word, next)
    node = next
  }
  return node
}
