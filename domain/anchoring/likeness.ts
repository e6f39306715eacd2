// How like two pieces of text are, letter by letter, as an officer would say it.

/** Longer pieces are compared word by word. In UTF-16 units. */
const mostLetters = 400
/** And these only by their beginnings. In words. */
const mostWords = 1_500

/** 1 for the same, 0 for nothing in common: one less the share of letters (of words in long pieces) that have to be changed. */
export function likenessOf(one: string, other: string): number {
  const [a, b] = [onOneLine(one), onOneLine(other)]
  if (a === b) return 1
  if (Math.max(a.length, b.length) <= mostLetters) return shareKept([...a], [...b])
  return shareKept(a.split(' ').slice(0, mostWords), b.split(' ').slice(0, mostWords))
}

function onOneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim()
}

function shareKept(one: readonly string[], other: readonly string[]): number {
  const longer = Math.max(one.length, other.length)
  return longer === 0 ? 1 : 1 - changes(one, other) / longer
}

/** Insertions, deletions and replacements from one list to the other. */
function changes(one: readonly string[], other: readonly string[]): number {
  let row = Int32Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [line, item] of one.entries()) {
    const next = new Int32Array(other.length + 1)
    next[0] = line + 1
    for (let index = 0; index < other.length; index++) {
      const kept = (row[index] ?? 0) + (item === other[index] ? 0 : 1)
      next[index + 1] = Math.min(kept, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1)
    }
    row = next
  }
  return row[other.length] ?? 0
}
