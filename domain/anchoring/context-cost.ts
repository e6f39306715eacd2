// How far some remembered context is from what stands at a place: a bounded, weighted edit distance.

/** Letters that the text has and the context has not cost less: people shorten what they type from memory. */
const changed = 1
const leftOut = 1
const added = 0.5
/** What it costs to end inside a word of the text: people mostly quote whole words. */
const withinWord = 1

/**
 * The cost of turning the context into the beginning of `there`, of any length. Both run away from the quoted words (a context before
 * the quote is passed reversed) and are in loose form. 0 for the same letters, at most the context's length in UTF-16 units.
 */
export function contextCost(context: string, there: string): number {
  let row = Array.from({ length: there.length + 1 }, (_, column) => column * added)
  for (let index = 0; index < context.length; index++) {
    const next = [(index + 1) * leftOut]
    for (let column = 0; column < there.length; column++) {
      const same = context[index] === there[column]
      const match = (row[column] ?? 0) + (same ? 0 : changed)
      next.push(Math.min(match, (row[column + 1] ?? 0) + leftOut, (next[column] ?? 0) + added))
    }
    row = next
  }
  return Math.min(...row.map((cost, column) => cost + (column > 0 && isWithinWord(there, column) ? withinWord : 0)))
}

function isWithinWord(there: string, column: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(there.slice(column - 1, column + 1))
}
