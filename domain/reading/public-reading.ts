// The Reading that other programs rely on: exactly the fields CLI.md names, in its order.
import type { Reading } from './reading.ts'

export type PublicReading = Omit<Reading, 'engine' | 'head' | 'documents' | 'meetings' | 'people' | 'outcomes'> & {
  readonly meetings: readonly Omit<Reading['meetings'][number], 'evidence'>[]
  readonly people: readonly Omit<Reading['people'][number], 'evidence'>[]
  readonly outcomes: readonly Omit<Reading['outcomes'][number], 'evidence'>[]
}

/** A reading without what only the window needs. */
export function publicReading(reading: Reading): PublicReading {
  return {
    title: reading.title,
    language: reading.language,
    text: reading.text,
    dateline: reading.dateline,
    meetings: reading.meetings.map(withoutEvidence),
    people: reading.people.map(withoutEvidence),
    places: reading.places,
    organisations: reading.organisations,
    outcomes: reading.outcomes.map(withoutEvidence),
    topics: reading.topics,
    summary: reading.summary,
  }
}

function withoutEvidence<Item extends { readonly evidence: unknown }>({ evidence, ...rest }: Item) {
  return rest
}
