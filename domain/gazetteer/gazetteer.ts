// Finds the names of countries, cities, regions and bodies in a text, in one pass, the longest name at each place. Pure: the data
// (assets/gazetteer/*.json, parsed) is passed in. A gazetteer is made once and kept; making it takes tens of milliseconds.
import type { GazetteerData } from './data.ts'
import { entriesOf, type PlaceKind } from './entries.ts'
import { type FirstWords, firstWords, type Leaf, type WordNode } from './index-tree.ts'
import { adjectiveNominatives, withoutKazakhEnding } from './inflection.ts'
import { type FoldWord, gapBetween, longestGap, rememberedFold, type WordPlaces, wordPlaces } from './words.ts'

/**
 * What words may mean. `id`: ISO code of a country (also for its adjective), "KZ:Astana" for a city, the record's id for a region or
 * a body. `name`: the record's English name. `doubtful`: the words also mean something else (Nice, Jordan, Victoria), so look around.
 */
export type GazetteerReading = {
  readonly kind: PlaceKind
  readonly id: string
  readonly name: string
  readonly doubtful: boolean
}

/** A name in a text, in UTF-16 offsets, `end` exclusive and before any 's. `also`: other records with the same words. */
export type GazetteerMention = GazetteerReading & {
  readonly start: number
  readonly end: number
  readonly also: readonly GazetteerReading[]
}

/** The lookup. */
export type Gazetteer = {
  /**
   * The names in a text, sorted, without overlap, the longest at each place. Whole words; a name of letters with case must begin with
   * a capital, an abbreviation must stand in capitals; accents, kinds of apostrophe, dash and white space do not count. Time is
   * linear in the length of the text, whatever it holds.
   */
  readonly find: (text: string) => readonly GazetteerMention[]
  /** What exactly these words may mean, best first; none for words that are not one name from end to end. */
  readonly lookup: (words: string) => readonly GazetteerReading[]
}

/** How many folded words are remembered between texts. */
const rememberedWords = 50_000

/** A text with its words, how words are folded, and the names. */
type Reader = {
  readonly text: string
  readonly places: WordPlaces
  readonly foldWord: FoldWord
  readonly names: FirstWords
}
type Match = {
  readonly leaves: readonly Leaf[]
  readonly start: number
  readonly end: number
  readonly lastWord: number
}

/** Makes the lookup from the data of all files. */
export function createGazetteer(data: GazetteerData): Gazetteer {
  const foldWord = rememberedFold(rememberedWords)
  const names = firstWords(entriesOf(data), foldWord)
  const find = (text: string) => findAll({ text, places: wordPlaces(text), foldWord, names })
  return {
    find,
    lookup: (words) => {
      const [first] = find(words)
      if (first === undefined || first.start > 0 || first.end < words.length) return []
      const { kind, id, name, doubtful, also } = first
      return [{ kind, id, name, doubtful }, ...also]
    },
  }
}

function findAll(reader: Reader): readonly GazetteerMention[] {
  const mentions: GazetteerMention[] = []
  const count = reader.places.starts.length
  for (let word = 0; word < count; ) {
    const match = longestAt(reader, word)
    if (match !== null) mentions.push(mentionOf(match))
    word = (match?.lastWord ?? word) + 1
  }
  return mentions
}

/** The longest name that begins with a word, or null. An Arabic word may carry a preposition or "and" before the name. */
function longestAt(reader: Reader, word: number): Match | null {
  const start = reader.places.starts[word] ?? 0
  const match = walk(reader, word, start)
  return match === null && /[وبلفك]/u.test(reader.text[start] ?? '') ? walk(reader, word, start + 1) : match
}

/** Goes down the tree word by word as far as names go. In: the first word and where in it the name begins. Out: the longest, or null. */
function walk({ text, places, foldWord, names }: Reader, first: number, start: number): Match | null {
  let nodes = names
  let best: Match | null = null
  for (let word = first, from = start, gap: string | null = ''; gap !== null; word++) {
    const end = places.ends[word] ?? from
    const folded = foldWord(text.slice(from, end))
    if (folded === null) return best
    const node = nodes(gap + folded)
    best =
      matchAt(text, start, end, word, [node]) ??
      stemMatch(text, start, end, word, (stem) => nodes(gap + stem), folded) ??
      best
    const next = places.starts[word + 1]
    if (node === undefined || node.next.size === 0 || next === undefined) return best
    gap = gapBetween(text.slice(end, Math.min(next, end + longestGap + 1)))
    nodes = (key) => node.next.get(key)
    from = next
  }
  return best
}

/** The match at a word that has an ending its name lacks ("Қазақстанның", «казахстанского»), or null. */
function stemMatch(
  text: string,
  start: number,
  end: number,
  word: number,
  nodesOf: (stem: string) => WordNode | undefined,
  folded: string,
): Match | null {
  if ((folded.codePointAt(0) ?? 0) < 0x400) return null
  return (
    matchAt(text, start, end, word, adjectiveNominatives(folded).map(nodesOf).map(adjectivesOnly)) ??
    matchAt(text, start, end, word, withoutKazakhEnding(folded).map(nodesOf))
  )
}

/** Only adjectives change as adjectives do: «Саровского» is no form of a town. */
function adjectivesOnly(node: WordNode | undefined): WordNode | undefined {
  return node && { next: node.next, leaves: node.leaves.filter(({ entry }) => entry.owner.kind === 'adjective') }
}

/** The match of the first of some nodes that has a name as the text prints it, or null. */
function matchAt(
  text: string,
  start: number,
  end: number,
  lastWord: number,
  nodes: readonly (WordNode | undefined)[],
): Match | null {
  for (const node of nodes) {
    if (node === undefined || node.leaves.length === 0) continue
    const printed = text.slice(start, end)
    const fitting = node.leaves.filter((leaf) => caseFits(leaf, printed))
    const withPlus = text[end] === '+' ? fitting.filter(({ sign }) => sign === '+') : []
    const leaves = withPlus.length > 0 ? withPlus : fitting.filter(({ sign }) => sign !== '+')
    const [best] = leaves
    if (best === undefined) continue
    return { leaves, start, end: best.sign !== '' && text[end] === best.sign ? end + 1 : end, lastWord }
  }
  return null
}

/** Whether the printed words have the case of a name. The article of "The Hague" may stand without its capital. */
function caseFits({ entry, inCapitals }: Leaf, printed: string): boolean {
  if (entry.lowerCase) return true
  if (inCapitals) return printed === printed.toUpperCase()
  const name = entry.words.startsWith('The ') ? printed.slice('The '.length).trimStart() : printed
  const initial = String.fromCodePoint(name.codePointAt(0) ?? 0)
  return initial.toUpperCase() === initial
}

function mentionOf({ leaves, start, end }: Match): GazetteerMention {
  const readings: GazetteerReading[] = []
  for (const { entry, doubtful } of leaves) {
    const { kind, id, name } = entry.owner
    if (!readings.some((other) => other.kind === kind && other.id === id)) readings.push({ kind, id, name, doubtful })
  }
  const [first, ...also] = readings
  if (first === undefined) throw new Error('A match without an entry')
  return { start, end, ...first, also }
}
