// The shortest edit of one list of numbers into another (Myers 1986), up to a limit: what stays the same in both.

/**
 * Pairs of indexes of what stays, in order; null when the lists are more than `mostEdits` insertions and deletions apart. Time and
 * memory grow with the lists' length times the edits, and with the square of the edits.
 */
export function unchangedPairs(
  one: readonly number[],
  other: readonly number[],
  mostEdits: number,
): readonly (readonly [number, number])[] | null {
  const limit = Math.min(mostEdits, one.length + other.length)
  const reach = new Int32Array(2 * limit + 3)
  const traces: Int32Array[] = []
  for (let edits = 0; edits <= limit; edits++) {
    traces.push(reach.slice(limit + 1 - edits - 1, limit + 1 + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const slot = limit + 1 + diagonal
      const down = diagonal === -edits || (diagonal !== edits && (reach[slot - 1] ?? 0) < (reach[slot + 1] ?? 0))
      let x = down ? (reach[slot + 1] ?? 0) : (reach[slot - 1] ?? 0) + 1
      while (x < one.length && x - diagonal < other.length && one[x] === other[x - diagonal]) x++
      reach[slot] = x
      if (x >= one.length && x - diagonal >= other.length) return retraced(traces, one.length, other.length)
    }
  }
  return null
}

/** `traces[edits]` holds how far each diagonal -edits-1 … edits+1 reached with one edit less. */
function retraced(
  traces: readonly Int32Array[],
  oneLength: number,
  otherLength: number,
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = []
  let x = oneLength
  let y = otherLength
  for (let edits = traces.length - 1; edits >= 0; edits--) {
    const trace = traces[edits]
    const reached = (diagonal: number) => trace?.[diagonal + edits + 1] ?? 0
    const diagonal = x - y
    const down = diagonal === -edits || (diagonal !== edits && reached(diagonal - 1) < reached(diagonal + 1))
    const fromX = edits === 0 ? 0 : down ? reached(diagonal + 1) : reached(diagonal - 1) + 1
    while (x > fromX && x > 0 && y > 0) pairs.push([--x, --y])
    if (edits > 0) {
      if (down) y--
      else x--
    }
  }
  return pairs.reverse()
}
