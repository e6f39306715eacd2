// Names in other cases: Верховцев, Верховцева and Верховцевым are one name. Two words are the same when nothing but endings of the
// language data (`nameEndings`) tells them apart; a language without endings compares whole words.

/** How words of names are compared in a language. */
export type NameWords = {
  readonly same: (one: string, other: string) => boolean
  /** What all forms of a word have in common, to look them up by. */
  readonly key: (word: string) => string
  /** True when names stand in cases. */
  readonly inflects: boolean
}

/** How many letters, at least, are the same in all forms of a word. */
const leastStem = 3

/** In: folded endings without their hyphen. */
export function nameWordsOf(endings: readonly string[]): NameWords {
  if (endings.length === 0) return { same: (one, other) => one === other, key: (word) => word, inflects: false }
  const known = new Set(['', ...endings])
  const same = (one: string, other: string) => {
    if (one === other) return true
    const stem = commonStart(one, other)
    return stem >= leastStem && known.has(one.slice(stem)) && known.has(other.slice(stem))
  }
  return { same, key: (word) => word.slice(0, leastStem), inflects: true }
}

function commonStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1
  return length
}
