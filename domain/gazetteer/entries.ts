// Every printed name of the gazetteer's records as one flat list of entries, those that win over others of the same words first.
import type { Adjectives, GazetteerData, Names } from './data.ts'
import { russianAdjectiveForms } from './inflection.ts'

/** What a name stands for. An adjective carries the id and name of its country or region. */
export type PlaceKind = 'country' | 'adjective' | 'body' | 'city' | 'region'

/** One printed name. `lowerCase`: its language prints it without a capital (kazakh, казахстанский). */
export type Entry = {
  readonly words: string
  readonly kind: PlaceKind
  readonly id: string
  readonly name: string
  readonly doubtful: boolean
  readonly lowerCase: boolean
}

type Owner = {
  readonly kind: PlaceKind
  readonly id: string
  readonly name: string
  readonly doubtful?: readonly string[]
}

/**
 * All entries of the data. Order: countries, their adjectives, bodies, cities, regions and theirs; of two records with the same words
 * the reader takes the first and keeps the other as a second meaning.
 */
export function entriesOf(data: GazetteerData): readonly Entry[] {
  const { countries, cities, regions, bodies } = data
  return [
    ...countries.flatMap((country) => named({ ...country, kind: 'country', id: country.code }, country.names)),
    ...countries.flatMap((country) =>
      adjectival({ ...country, kind: 'adjective', id: country.code }, country.adjectives),
    ),
    ...bodies.flatMap((body) => named({ ...body, kind: 'body' }, body.names, body.abbreviations)),
    ...cities.flatMap((city) => named({ ...city, kind: 'city', id: cityId(city) }, city.names)),
    ...regions.flatMap((region) => named({ ...region, kind: 'region' }, region.names)),
    ...regions.flatMap((region) => adjectival({ ...region, kind: 'adjective' }, region.adjectives)),
  ]
}

/** The id of a city: country code and name, "KZ:Astana". */
export function cityId(city: { readonly country: string; readonly name: string }): string {
  return `${city.country}:${city.name}`
}

function named(owner: Owner, names: Names = {}, abbreviations: readonly string[] = []): readonly Entry[] {
  const { en = [], fr = [], ru = [], kk = [], other = [] } = names
  return [owner.name, ...abbreviations, ...en, ...fr, ...ru, ...kk, ...other].map((words) => entry(owner, words, false))
}

function adjectival(owner: Owner, adjectives: Adjectives = {}): readonly Entry[] {
  const { en = [], fr = [], ru = [] } = adjectives
  return [
    ...en.map((words) => entry(owner, words, false)),
    ...[...fr, ...ru.flatMap(russianAdjectiveForms)].map((words) => entry(owner, words, true)),
  ]
}

function entry({ kind, id, name, doubtful }: Owner, words: string, lowerCase: boolean): Entry {
  return { words, kind, id, name, doubtful: doubtful?.includes(words) ?? false, lowerCase }
}
