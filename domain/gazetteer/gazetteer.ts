// Finds the names of countries, cities, regions and bodies in a text, in one pass, the longest name at each place. Pure: the data
// (assets/gazetteer/*.json, parsed) is passed in. A gazetteer is made once and kept; making it takes tens of milliseconds.
import type { GazetteerData } from './data.ts'
import { type Entry, entriesOf, type PlaceKind } from './entries.ts'
import { type WordNode, wordTree } from './index-tree.ts'
import { withoutKazakhEnding } from './inflection.ts'
import { type FoldWord, gapBetween, rememberedFold, type WordPlaces, wordPlaces } from './words.ts'

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

type Tree = ReadonlyMap<string, WordNode>
/** A text with its words, and how words are folded. */
type Reader = { readonly text: string; readonly places: WordPlaces; readonly foldWord: FoldWord }
type Match = {
  readonly entries: readonly Entry[]
  readonly start: number
  readonly end: number
  readonly lastWord: number
}

/** Makes the lookup from the data of all files. */
export function createGazetteer(data: GazetteerData): Gazetteer {
  const foldWord = rememberedFold(rememberedWords)
  const tree = wordTree(entriesOf(data), foldWord)
  const find = (text: string) => findAll({ text, places: wordPlaces(text), foldWord }, tree)
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

function findAll(reader: Reader, tree: Tree): readonly GazetteerMention[] {
  const mentions: GazetteerMention[] = []
  const count = reader.places.starts.length
  for (let word = 0; word < count; ) {
    const match = longestAt(reader, word, tree)
    if (match !== null) mentions.push(mentionOf(match))
    word = (match?.lastWord ?? word) + 1
  }
  return mentions
}

/** The longest name that begins with a word, or null. An Arabic word may carry a preposition or "and" before the name. */
function longestAt(reader: Reader, word: number, tree: Tree): Match | null {
  const start = reader.places.starts[word] ?? 0
  const match = walk(reader, word, start, tree)
  return match === null && /[وبلفك]/u.test(reader.text[start] ?? '') ? walk(reader, word, start + 1, tree) : match
}

/** Goes down the tree word by word as far as names go. In: the first word and where in it the name begins. Out: the longest, or null. */
function walk({ text, places, foldWord }: Reader, first: number, start: number, tree: Tree): Match | null {
  let level = tree
  let best: Match | null = null
  for (let word = first, from = start, gap: string | null = ''; gap !== null; word++) {
    const end = places.ends[word] ?? from
    const folded = foldWord(text.slice(from, end))
    if (folded === null) return best
    const node = level.get(gap + folded)
    const printed = text.slice(start, end)
    const entries = accepted(node, printed) ?? acceptedStem(level, gap, folded, printed)
    if (entries !== null) best = { entries, start, end: withFullStop(text, end, entries), lastWord: word }
    const next = places.starts[word + 1]
    if (node === undefined || node.next.size === 0 || next === undefined) return best
    gap = gapBetween(text.slice(end, Math.min(next, end + 200)))
    level = node.next
    from = next
  }
  return best
}

/** The name found under a word without its Kazakh ending ("Қазақстанның"), or null. */
function acceptedStem(level: Tree, gap: string, folded: string, printed: string): readonly Entry[] | null {
  for (const stem of withoutKazakhEnding(folded)) {
    const entries = accepted(level.get(gap + stem), printed)
    if (entries !== null) return entries
  }
  return null
}

/** The entries of a node whose case the printed words have, or null when there are none. */
function accepted(node: WordNode | undefined, printed: string): readonly Entry[] | null {
  if (node === undefined || node.entries.length === 0) return null
  const entries = node.entries.filter((entry) => caseFits(entry, printed))
  return entries.length === 0 ? null : entries
}

function caseFits({ words, lowerCase }: Entry, printed: string): boolean {
  if (lowerCase) return true
  if (isInCapitals(words)) return printed === printed.toUpperCase()
  const initial = String.fromCodePoint(printed.codePointAt(0) ?? 0)
  return initial.toUpperCase() === initial
}

/** True for an abbreviation, and for any word of a script without case. */
function isInCapitals(words: string): boolean {
  return words === words.toUpperCase()
}

/** "U.S." keeps its last full stop. */
function withFullStop(text: string, end: number, entries: readonly Entry[]): number {
  return text[end] === '.' && entries[0]?.words.endsWith('.') === true ? end + 1 : end
}

function mentionOf({ entries, start, end }: Match): GazetteerMention {
  const readings: GazetteerReading[] = []
  for (const { kind, id, name, doubtful } of entries) {
    if (!readings.some((other) => other.kind === kind && other.id === id)) readings.push({ kind, id, name, doubtful })
  }
  const [first, ...also] = readings
  if (first === undefined) throw new Error('A match without an entry')
  return { start, end, ...first, also }
}
