// The Reading that other programs rely on (CLI.md), as people corrected it: the same shape as without corrections.
import { correctedReading } from './corrected-reading.ts'
import type { Corrections } from './corrections.ts'
import type { PublicReading } from './public-reading.ts'
import type { Reading } from './reading.ts'

/** A reading with corrections applied, in the form that is printed; indices of meetings point into the meetings printed. */
export function publicCorrectedReading(reading: Reading, corrections: Corrections): PublicReading {
  const corrected = correctedReading(reading, corrections)
  const { title, place, date, source } = corrected.head
  const indices = new Map(corrected.meetings.map(({ key }, index) => [key, index]))
  return {
    title: title.value,
    language: reading.language,
    text: reading.text,
    dateline: { place: place.value, date: date.value, source: source.value, span: reading.dateline.span },
    meetings: corrected.meetings.map((meeting) => ({
      label: meeting.label.value,
      format: meeting.format.value,
      date: meeting.date.value,
      place: meeting.place.value,
      people: meeting.people.value.map(({ name }) => name),
      span: meeting.span,
    })),
    people: corrected.people.map(({ name, aliases, role, affiliation, spans }) => ({
      name: name.value,
      aliases,
      role: role.value,
      affiliation: affiliation.value,
      spans,
    })),
    places: corrected.places.map(({ name, spans }) => ({ name: name.value, spans })),
    organisations: corrected.organisations.map(({ name, spans }) => ({ name: name.value, spans })),
    outcomes: corrected.outcomes.map(({ kind, text, meeting, due, span }) => ({
      kind: kind.value,
      text,
      meeting: meeting.value === null ? null : (indices.get(meeting.value) ?? null),
      due: due.value,
      span,
    })),
    topics: corrected.topics.map(({ text, meeting, span }) => ({
      text: text.value,
      meeting: meeting.value === null ? null : (indices.get(meeting.value) ?? null),
      span,
    })),
    summary: corrected.summary,
  }
}
