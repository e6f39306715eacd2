// Every printed name of the gazetteer's records as one flat list of entries, those that win over others of the same words first.
import type { Adjectives, GazetteerData, Names } from './data.ts'

/** What a name stands for. An adjective carries the id and name of its country or region. */
export type PlaceKind = 'country' | 'adjective' | 'body' | 'city' | 'region'

/** What a name belongs to. `doubtful` are those of its names that mean other things too. */
export type Owner = {
  readonly kind: PlaceKind
  readonly id: string
  readonly name: string
  readonly doubtful: readonly string[]
}

/** One printed name. `lowerCase`: it may stand without a capital (kazakh, казахстанский, zone euro). */
export type Entry = { readonly words: string; readonly owner: Owner; readonly lowerCase: boolean }

/**
 * All entries of the data. Order: countries, their adjectives, bodies, cities, regions and theirs; of two records with the same words
 * the reader takes the first and keeps the other as a second meaning.
 */
export function entriesOf(data: GazetteerData): readonly Entry[] {
  const entries: Entry[] = []
  for (const country of data.countries) addNames(entries, ownerOf('country', country.code, country), country.names)
  for (const country of data.countries) addAdjectives(entries, country.code, country)
  for (const body of data.bodies) addNames(entries, ownerOf('body', body.id, body), body.names, body.abbreviations)
  for (const city of data.cities) addNames(entries, ownerOf('city', cityId(city), city), city.names)
  for (const region of data.regions) addNames(entries, ownerOf('region', region.id, region), region.names)
  for (const region of data.regions) addAdjectives(entries, region.id, region)
  return entries
}

/** The id of a city: country code and name, "KZ:Astana". */
export function cityId(city: { readonly country: string; readonly name: string }): string {
  return `${city.country}:${city.name}`
}

type Named = { readonly name: string; readonly doubtful?: readonly string[] }

const none: readonly string[] = []

function ownerOf(kind: PlaceKind, id: string, { name, doubtful = none }: Named): Owner {
  return { kind, id, name, doubtful }
}

function addNames(entries: Entry[], owner: Owner, names: Names = {}, abbreviations = none): void {
  entries.push({ words: owner.name, owner, lowerCase: false })
  const { en = none, fr = none, ru = none, kk = none, other = none } = names
  for (const list of [abbreviations, en, fr, ru, kk, other]) {
    for (const words of list) entries.push({ words, owner, lowerCase: startsSmall(words) })
  }
}

function addAdjectives(entries: Entry[], id: string, record: Named & { readonly adjectives?: Adjectives }): void {
  if (record.adjectives === undefined) return
  const owner = ownerOf('adjective', id, record)
  const { en = none, fr = none, ru = none } = record.adjectives
  for (const words of en) entries.push({ words, owner, lowerCase: false })
  for (const words of fr) entries.push({ words, owner, lowerCase: true })
  for (const words of ru) entries.push({ words, owner, lowerCase: true })
}

function startsSmall(words: string): boolean {
  const initial = words[0] ?? ''
  return initial !== initial.toUpperCase()
}
