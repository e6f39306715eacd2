// What was changed in a short run of words, for people to see: kept, struck and inserted. One comparison by words, not by letters, as
// nobody reads half a word.

/** A run of the old words (`kept`, `struck`) or of the new ones (`kept`, `inserted`), with the white space that follows them. */
export type DifferencePart = { readonly kind: 'kept' | 'struck' | 'inserted'; readonly words: string }

/** The longest strings that are compared word by word, in words of both multiplied: far above what a note is on. */
const mostCells = 1_000_000

/**
 * The parts that lead from one string to another, in reading order, what is struck before what is inserted. The parts without the
 * inserted ones are the first string, those without the struck ones the second, but for white space alone, where the second's is kept.
 * Very long strings are not compared: all of the one is struck, all of the other inserted.
 */
export function wordDifference(before: string, after: string): readonly DifferencePart[] {
  const [old, young] = [piecesOf(before), piecesOf(after)]
  if (before === after) return joined([{ kind: 'kept', words: after }])
  if (old.length * young.length > mostCells) {
    return joined([
      { kind: 'struck', words: before },
      { kind: 'inserted', words: after },
    ])
  }
  return joined(backTrace(old, young, commonLengths(old, young)))
}

type Piece = { readonly word: string; readonly printed: string }

/** Words and single signs, each with the white space behind it; white space in front belongs to the first. */
function piecesOf(text: string): readonly Piece[] {
  const pattern = /^\s+|(?:[\p{L}\p{M}\p{N}_]+(?:[-'’.,][\p{L}\p{N}][\p{L}\p{M}\p{N}_]*)*|\S\p{M}*)\s*/gu
  return [...text.matchAll(pattern)].map(([printed]) => ({ word: printed.trim(), printed }))
}

/** For each pair of places, how many words at most are common from there to the ends. */
function commonLengths(old: readonly Piece[], young: readonly Piece[]): Uint32Array {
  const width = young.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  for (let at = old.length - 1; at >= 0; at -= 1) {
    for (let to = young.length - 1; to >= 0; to -= 1) {
      const here = at * width + to
      const same = old[at]?.word === young[to]?.word
      lengths[here] = same
        ? (lengths[here + width + 1] ?? 0) + 1
        : Math.max(lengths[here + width] ?? 0, lengths[here + 1] ?? 0)
    }
  }
  return lengths
}

function backTrace(old: readonly Piece[], young: readonly Piece[], lengths: Uint32Array): readonly DifferencePart[] {
  const width = young.length + 1
  const parts: DifferencePart[] = []
  let at = 0
  let to = 0
  while (at < old.length || to < young.length) {
    const [one, other] = [old[at], young[to]]
    const here = at * width + to
    if (one !== undefined && other !== undefined && one.word === other.word) {
      parts.push({ kind: 'kept', words: other.printed })
      at += 1
      to += 1
    } else if (one !== undefined && (other === undefined || (lengths[here + width] ?? 0) >= (lengths[here + 1] ?? 0))) {
      parts.push({ kind: 'struck', words: one.printed })
      at += 1
    } else if (other !== undefined) {
      parts.push({ kind: 'inserted', words: other.printed })
      to += 1
    }
  }
  return parts
}

/** Neighbours of one kind become one part; between two kept words, what is struck comes before what is inserted. */
function joined(parts: readonly DifferencePart[]): readonly DifferencePart[] {
  const runs: DifferencePart[] = []
  let change = { struck: '', inserted: '' }
  const close = () => {
    if (change.struck !== '') runs.push({ kind: 'struck', words: change.struck })
    if (change.inserted !== '') runs.push({ kind: 'inserted', words: change.inserted })
    change = { struck: '', inserted: '' }
  }
  for (const { kind, words } of parts) {
    if (kind !== 'kept') {
      change = { ...change, [kind]: change[kind] + words }
      continue
    }
    close()
    const last = runs.at(-1)
    if (last?.kind === 'kept') runs[runs.length - 1] = { kind, words: last.words + words }
    else if (words !== '') runs.push({ kind, words })
  }
  close()
  return runs
}
