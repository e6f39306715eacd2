// Which of many matched runs keep their order: the heaviest choice of them that runs forward in both texts.

/** Words `before`… in one text and `after`… in the other that are the same, `length` of them. */
export type Match = { readonly before: number; readonly after: number; readonly length: number }

/** The matches with the most words in all of which each stands after the one before it in both texts. In: sorted by `before`. */
export function heaviestInOrder(matches: readonly Match[]): readonly Match[] {
  const ranks = ranksOf(matches)
  const best = new Float64Array(matches.length + 1)
  const bestIndex = new Int32Array(matches.length + 1).fill(-1)
  const previous = new Int32Array(matches.length).fill(-1)
  let last = -1
  let most = 0
  for (const [index, { length }] of matches.entries()) {
    const rank = ranks[index] ?? 0
    const [weight, link] = heaviestBelow(best, bestIndex, rank)
    previous[index] = link
    raise(best, bestIndex, rank + 1, weight + length, index)
    if (weight + length > most) {
      most = weight + length
      last = index
    }
  }
  const chosen: Match[] = []
  for (let index = last; index >= 0; index = previous[index] ?? -1) {
    const match = matches[index]
    if (match !== undefined) chosen.push(match)
  }
  return chosen.reverse()
}

function ranksOf(matches: readonly Match[]): Int32Array {
  const order = matches.map((_, index) => index).sort((a, b) => (matches[a]?.after ?? 0) - (matches[b]?.after ?? 0))
  const ranks = new Int32Array(matches.length)
  for (const [rank, index] of order.entries()) ranks[index] = rank
  return ranks
}

/** The heaviest chain that ends at a rank below, from a tree of prefix maxima (Fenwick). */
function heaviestBelow(best: Float64Array, bestIndex: Int32Array, rank: number): readonly [number, number] {
  let weight = 0
  let index = -1
  for (let node = rank; node > 0; node -= node & -node) {
    if ((best[node] ?? 0) > weight) {
      weight = best[node] ?? 0
      index = bestIndex[node] ?? -1
    }
  }
  return [weight, index]
}

function raise(best: Float64Array, bestIndex: Int32Array, rank: number, weight: number, index: number): void {
  for (let node = rank; node < best.length; node += node & -node) {
    if (weight > (best[node] ?? 0)) {
      best[node] = weight
      bestIndex[node] = index
    }
  }
}
