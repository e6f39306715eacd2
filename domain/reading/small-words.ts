// The small words and the word order by which the rules see how a sentence is built: one list for each thing a rule asks for, so
// that no rule names a language. They come from assets/reading/<language>.json (its README says what each list is for).
import { fold } from '../text/fold.ts'

const none: ReadonlySet<string> = new Set()
/** Every list; a language that has no such words leaves the list out. */
const noWords = {
  elisions: none,
  articles: none,
  definiteArticles: none,
  pointers: none,
  possessives: none,
  joining: none,
  ofWords: none,
  withWords: none,
  byWords: none,
  postedTo: none,
  beforePlaces: none,
  townLinks: none,
  townNouns: none,
  townNounsBehind: none,
  venueLinks: none,
  beforePersons: none,
  behindThings: none,
  beforeApposition: none,
  directions: none,
  officeJoints: none,
  clauseWords: none,
  clauseEnds: none,
  partWords: none,
  asideJoints: none,
  whereWords: none,
  eventStops: none,
  placeStops: none,
  notModifiers: none,
  seriesWords: none,
  severalWords: none,
  sumWords: none,
  sumNouns: none,
  openings: none,
  negations: none,
  unreal: none,
  historyWords: none,
  yearLinks: none,
  distantWords: none,
  firstPerson: none,
  untilWords: none,
  relativeSubjects: none,
}

export type SmallWordList = keyof typeof noWords
/** Folded words of each list. */
export type SmallWords = Readonly<Record<SmallWordList, ReadonlySet<string>>>

/** How a language builds what the rules look at. All absent: as English does. */
export type WordOrder = {
  /** Persons met stand before the verb, marked by `objectEndings`. */
  readonly verbLast?: boolean
  /**
   * Where the words stand that say what an office is over: `capitals`: behind it, with capitals; `behind`: behind it, in small
   * letters too; `before`: before it.
   */
  readonly offices?: 'capitals' | 'behind' | 'before'
  /** What was held may stand behind its verb. */
  readonly nounBehindVerb?: boolean
  /** Endings, each after a hyphen, of who is met and of what is acted on. */
  readonly objectEndings?: readonly string[]
  /** Endings by which a verb is a promise, as `commitment` verbs are. */
  readonly futureEndings?: readonly string[]
  /** Endings of an owner. */
  readonly ofEndings?: readonly string[]
  /** Endings of a place in or at which something is. */
  readonly placeEndings?: readonly string[]
  /** Endings of offices in the plural. */
  readonly pluralEndings?: readonly string[]
  /** Endings of a place that says of what follows where it is ("Швейцариядағы елші"). */
  readonly attributeEndings?: readonly string[]
  /** Endings of finite verbs, which are no part of an office in small letters. */
  readonly verbEndings?: readonly string[]
}

/** Prepares the lists of a language's data. */
export function smallWordsOf(data: Readonly<Partial<Record<SmallWordList, readonly string[]>>>): SmallWords {
  const sets = Object.entries(data).map(([list, words]) => [list, new Set(words.map(fold))] as const)
  return { ...noWords, ...Object.fromEntries(sets) }
}
