// Where words stood that were changed: between what is left of them and of the words beside them.
import type { WordMap } from './links.ts'
import type { Parts } from './parts.ts'
import { at, type Run, type Words } from './words.ts'

/** Changed words may become so many times as many, and a few more; longer ones are something else. */
const longestGrowth = 3
const fewWords = 5

/** The words that stand now where a run of the earlier text's words stood, whole words; null when nothing does. */
export function rewordedPlace(map: WordMap, run: Run): Run | null {
  const kept = keptWords(map, run)
  const place = kept === null ? placeBetween(map, run) : placeAround(map, run, kept)
  if (place === null) return null
  const trimmed = withoutMarks(map.after.words, place, map.before.words, run)
  return trimmed.from < trimmed.to && trimmed.to - trimmed.from <= most(run) ? trimmed : null
}

function most({ from, to }: Run): number {
  return (to - from) * longestGrowth + fewWords
}

type Kept = { readonly before: Run; readonly after: Run }

/** The linked words of the run that stand close together in the later text; the most where they are in several places. */
function keptWords({ toAfter }: WordMap, run: Run): Kept | null {
  const linked: (readonly [number, number])[] = []
  for (let index = run.from; index < run.to; index++)
    if (toAfter[index] !== -1) linked.push([index, at(toAfter, index)])
  linked.sort((a, b) => a[1] - b[1])
  const groups: (readonly [number, number])[][] = []
  for (const pair of linked) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group !== undefined && last !== undefined && pair[1] - last[1] <= most(run) / 2) group.push(pair)
    else groups.push([pair])
  }
  const largest = groups.reduce<(readonly [number, number])[]>(
    (best, group) => (group.length > best.length ? group : best),
    [],
  )
  const [first] = largest
  const last = largest.at(-1)
  if (first === undefined || last === undefined) return null
  const befores = largest.map(([before]) => before)
  return {
    before: { from: befores.reduce((a, b) => Math.min(a, b)), to: befores.reduce((a, b) => Math.max(a, b)) + 1 },
    after: { from: first[1], to: last[1] + 1 },
  }
}

/** The kept words, with what took the place of changed words at their ends. */
function placeAround({ before, after, toAfter, toBefore }: WordMap, run: Run, kept: Kept): Run {
  const lead = share(
    kept.before.from - run.from,
    looseWords(toAfter, before.sentences, kept.before.from, -1),
    looseWords(toBefore, after.sentences, kept.after.from, -1),
  )
  const tail = share(
    run.to - kept.before.to,
    looseWords(toAfter, before.sentences, kept.before.to - 1, 1),
    looseWords(toBefore, after.sentences, kept.after.to - 1, 1),
  )
  return { from: kept.after.from - lead, to: kept.after.to + tail }
}

/** How many of the new words belong to `wanted` of the lost ones: all when all are wanted, else as large a part of them. */
function share(wanted: number, lost: number, fresh: number): number {
  if (wanted === 0) return 0
  return wanted >= lost ? fresh : Math.round((fresh * wanted) / lost)
}

/** Words without a link beside a word, up to the end of its sentence. */
function looseWords(linked: Int32Array, { of }: Parts, index: number, step: 1 | -1): number {
  let count = 0
  for (let beside = index + step; linked[beside] === -1 && of[beside] === of[index]; beside += step) count++
  return count
}

/** What stands between the words beside the run, when none of its own is left. At least one of these must be in its sentence. */
function placeBetween({ before, after, toAfter, toBefore }: WordMap, run: Run): Run | null {
  const from = run.from - looseWords(toAfter, before.sentences, run.from, -1)
  const to = run.to + looseWords(toAfter, before.sentences, run.to - 1, 1)
  const isBeside = (beside: number, own: number) => before.sentences.of[beside] === before.sentences.of[own]
  const left = isBeside(from - 1, run.from) ? at(toAfter, from - 1) : -1
  const right = isBeside(to, run.to - 1) ? at(toAfter, to) : -1
  if ((left === -1 && right === -1) || (left !== -1 && right !== -1 && right <= left)) return null
  const first = left === -1 ? right - looseWords(toBefore, after.sentences, right, -1) : left + 1
  const last = right === -1 ? left + 1 + looseWords(toBefore, after.sentences, left, 1) : right
  for (let index = first; index < last; index++) if (toBefore[index] !== -1) return null
  const scale = (last - first) / (to - from)
  return { from: first + Math.floor((run.from - from) * scale), to: first + Math.ceil((run.to - from) * scale) }
}

/** Without marks at the ends where the words quoted had none. */
function withoutMarks(words: Words, place: Run, quoted: Words, run: Run): Run {
  let { from, to } = place
  if (quoted.spoken[run.from] === 1) while (from < to && words.spoken[from] === 0) from++
  if (quoted.spoken[run.to - 1] === 1) while (to > from && words.spoken[to - 1] === 0) to--
  return { from, to }
}
