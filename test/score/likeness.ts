// How alike printed words are, whatever their case, accents, marks and white space.
import { fold } from '../../domain/text/fold.ts'

/** Words as they are compared: folded, letters and figures only, one space between. */
export function plain(words: string | null | undefined): string {
  return fold(words ?? '')
    .replace(/[^\p{L}\p{M}\p{N}' ]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

function telling(words: string): ReadonlySet<string> {
  return new Set(
    plain(words)
      .split(' ')
      .filter((word) => word.length > 2),
  )
}

/** Share (0 to 1) of the shorter's telling words that the other has as well. */
export function shared(one: string, other: string): number {
  const [a, b] = [telling(one), telling(other)]
  const least = Math.min(a.size, b.size)
  return least === 0 ? 0 : a.intersection(b).size / least
}

/** Share (0 to 1) of the telling words of both that both have. */
export function alike(one: string, other: string): number {
  const [a, b] = [telling(one), telling(other)]
  const all = a.union(b).size
  return all === 0 ? 0 : a.intersection(b).size / all
}

/** 2 for the same words, 1 where one's words hold the other's, 0 otherwise. */
export function sameName(one: string, other: string): number {
  const [a, b] = [plain(one), plain(other)]
  if (a === b) return 2
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length > 2 && ` ${long} `.includes(` ${short} `) ? 1 : 0
}

/** True when both are no place, or places whose names hold one another. */
export function samePlace(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : sameName(one, other) > 0
}

/**
 * Pairs what was asked for with what was found, each once, the best first. In: a measure of a pair and the least that makes one.
 * Out: pairs of indexes.
 */
export function paired<Asked, Found>(
  asked: readonly Asked[],
  found: readonly Found[],
  measure: (asked: Asked, found: Found) => number,
  least: number,
): readonly (readonly [asked: number, found: number])[] {
  const all = asked.flatMap((one, i) => found.map((other, j) => ({ i, j, value: measure(one, other) })))
  const [usedAsked, usedFound] = [new Set<number>(), new Set<number>()]
  return all
    .filter(({ value }) => value >= least)
    .toSorted((a, b) => b.value - a.value)
    .flatMap(({ i, j }): readonly (readonly [number, number])[] => {
      if (usedAsked.has(i) || usedFound.has(j)) return []
      usedAsked.add(i)
      usedFound.add(j)
      return [[i, j]]
    })
}
