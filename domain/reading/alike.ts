// Whether two printed names are likely one: a letter or two wrong, as articles print "Nurtleu" and "Nurleu".

/** True when folded words differ by one letter (two in words of ten and more), begin alike and are long enough to tell. */
export function isMisspelling(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length)
  if (one === other || shorter < 5 || one[0] !== other[0]) return false
  return distance(one, other, shorter >= 10 ? 2 : 1) <= (shorter >= 10 ? 2 : 1)
}

/** Edits (insert, delete, replace, swap of neighbours) from one word to the other, counted no further than `most` + 1. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) row.push(cell(one, other, i, j, row, last, before))
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return last[other.length] ?? most + 1
}

function cell(
  one: string,
  other: string,
  i: number,
  j: number,
  row: readonly number[],
  last: readonly number[],
  before: readonly number[],
): number {
  const same = one[i - 1] === other[j - 1] ? 0 : 1
  const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
  const best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
  return swapped ? Math.min(best, (before[j - 2] ?? 0) + 1) : best
}
