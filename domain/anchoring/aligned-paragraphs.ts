// Which paragraphs of two texts are the same paragraph: reworded, split or merged perhaps, but in its place among the others.
import { heaviestInOrder } from './in-order.ts'
import { matchesOf, type WordMap } from './links.ts'
import { at } from './words.ts'

/** Least share of the smaller paragraph's words that both have in common. */
const leastShare = 0.5

type Shared = { all: number; inPlace: number }

/** Gives whether the paragraphs of two words (indexes in the earlier and the later text) are one, in its place. */
export function alignedParagraphs(map: WordMap): (before: number, after: number) => boolean {
  const shared = sharedWords(map)
  const { before, after } = map
  const size = (starts: Int32Array, part: number) => at(starts, part + 1) - at(starts, part)
  return (wordBefore, wordAfter) => {
    const [one, other] = [at(before.paragraphs.of, wordBefore), at(after.paragraphs.of, wordAfter)]
    const { all, inPlace } = shared.get(pair(one, other)) ?? { all: 0, inPlace: 0 }
    const smaller = Math.min(size(before.paragraphs.starts, one), size(after.paragraphs.starts, other))
    return all >= smaller * leastShare && inPlace * 2 >= all && all > 0
  }
}

/** For each two paragraphs with words in common: how many, and how many of them keep their order among all. */
function sharedWords(map: WordMap): ReadonlyMap<number, Shared> {
  const shared = new Map<number, Shared>()
  const matches = matchesOf(map)
  const inPlace = new Set(heaviestInOrder(matches))
  for (const match of matches) {
    const isInPlace = inPlace.has(match)
    for (let index = 0; index < match.length; index++) {
      const key = pair(
        at(map.before.paragraphs.of, match.before + index),
        at(map.after.paragraphs.of, match.after + index),
      )
      const count = shared.get(key) ?? { all: 0, inPlace: 0 }
      count.all++
      if (isInPlace) count.inPlace++
      shared.set(key, count)
    }
  }
  return shared
}

function pair(one: number, other: number): number {
  return one * 2 ** 26 + other
}
