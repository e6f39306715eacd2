// Labelled texts: what a person read in a text by the rules of ../shared/readouts/RULES.md, and where the sets lie.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MeetingFormat, OutcomeKind } from '../../domain/reading/reading.ts'

export type LabelledEvent = {
  readonly label: string
  readonly format: MeetingFormat
  readonly date: string | null
  readonly place: string | null
  readonly people: readonly string[]
  /** First words of the sentence that reports it. */
  readonly span_quote: string
}
export type LabelledPerson = {
  readonly name: string
  readonly aliases: readonly string[]
  readonly role: string | null
  readonly country_or_org: string | null
}

/** What a person read. */
export type Labels = {
  readonly title: string | null
  readonly dateline: { readonly place: string | null; readonly date: string | null; readonly source: string | null }
  readonly meetings: readonly LabelledEvent[]
  /** Past and coming events only mentioned: neither asked for nor wrong. */
  readonly background_events?: readonly LabelledEvent[]
  readonly people: readonly LabelledPerson[]
  readonly places: readonly string[]
  readonly organisations: readonly string[]
  readonly outcomes: readonly { readonly kind: OutcomeKind; readonly quote: string }[]
  readonly topics_discussed?: readonly string[]
}
export type LabelledText = { readonly name: string; readonly text: string; readonly labels: Labels }

const ending = '.gold.json'
const readouts = join(import.meta.dirname, '..', 'fixtures', 'readouts')
const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'readouts')

/** The texts of a folder that have labels, by name; none where there is no such folder. `begins`: the first letters of their names. */
export function labelledTexts(folder: string, begins = ''): readonly LabelledText[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending) && file.startsWith(begins))
    .toSorted()
    .map((file) => {
      const name = file.slice(0, -ending.length)
      const labels = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Labels
      return { name, text: readFileSync(join(folder, `${name}.txt`), 'utf8'), labels }
    })
}

/** The sets by name. `given` lies outside the project and may be absent: empty. */
export const sets: Readonly<Record<string, () => readonly LabelledText[]>> = {
  tuning: () => labelledTexts(join(readouts, 'tuning')),
  'held out': () => labelledTexts(join(readouts, 'held-out')),
  given: () => [...labelledTexts(join(shared, 'dev')), ...labelledTexts(shared)],
  ...Object.fromEntries(
    ['fr', 'ru', 'kk'].flatMap((language) =>
      ['tuning', 'held-out'].map((folder) => [
        `${language} ${folder.replace('-', ' ')}`,
        () => labelledTexts(join(readouts, 'languages', folder), `${language}-`),
      ]),
    ),
  ),
}
