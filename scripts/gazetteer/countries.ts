// Countries: names in every language from Unicode CLDR, and from countries.txt what CLDR has not: long forms, abbreviations,
// adjectives, capitals.
import type { CountryRecord } from '../../domain/gazetteer/data.ts'
import { frenchForms } from './french-adjectives.ts'
import { namesOf, unique } from './records.ts'
import { formsOf } from './russian-cases.ts'
import { marked, type Row } from './tables.ts'

/** Gives CLDR's names of a territory in one language: the usual one first, then its short and variant forms. */
export type TerritoryNames = (language: string, code: string) => readonly string[]

const otherLanguages = ['de', 'es', 'tr', 'uz', 'ky', 'uk', 'be', 'ar', 'zh']

/** The records of all countries. In: the rows of countries.txt (9 columns) and CLDR's names. */
export function countryRecords(rows: readonly Row[], territory: TerritoryNames): readonly CountryRecord[] {
  return rows.map((row) => countryRecord(row, territory))
}

function countryRecord(row: Row, territory: TerritoryNames): CountryRecord {
  const [
    codes = [],
    english = [],
    adjectives = [],
    capital = [],
    fr = [],
    frAdjectives = [],
    ru = [],
    ruAdjectives = [],
    kk = [],
  ] = row
  const code = codes[0] ?? ''
  const cldr = (language: string) => territory(language, code).map(cleaned)
  const own = {
    en: marked(english),
    adjectives: marked(adjectives),
    capital: marked(capital),
    fr: marked(fr),
    ru: marked(ru),
    kk: marked(kk),
  }
  const all = unique([...own.en.names, ...cldr('en')])
  const name = english[0]?.startsWith('=') === true ? (all[0] ?? '') : (cldr('en')[0] ?? '')
  const names = namesOf(name, {
    en: all,
    fr: [...cldr('fr'), ...own.fr.names],
    ru: [...cldr('ru'), ...own.ru.names].flatMap(formsOf),
    kk: [...cldr('kk'), ...own.kk.names],
    other: otherLanguages.flatMap(cldr),
  })
  const doubtful = unique([
    ...[own.en, own.adjectives, own.capital, own.fr, own.kk].flatMap((list) => list.doubtful),
    ...own.ru.doubtful.flatMap(formsOf),
  ])
  return {
    code,
    name,
    capital: own.capital.names,
    names,
    adjectives: {
      en: own.adjectives.names,
      fr: unique(frAdjectives.flatMap(frenchForms)),
      ...(ruAdjectives.length > 0 && { ru: ruAdjectives }),
    },
    ...(doubtful.length > 0 && { doubtful }),
  }
}

/** CLDR's names are for lists: "&" for "and", a second name in brackets. As running text prints them: */
function cleaned(name: string): string {
  return name
    .replace(/\s*[(（].*[)）]\s*/u, '')
    .replace(/ & /gu, ' and ')
    .replace(/(^|\s)о-ва(?=\s|$)/u, '$1острова')
    .trim()
}
