// Cities: cities.txt has capitals and places of diplomacy with their names in many languages; GeoNames adds the other large ones with
// the one name it prints.
import type { CityRecord } from '../../domain/gazetteer/data.ts'
import { fold } from '../../domain/text/fold.ts'
import { namesOf, unique } from './records.ts'
import { formsOf } from './russian-cases.ts'
import { marked, type Row } from './tables.ts'

/** What is used of a GeoNames record. `population` in people; `featureCode` PPLX is a part of a town. */
export type Town = {
  readonly name: string
  readonly country: string
  readonly population: number
  readonly featureCode: string
}

/** Towns of at least so many people are taken from GeoNames. */
export const leastPopulation = 250_000

/**
 * The records of cities: capitals, then the rest of the table, then GeoNames by size. In: the rows of cities.txt (6 columns), the
 * capitals' names by country code, all towns of GeoNames, and words that mean other things too.
 */
export function cityRecords(
  rows: readonly Row[],
  capitals: ReadonlyMap<string, readonly string[]>,
  towns: readonly Town[],
  alsoWords: ReadonlySet<string>,
): readonly CityRecord[] {
  const own = rows.map(ownCity)
  const isCapital = (city: CityRecord) => capitals.get(city.country)?.includes(city.name) === true
  const named = new Set(own.flatMap((city) => printedNames(city).map((name) => keyOf(city.country, name))))
  const others = towns
    .filter(({ population, featureCode }) => population >= leastPopulation && featureCode !== 'PPLX')
    .toSorted((a, b) => b.population - a.population || a.name.localeCompare(b.name, 'en'))
    .filter(({ country, name }) => isFresh(named, keyOf(country, printedName(name))))
    .map((town) => otherCity({ ...town, name: printedName(town.name) }, alsoWords))
  return [...own.filter(isCapital), ...own.filter((city) => !isCapital(city)), ...others]
}

function ownCity([countries = [], english = [], fr = [], ru = [], kk = [], other = []]: Row): CityRecord {
  const columns = { en: marked(english), fr: marked(fr), ru: marked(ru), kk: marked(kk) }
  const name = columns.en.names[0] ?? ''
  const names = namesOf(name, {
    en: columns.en.names,
    fr: columns.fr.names,
    ru: columns.ru.names.flatMap(formsOf),
    kk: columns.kk.names,
    other,
  })
  const doubtful = unique([
    ...[columns.en, columns.fr, columns.kk].flatMap((list) => list.doubtful),
    ...columns.ru.doubtful.flatMap(formsOf),
  ])
  return {
    country: countries[0] ?? '',
    name,
    ...(Object.keys(names).length > 0 && { names }),
    ...(doubtful.length > 0 && { doubtful }),
  }
}

/** Words of three letters and words of the list are doubtful: GeoNames knows towns named Man, Of and Most. */
function otherCity({ country, name }: Town, alsoWords: ReadonlySet<string>): CityRecord {
  const isDoubtful = name.length <= 3 || alsoWords.has(fold(name))
  return { country, name, ...(isDoubtful && { doubtful: [name] }) }
}

/** GeoNames writes Korean towns with the word for town (Suwon-si), and some Asian ones with the English word. */
function printedName(name: string): string {
  return name.replace(/-si$| City$|['’]$/u, '').replace(/^City of /u, '')
}

function printedNames({ name, names = {} }: CityRecord): readonly string[] {
  return [name, ...Object.values(names).flat()]
}

function keyOf(country: string, name: string): string {
  return `${country}:${fold(name).replace(/[^\p{L}]/gu, '')}`
}

function isFresh(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false
  seen.add(key)
  return true
}
