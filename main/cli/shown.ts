// A briefing as `show` and `export --as json` print it.
import { currentVersion, headOf } from '../../domain/briefing.ts'
import type { OpenBriefing } from '../../domain/contract.ts'
import type { Note } from '../../domain/note.ts'
import { type PublicReading, publicReading } from '../../domain/reading/public-reading.ts'
import { wholeReading } from '../../domain/reading/reading.ts'

export type Shown = {
  readonly id: string
  readonly version: number
  readonly text: string
  readonly reading: PublicReading
  readonly notes: readonly Note[]
}

/** The current version, its reading with what people corrected, and the notes in the order given: an open briefing has them in reading order. */
export function shown({ briefing, notes }: Pick<OpenBriefing, 'briefing' | 'notes'>): Shown {
  const { number, text } = currentVersion(briefing)
  const { title, place, date, source } = headOf(briefing)
  const { dateline } = briefing.reading
  const reading = { ...briefing.reading, title, dateline: { ...dateline, place, date, source } }
  return { id: briefing.id, version: number, text, reading: publicReading(wholeReading(reading, text)), notes }
}
