// How like two pieces of text are, letter by letter, as an officer would say it.
import { at } from './words.ts'

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
  const shorter = Math.min(one.length, other.length)
  let head = 0
  while (head < shorter && one[head] === other[head]) head++
  let tail = 0
  while (tail < shorter - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++
  return changesBetween(one.slice(head, one.length - tail), other.slice(head, other.length - tail))
}

function changesBetween(one: readonly string[], other: readonly string[]): number {
  const row = Int32Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [line, item] of one.entries()) {
    let diagonal = line
    row[0] = line + 1
    for (let index = 1; index <= other.length; index++) {
      const above = at(row, index)
      const kept = diagonal + (item === other[index - 1] ? 0 : 1)
      row[index] = Math.min(kept, above + 1, at(row, index - 1) + 1)
      diagonal = above
    }
  }
  return at(row, other.length)
}
