// Entry of `npm run score`: reads every labelled set there is and prints the table.
import { createTextReader } from '../../main/text-reader.ts'
import { sets } from './labelled.ts'
import { scoreOf } from './score.ts'
import { scoreTable } from './table.ts'

const read = createTextReader()
console.log(scoreTable(Object.fromEntries(Object.entries(sets).map(([name, texts]) => [name, scoreOf(texts(), read)]))))
