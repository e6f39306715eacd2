// Makes assets/gazetteer/*.json from Unicode CLDR, GeoNames and the tables in scripts/gazetteer: `npm run gazetteer`. The files are
// committed, so a build needs neither the packages nor this script.
import { writeFileSync } from 'node:fs'
import { gazetteerFiles } from './gazetteer/files.ts'
import { inProject } from './project.ts'

for (const { name, text } of gazetteerFiles()) {
  writeFileSync(inProject('assets', 'gazetteer', name), text)
  process.stdout.write(`${name}: ${text.split('\n').length - 3} records, ${Buffer.byteLength(text)} bytes\n`)
}
