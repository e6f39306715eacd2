// Which stretch of a text may hold some words that do not stand in it as they are, so that only this stretch has to be compared with them.
import type { Span } from '../span.ts'
import { at, newWordNumbers, wordsOf } from './words.ts'

/** Words that stand more often than this in the text tell nothing of where. */
const mostPlaces = 200
/** The text is looked at in pieces of at least so many words. */
const shortestPiece = 40

/** Prepares a text once, when first asked. Out: the UTF-16 offsets of the stretch with the most of some words; null for none of them. */
export function likelyRegionOf(text: string): (quoted: string) => Span | null {
  const numbers = newWordNumbers()
  let prepared: ReturnType<typeof prepare> | null = null
  const prepare = () => {
    const words = wordsOf(text, numbers)
    return { words, places: Map.groupBy(words.numbers.keys(), (index) => at(words.numbers, index)) }
  }
  return (quoted) => {
    prepared ??= prepare()
    const { words, places } = prepared
    const wanted = wordsOf(quoted, numbers).numbers
    const size = Math.max(shortestPiece, wanted.length)
    const piece = bestPiece(wanted, places, size)
    if (piece === null) return null
    const last = Math.min(words.starts.length, (piece + 2) * size) - 1
    return { start: at(words.starts, Math.max(0, (piece - 1) * size)), end: at(words.ends, last) }
  }
}

/** Index of the piece that, with the next one, has the most of the wanted words. */
function bestPiece(wanted: Int32Array, places: ReadonlyMap<number, readonly number[]>, size: number): number | null {
  const votes = new Map<number, number>()
  for (const number of new Set(wanted)) {
    const found = places.get(number) ?? []
    if (found.length > mostPlaces) continue
    for (const piece of new Set(found.map((index) => Math.floor(index / size))))
      votes.set(piece, (votes.get(piece) ?? 0) + 1)
  }
  const worth = (piece: number) => (votes.get(piece) ?? 0) + (votes.get(piece + 1) ?? 0) + (votes.get(piece - 1) ?? 0)
  return [...votes.keys()].reduce<number | null>(
    (best, piece) => (best === null || worth(piece) > worth(best) ? piece : best),
    null,
  )
}
