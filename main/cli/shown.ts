// A briefing as `show` and `export --as json` print it.
import { currentVersion, readingOf } from '../../domain/briefing.ts'
import type { OpenBriefing } from '../../domain/contract.ts'
import { type PublicNote, publicNote } from '../../domain/notes/shown-note.ts'
import { publicCorrectedReading } from '../../domain/reading/public-corrected.ts'
import type { PublicReading } from '../../domain/reading/public-reading.ts'

export type Shown = {
  readonly id: string
  readonly version: number
  readonly text: string
  readonly reading: PublicReading
  readonly notes: readonly PublicNote[]
}

/** The current version, its reading with what people corrected, and the notes in the order given: an open briefing has them in reading order. */
export function shown({ briefing, notes }: Pick<OpenBriefing, 'briefing' | 'notes'>): Shown {
  const { number, text } = currentVersion(briefing)
  const reading = publicCorrectedReading(readingOf(briefing), briefing.corrections)
  return { id: briefing.id, version: number, text, reading, notes: notes.map(publicNote) }
}
