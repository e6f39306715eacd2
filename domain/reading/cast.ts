// Who appears in a text: the mentions of all sentences put together into persons. Full name, surname, honorific and a misspelling
// are one person; two first names with one surname are two.
import { onOneLine } from '../text/lines.ts'
import { isMisspelling } from './alike.ts'
import { type NameWords, nameWordsOf } from './inflected-names.ts'
import type { PersonMention, Role } from './person-mentions.ts'
import { type PlacedName, printed, type Scan } from './scan.ts'
import type { Token } from './tokens.ts'

/** A mention of a person: the tokens [from, to) of a sentence. `office`: by the office alone. */
export type Mention = {
  readonly sentence: number
  readonly from: number
  readonly to: number
  readonly person: number
  readonly by: 'name' | 'office'
  /** The tokens [lead, tail) that name the person together with office and honorific. */
  readonly lead: number
  readonly tail: number
}

export type Holding = { readonly role: Role; readonly sentence: number }

/** A person while the text is read. */
export type Character = {
  /** Folded words of the fullest name, particles left out. */
  words: readonly string[]
  /** Fullest printed name. */
  name: string
  /** Every printed form, and which were taken in on likeness alone. */
  readonly forms: Set<string>
  readonly alike: Set<string>
  holding: Holding | null
  affiliation: { readonly name: PlacedName; readonly sentence: number } | null
  honorific: boolean
}

export type Cast = { readonly characters: readonly Character[]; readonly mentions: readonly Mention[] }

export type Named = { readonly mention: PersonMention; readonly sentence: number }

/** How many persons, the latest named, a name is compared with on likeness. */
const askedForLikeness = 60

/** Puts named mentions together, in the order given. `scans`: the sentences' scans by index. */
export function castOf(named: readonly Named[], scans: readonly Scan[]): Cast {
  const characters: Character[] = []
  const mentions: Mention[] = []
  const byWord = new Map<string, Set<number>>()
  const comparing = scans[0]?.lexicon.nameWords ?? nameWordsOf([])
  for (const { mention, sentence } of named) {
    const scan = scans[sentence]
    if (scan === undefined) continue
    const words = nameWords(scan, mention)
    const index = characterFor(characters, byWord, words, mention, comparing)
    const character = characters[index] ?? newCharacter()
    characters[index] = character
    takeIn(character, scan, mention, sentence, words)
    for (const key of words.map(comparing.key)) byWord.set(key, (byWord.get(key) ?? new Set()).add(index))
    const { from, to, role } = mention
    const [lead, tail] = [Math.min(from, role?.from ?? from), Math.max(to, role?.to ?? to)]
    mentions.push({ sentence, from, to, person: index, by: 'name', lead, tail })
  }
  return { characters, mentions }
}

function newCharacter(): Character {
  return { words: [], name: '', forms: new Set(), alike: new Set(), holding: null, affiliation: null, honorific: false }
}

function nameWords(scan: Scan, { from, to }: PersonMention): readonly string[] {
  return scan.tokens
    .slice(from, to)
    .filter((token, index) => !isParticle(scan, from + index, token))
    .flatMap(({ folded, words }) =>
      isInitials(words) ? folded.split('.').filter((letter) => letter !== '') : [folded],
    )
    .map((word) => word.replace(/[.'’]/gu, ''))
}

/** "И.С.": initials without a space between them. */
function isInitials(words: string): boolean {
  return /^(?:\p{Lu}\.){2,}$/u.test(words)
}

function isParticle(scan: Scan, index: number, token: Token): boolean {
  return token.shape === 'lower' && scan.lexicon.particle.at(scan.tokens, index) !== null
}

/** The index of the person that a name is of; a new one when it fits none. The latest of several that fit. */
function characterFor(
  characters: readonly Character[],
  byWord: ReadonlyMap<string, ReadonlySet<number>>,
  words: readonly string[],
  mention: PersonMention,
  comparing: NameWords,
): number {
  const sharing = [
    ...new Set(words.flatMap((word) => [...(byWord.get(comparing.key(word)) ?? [])].slice(-askedForLikeness))),
  ]
  const fits = (index: number) => {
    const character = characters[index]
    return (
      character !== undefined && isSameName(character, words, mention.honorific || mention.role !== null, comparing)
    )
  }
  const exact = sharing.toSorted((a, b) => b - a).find(fits)
  if (exact !== undefined) return exact
  const first = Math.max(0, characters.length - askedForLikeness)
  const alike = characters.slice(first).findLastIndex((character) => isAlike(character.words, words))
  return alike >= 0 ? first + alike : characters.length
}

function isSameName(character: Character, words: readonly string[], titled: boolean, { same }: NameWords): boolean {
  const known = character.words
  const shorter = words.length < known.length || (words.length === known.length && !hasInitial(known))
  const [short, long] = shorter ? [words, known] : [known, words]
  const isIn = (word: string) => long.some((other) => same(word, other))
  if (short.length === 1) {
    const word = short[0] ?? ''
    return (
      same(word, long.at(-1) ?? '') ||
      ((titled || character.honorific) && isIn(word)) ||
      (long.length > 2 && same(word, long[long.length - 2] ?? ''))
    )
  }
  const sameLast = same(short.at(-1) ?? '', long.at(-1) ?? '')
  return short.every((word) => isIn(word) || isInitialOf(word, long)) && sameLast
    ? true
    : short.length >= 2 && short.every(isIn)
}

function hasInitial(words: readonly string[]): boolean {
  return words.some((word) => word.length === 1)
}

function isInitialOf(word: string, others: readonly string[]): boolean {
  return word.length === 1 && others.some((other) => other.startsWith(word))
}

function isAlike(known: readonly string[], words: readonly string[]): boolean {
  if (words.length === 1 || known.length === 1) {
    const [single, long] = words.length === 1 ? [words, known] : [known, words]
    // Of two surnames the first may stand alone.
    return long.slice(long.length > 2 ? -2 : -1).some((word) => isMisspelling(word, single[0] ?? ''))
  }
  if (known.length !== words.length) return false
  const different = words.filter((word, index) => word !== known[index])
  return (
    different.length === 1 &&
    words.every((word, index) => word === known[index] || isMisspelling(word, known[index] ?? ''))
  )
}

function takeIn(
  character: Character,
  scan: Scan,
  mention: PersonMention,
  sentence: number,
  words: readonly string[],
): void {
  const form = onOneLine(printed(scan, mention.from, mention.to))
  const known = character.words
  const { same, inflects } = scan.lexicon.nameWords
  if (known.length > 0 && !words.every((word) => known.some((other) => same(word, other))) && isAlike(known, words))
    character.alike.add(form)
  character.forms.add(form)
  if (
    words.length > known.length ||
    (words.length === known.length &&
      !character.alike.has(form) &&
      isBetterForm(form, character.name, inflects && words.every((word, at) => same(word, known[at] ?? ''))))
  ) {
    character.words = words
    character.name = form
  }
  character.honorific ||= mention.honorific
  if (character.holding === null && mention.role !== null) character.holding = { role: mention.role, sentence }
  if (character.affiliation === null && mention.affiliation !== null) {
    character.affiliation = { name: mention.affiliation, sentence }
  }
}

/** The longer form is the fuller one; of two cases of one name the shorter, which is mostly the nominative. */
function isBetterForm(form: string, known: string, isOtherCase: boolean): boolean {
  return isOtherCase ? form.length < known.length : form.length > known.length
}
