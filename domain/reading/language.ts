// Which language a text is in, from its script and, where several languages share a script, from its small frequent words. A text
// too short or too mixed to tell is "und" (undetermined).
import { cyrillicLetters, stopWords } from './data/stop-words.ts'

/** How much of a text is looked at, in UTF-16 units. */
const sampleLength = 20_000
/** The fewest small words that decide, and how many times the next language's they must be. */
const fewestWords = 4
const leastMargin = 1.3

/** What stands for a language that the text does not decide. */
const undetermined = 'und'

/** The languages that each small word is one of. */
const languagesByWord: ReadonlyMap<string, readonly string[]> = Object.entries(stopWords).reduce(
  (all, [language, words]) => {
    for (const word of new Set(words.split(' '))) all.set(word, [...(all.get(word) ?? []), language])
    return all
  },
  new Map<string, string[]>(),
)

/** The share of letters a language does not have (in foreign names) from which on a text is not in it. */
const mostForeign = 0.01

/** Scripts that one language of diplomacy uses, most telling first: Japanese has kana among its Han characters. */
const ownScripts: readonly (readonly [language: string, letters: RegExp, leastShare: number])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 0.1],
  ['ko', /\p{Script=Hangul}/gu, 0.3],
  ['zh', /\p{Script=Han}/gu, 0.3],
  ['el', /\p{Script=Greek}/gu, 0.5],
  ['he', /\p{Script=Hebrew}/gu, 0.5],
  ['hy', /\p{Script=Armenian}/gu, 0.5],
  ['ka', /\p{Script=Georgian}/gu, 0.5],
  ['th', /\p{Script=Thai}/gu, 0.5],
  ['am', /\p{Script=Ethiopic}/gu, 0.5],
  ['bn', /\p{Script=Bengali}/gu, 0.5],
  ['ta', /\p{Script=Tamil}/gu, 0.5],
]

/** Most texts hold none of these letters, which one look tells. */
const anyOwnScript = new RegExp(ownScripts.map(([, { source }]) => source).join('|'), 'u')

/** Every value `languageOf` can give: BCP 47 primary language subtags, and "und". */
export const languages: readonly string[] = [
  ...ownScripts.map(([language]) => language),
  ...Object.keys(stopWords),
  undetermined,
]

/** In: normalised text. Out: BCP 47 primary language subtag ("en"), or "und". */
export function languageOf(text: string): string {
  const sample = text.slice(0, sampleLength).toLowerCase()
  const letters = count(sample, /\p{L}/gu)
  if (letters === 0) return undetermined
  const own = anyOwnScript.test(sample)
    ? ownScripts.find(([, script, leastShare]) => count(sample, script) >= letters * leastShare)
    : undefined
  return own?.[0] ?? languageByWords(sample)
}

function languageByWords(sample: string): string {
  const counts = new Map<string, number>()
  for (const word of sample.match(/[\p{L}\p{M}]+/gu) ?? []) {
    for (const language of languagesByWord.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  const cyrillic = lettersOf(sample, /\p{Script=Cyrillic}/gu)
  const [first, second] = [...counts]
    .filter(([language]) => hasLetters(language, cyrillic))
    .map(([language, found]) => ({ language, found }))
    .toSorted((x, y) => y.found - x.found)
  if (first === undefined || first.found < fewestWords) return languageByLetters(cyrillic)
  return first.found >= (second?.found ?? 0) * leastMargin ? first.language : undetermined
}

/** The fewest letters that tell a language by themselves. */
const fewestLetters = 40

/** A text of few small words whose letters only one language has. */
function languageByLetters(cyrillic: Letters): string {
  if (cyrillic.all < fewestLetters) return undetermined
  const [only, ...others] = Object.keys(cyrillicLetters).filter((language) => hasLetters(language, cyrillic))
  return only !== undefined && others.length === 0 ? only : undetermined
}

/** False when a text has letters that a language written in Cyrillic lacks, more of them than foreign names explain. */
function hasLetters(language: string, { all, counts }: Letters): boolean {
  const own = cyrillicLetters[language]
  if (own === undefined) return true
  let foreign = 0
  for (const [letter, count] of counts) if (!own.includes(letter)) foreign += count
  return foreign <= all * mostForeign
}

/** How often each letter stands in a text, and how many letters that makes. */
type Letters = { readonly all: number; readonly counts: ReadonlyMap<string, number> }

function lettersOf(text: string, letters: RegExp): Letters {
  const counts = new Map<string, number>()
  let all = 0
  for (const letter of text.match(letters) ?? []) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1)
    all += 1
  }
  return { all, counts }
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0
}
