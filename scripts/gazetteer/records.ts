// What the records of all kinds share: lists without repetition, empty languages left out, one record a line in the file.
import type { Names } from '../../domain/gazetteer/data.ts'
import { fold } from '../../domain/text/fold.ts'

/** The list without repetitions, first come first kept. */
export function unique(list: readonly string[]): readonly string[] {
  return [...new Set(list)]
}

/**
 * Names by language without the record's own name, without what folds alike (a name stands under the first language that has it),
 * without "The Gambia" beside "Gambia",
 * and without empty languages.
 */
export function namesOf(name: string, names: Required<Names>): Names {
  const seen = new Set([fold(name)])
  const english = names.en.filter(
    (word) => !(/^the /iu.test(word) && [name, ...names.en].includes(word.slice('the '.length))),
  )
  const fresh = (list: readonly string[]) => list.filter((word) => !seen.has(fold(word)) && seen.add(fold(word)))
  const result = {
    en: fresh(english),
    fr: fresh(names.fr),
    ru: fresh(names.ru),
    kk: fresh(names.kk),
    other: fresh(names.other),
  }
  return Object.fromEntries(Object.entries(result).filter(([, list]) => list.length > 0))
}

/** The text of a data file: a JSON object with one list, one record a line, so that a change shows as one line. */
export function fileText(key: string, records: readonly object[]): string {
  return `{"${key}":[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]}\n`
}
