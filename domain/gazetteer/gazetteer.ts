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
/** Some whole words of a text; `lastWord` counts from the text's beginning. */
type Stretch = { readonly text: string; readonly start: number; readonly end: number; readonly lastWord: number }
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
  for (let lastWord = first, from = start, gap: string | null = ''; gap !== null; lastWord++) {
    const end = places.ends[lastWord] ?? from
    const folded = foldWord(text.slice(from, end))
    if (folded === null) return best
    const node = nodes(gap + folded)
    const stretch = { text, start, end, lastWord }
    best = matchAt(stretch, node) ?? changedMatch(stretch, folded, gap, nodes) ?? best
    const next = places.starts[lastWord + 1]
    if (node === undefined || node.next.size === 0 || next === undefined) return best
    gap = gapBetween(text.slice(end, Math.min(next, end + longestGap + 1)))
    nodes = (key) => node.next.get(key)
    from = next
  }
  return best
}

/** The match at a word whose ending its name lacks («казахстанского», "Қазақстанның"), or null. */
function changedMatch(stretch: Stretch, folded: string, gap: string, nodes: FirstWords): Match | null {
  if (folded < '\u0400' || folded > '\u0530') return null
  for (const nominative of adjectiveNominatives(folded)) {
    const match = matchAt(stretch, nodes(gap + nominative), 'adjective')
    if (match !== null) return match
  }
  for (const stem of withoutKazakhEnding(folded)) {
    const match = matchAt(stretch, nodes(gap + stem))
    if (match !== null) return match
  }
  return null
}

/** The match of a node that has names as the text prints them, or null. In: the only kind wanted, if one is. */
function matchAt(stretch: Stretch, node: WordNode | undefined, kind?: PlaceKind): Match | null {
  if (node === undefined || node.leaves.length === 0) return null
  const { text, start, end, lastWord } = stretch
  const printed = text.slice(start, end)
  const fitting = node.leaves.filter((leaf) => isOfKind(leaf, kind) && caseFits(leaf, printed))
  const withPlus = text[end] === '+' ? fitting.filter(({ sign }) => sign === '+') : []
  const leaves = withPlus.length > 0 ? withPlus : fitting.filter(({ sign }) => sign !== '+')
  const [best] = leaves
  if (best === undefined) return null
  return { leaves, start, end: best.sign !== '' && text[end] === best.sign ? end + 1 : end, lastWord }
}

function isOfKind({ entry }: Leaf, kind: PlaceKind | undefined): boolean {
  return kind === undefined || entry.owner.kind === kind
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
    if (!readings.some((other) => meansThis(other, kind, id))) readings.push({ kind, id, name, doubtful })
  }
  const [first, ...also] = readings
  if (first === undefined) throw new Error('A match without an entry')
  return { start, end, ...first, also }
}

/** A country's noun and its adjective of the same words ("US") are one meaning. */
function meansThis(reading: GazetteerReading, kind: PlaceKind, id: string): boolean {
  return reading.id === id && (reading.kind === kind || kind === 'adjective')
}
