// Short reports for the tests of the engine's steps: sentences between a date line and a close that says nothing of its own, so that
// every text is long enough to be known as English.
import type { Meeting, Outcome, Person, Reading } from '../../../domain/reading/reading.ts'
import { normalise } from '../../../domain/text/normalise.ts'
import { readText } from '../../engine.ts'

/** The date of every report: a Thursday. */
export const reportDate = '2024-05-16'
const close =
  'It was cold in the hall, and the text is on the site of the office for all who are at home or on the road.'

/** The reading of a text as it comes in. Throws for what the app would refuse. */
export function read(text: string): Reading {
  const normal = normalise(text)
  if (!normal.ok) throw new Error(normal.failure.code)
  return readText(normal.value)
}

/** The reading of paragraphs under the report's date; `dated` false leaves the date out. */
export function reported(paragraphs: string | readonly string[], dated = true): Reading {
  const body = typeof paragraphs === 'string' ? [paragraphs] : paragraphs
  return read([...(dated ? [reportDate] : []), ...body, close].join('\n\n'))
}

/** The words at a span. */
export function at({ text }: Pick<Reading, 'text'>, span: readonly [number, number] | undefined | null): string | null {
  return span === undefined || span === null ? null : text.slice(...span)
}

/** "Name | role | affiliation" of each person, `-` for what is not said. */
export function cast({ people }: Pick<Reading, 'people'>): readonly string[] {
  return people.map(({ name, role, affiliation }: Person) => [name, role ?? '-', affiliation ?? '-'].join(' | '))
}

/** "format date place: people" of each event, `-` for what is not said. */
export function told({ meetings }: Pick<Reading, 'meetings'>): readonly string[] {
  return meetings.map(
    ({ format, date, place, people }: Meeting) => `${format} ${date ?? '-'} ${place ?? '-'}: ${people.join(', ')}`,
  )
}

/** "kind: text" of each outcome. */
export function outcomes(reading: Pick<Reading, 'outcomes'>): readonly string[] {
  return reading.outcomes.map(({ kind, text }: Outcome) => `${kind}: ${text}`)
}
