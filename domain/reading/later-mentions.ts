// Later mentions of persons already known: a surname alone, a surname with a letter wrong, a headline's names; and offices that
// stand for who holds them ("the President of Ukraine", "the Crown Prince").
import { isMisspelling } from './alike.ts'
import type { Character, Mention } from './cast.ts'
import type { NameWords } from './inflected-names.ts'
import { hasArticle } from './names.ts'
import type { UnnamedOffice } from './person-mentions.ts'
import { isCapital, type Scan } from './scan.ts'

/** How many persons, the latest named, are asked whether a word is their surname misspelt. */
const askedForLikeness = 60

export type SurnameFinder = {
  readonly characters: readonly Character[]
  /** The person with exactly this folded surname, the latest of several; or null. */
  readonly exact: (folded: string) => number | null
  /** The person with this surname in another case; or null. */
  readonly inflected: (folded: string) => number | null
  /** The person whose surname is likely meant; or null. */
  readonly alike: (folded: string) => number | null
}

/** Looks up surnames; what was asked once is remembered. */
export function surnameFinder(characters: readonly Character[], { same, key, inflects }: NameWords): SurnameFinder {
  const surnames = new Map(characters.map(({ words }, index) => [words.at(-1) ?? '', index]))
  const byKey = Map.groupBy(inflects ? surnames : [], ([surname]) => key(surname))
  const known = new Map<string, number | null>()
  const first = Math.max(0, characters.length - askedForLikeness)
  const alike = (folded: string): number | null => {
    const found = characters
      .slice(first)
      .findLastIndex(({ words }) => words.length > 1 && isMisspelling(words.at(-1) ?? '', folded))
    return found < 0 ? null : first + found
  }
  return {
    characters,
    exact: (folded) => surnames.get(folded) ?? null,
    inflected: (folded) => byKey.get(key(folded))?.findLast(([surname]) => same(surname, folded))?.[1] ?? null,
    alike: (folded) => {
      const before = known.get(folded)
      if (before !== undefined) return before
      const found = alike(folded)
      known.set(folded, found)
      return found
    },
  }
}

/** Surnames that stand alone in one sentence; tokens that are taken by mentions already are left alone. */
export function surnamesIn(
  scan: Scan,
  sentence: number,
  finder: SurnameFinder,
  taken: ReadonlySet<number>,
): readonly Mention[] {
  const found: Mention[] = []
  for (let at = 0; at < scan.tokens.length; at += 1) {
    if (taken.has(at) || !isCapital(scan, at)) continue
    const folded = (scan.tokens[at]?.folded ?? '').replace(/['’]/gu, '')
    const person =
      finder.exact(folded) ?? (isOtherwiseKnown(scan, at) ? null : (finder.inflected(folded) ?? finder.alike(folded)))
    if (person === null) continue
    const from = firstNamesBefore(scan, at, finder.characters[person], taken)
    found.push({ sentence, from, to: at + 1, person, by: 'name', lead: from, tail: at + 1 })
  }
  return found
}

/** Words of the language data and the gazetteer are no misspelt names. */
function isOtherwiseKnown(scan: Scan, at: number): boolean {
  const { lexicon, tokens } = scan
  if (scan.names.has(at) || scan.titleCase) return true
  return [lexicon.notName, lexicon.officeHead, lexicon.bodyHead, lexicon.portfolio, lexicon.calendarWord].some(
    (list) => list.at(tokens, at) !== null,
  )
}

function firstNamesBefore(
  scan: Scan,
  at: number,
  character: Character | undefined,
  taken: ReadonlySet<number>,
): number {
  let from = at
  while (from > 0 && !taken.has(from - 1) && isFirstNameOf(character, scan, from - 1)) from -= 1
  return from
}

function isFirstNameOf(character: Character | undefined, { tokens, lexicon }: Scan, at: number): boolean {
  const folded = tokens[at]?.folded ?? ''
  return character?.words.slice(0, -1).some((word) => lexicon.nameWords.same(word, folded)) === true
}

/** The person an office stands for, and whether the office is news about them; null where nobody fits. */
export type Holder = { readonly person: number; readonly news: boolean }

/**
 * Who an unnamed office means. In: persons in the order they were mentioned before it, the latest first; `leading`: the person the
 * text is about, who may be named with an office only here.
 */
export function holderOfOffice(
  scan: Scan,
  { office, words }: UnnamedOffice,
  characters: readonly Character[],
  recent: readonly number[],
  leading: number | null,
): Holder | null {
  if (office.plural) return null
  const wanted = headWords(words)
  const fits = (index: number) => {
    const character = characters[index]
    if (character?.holding == null) return false
    const sameCountry =
      office.country === null || (character.affiliation?.name.id ?? office.country.id) === office.country.id
    return sameCountry && isHeldBy(scan, wanted, headWords(character.holding.role.words))
  }
  const isBare = office.country === null && wanted.length === 1
  const known = isBare && leading !== null && recent.includes(leading) && fits(leading) ? leading : recent.find(fits)
  if (known !== undefined) return { person: known, news: false }
  if (leading === null || office.country === null || !isDefinite(scan, office.from)) return null
  const character = characters[leading]
  const free = character !== undefined && character.holding === null
  return free ? { person: leading, news: true } : null
}

/** Every wanted word among the held ones, in whatever case: "министр" in "министрі". */
function isHeldBy({ lexicon }: Scan, wanted: readonly string[], held: readonly string[]): boolean {
  const { same, inflects } = lexicon.nameWords
  const fits = (one: string, other: string) =>
    same(one, other) || (inflects && one.length > 4 && (one.startsWith(other) || other.startsWith(one)))
  return wanted.every((word) => held.some((other) => fits(word, other)))
}

function headWords(words: string): readonly string[] {
  return words
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word.length > 2 && word !== 'the' && word !== 'and')
}

function isDefinite(scan: Scan, from: number): boolean {
  return hasArticle(scan, from) || scan.tokens[from - 1] === undefined
}
