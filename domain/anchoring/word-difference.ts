// What was changed in a short run of words, for people to see: kept, struck and inserted. Told by words, not by letters, as nobody reads
// half a word.
import { unchangedPairs } from './shortest-edit.ts'
import { at, newWordNumbers, type Words, wordsOf } from './words.ts'

/** A run of the old words (`kept`, `struck`) or of the new ones (`kept`, `inserted`), with the white space that follows them. */
export type DifferencePart = { readonly kind: 'kept' | 'struck' | 'inserted'; readonly words: string }

/** More changes than anybody follows word by word: then all of the one is struck and all of the other inserted. */
const mostEdits = 1_000

/**
 * The parts that lead from one string to another, in reading order, what is struck before what is inserted. The parts without the struck
 * ones are the second string; those without the inserted ones are the first, but for white space, quotation marks and dashes.
 */
export function wordDifference(before: string, after: string): readonly DifferencePart[] {
  const known = newWordNumbers()
  const [old, young] = [wordsOf(before, known), wordsOf(after, known)]
  const pairs = unchangedPairs([...old.numbers], [...young.numbers], mostEdits) ?? []
  const parts: DifferencePart[] = []
  const add = (kind: DifferencePart['kind'], words: string) => {
    const last = parts.at(-1)
    if (last?.kind === kind) parts[parts.length - 1] = { kind, words: last.words + words }
    else if (words !== '') parts.push({ kind, words })
  }
  let [from, to] = [0, 0]
  for (const [one, other] of [...pairs, [old.numbers.length, young.numbers.length] as const]) {
    add('struck', printed(before, old, from, one))
    add('inserted', printed(after, young, to, other))
    add('kept', printed(after, young, other, Math.min(other + 1, young.numbers.length)))
    from = one + 1
    to = other + 1
  }
  return parts
}

/** The words from one index up to another, as they stand in the text up to the next word; white space in front is the first word's. */
function printed(text: string, { starts }: Words, from: number, to: number): string {
  if (from >= to) return ''
  return text.slice(from === 0 ? 0 : at(starts, from), to < starts.length ? at(starts, to) : text.length)
}
