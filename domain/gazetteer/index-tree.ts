// The names as a tree of words, so that the longest name at a word is found in as many steps as it has words.
import type { Entry } from './entries.ts'
import { type FoldWord, gapBetween, wordPlaces } from './words.ts'

/** Names that end at this word, and the words that may follow, each after the gap that parts it ("' " + word). */
export type WordNode = { readonly entries: Entry[]; readonly next: Map<string, WordNode> }

/**
 * The tree of all names. Left out: names without a letter, with a word too long, and of one ideograph, which is a word of its own
 * everywhere.
 */
export function wordTree(entries: readonly Entry[], foldWord: FoldWord): ReadonlyMap<string, WordNode> {
  const root = new Map<string, WordNode>()
  for (const entry of entries) {
    const steps = stepsOf(entry.words, foldWord)
    if (steps === null) continue
    let level = root
    let node: WordNode | undefined
    for (const step of steps) {
      node = level.get(step) ?? { entries: [], next: new Map() }
      level.set(step, node)
      level = node.next
    }
    if (node !== undefined && !node.entries.some((other) => sameReading(other, entry))) node.entries.push(entry)
  }
  return root
}

function sameReading(a: Entry, b: Entry): boolean {
  return a.kind === b.kind && a.id === b.id && a.lowerCase === b.lowerCase && a.words === b.words
}

/** The keys that lead to a name in the tree: the first folded word, then each next word with the gap before it. */
function stepsOf(words: string, foldWord: FoldWord): readonly string[] | null {
  const { starts, ends } = wordPlaces(words)
  const steps: string[] = []
  for (let at = 0; at < starts.length; at++) {
    const word = foldWord(words.slice(starts[at], ends[at]))
    const gap = at === 0 ? '' : gapBetween(words.slice(ends[at - 1], starts[at]))
    if (word === null || gap === null) return null
    steps.push(gap + word)
  }
  return steps.length === 0 || /^\p{Script=Han}$/u.test(words) ? null : steps
}
