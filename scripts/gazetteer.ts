// Makes assets/gazetteer/*.json from Unicode CLDR, GeoNames and the tables in scripts/gazetteer: `npm run gazetteer`. The files are
// committed, so a build needs neither the packages nor this script.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { countryRecords } from './gazetteer/countries.ts'
import { fileText } from './gazetteer/records.ts'
import { readTable } from './gazetteer/tables.ts'
import { inProject } from './project.ts'

const require = createRequire(import.meta.url)

/** CLDR's names of a territory in one language, the usual one first. */
function territory(language: string, code: string): readonly string[] {
  const path = require.resolve(`cldr-localenames-full/main/${language}/territories.json`)
  const names: Readonly<Record<string, string>> = JSON.parse(readFileSync(path, 'utf8')).main[language]
    .localeDisplayNames.territories
  return [code, `${code}-alt-short`, `${code}-alt-variant`].flatMap((key) => names[key] ?? [])
}

function write(name: string, records: readonly object[]): void {
  writeFileSync(inProject('assets', 'gazetteer', `${name}.json`), fileText(name, records))
  process.stdout.write(`${name}: ${records.length}\n`)
}

const table = (name: string, columns: number) => readTable(inProject('scripts', 'gazetteer', `${name}.txt`), columns)

write('countries', countryRecords(table('countries', 9), territory))
