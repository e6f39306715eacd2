// Pure steps from one schema of a record to the next (record.ts). A step brings the old form into the new one and judges nothing: what
// was not the old form passes through as it is, and the schema refuses it.
import type { Fields } from './record.ts'

/**
 * Entry, 1 to 2: a reading says by which rules it was made and where each field was read. Of readings from before that is not known, so
 * every field counts as likely, read in the item's own words, and they are made again when somebody asks for it.
 */
export function withEvidence(record: Fields): Fields {
  const { reading } = record
  if (!isFields(reading)) return record
  return {
    ...record,
    reading: {
      ...reading,
      engine: 0,
      head: { title: null, place: null, date: null, source: null },
      documents: [],
      meetings: eachOf(reading.meetings, meetingWithEvidence),
      people: eachOf(reading.people, personWithEvidence),
      outcomes: eachOf(reading.outcomes, outcomeWithEvidence),
    },
  }
}

/** Entry, 2 to 3: each version says how it came in, and an earlier one what the briefing said of it. */
export function withVersionSources(record: Fields): Fields {
  const { source } = record
  return { ...record, versions: eachOf(record.versions, (version) => ({ ...version, source, superseded: null })) }
}

/** Notes, 1 to 2: where a note stands is apart from what it says. All notes were on words of the only version there was. */
export function withPlaces(record: Fields): Fields {
  return { ...record, notes: eachOf(record.notes, noteWithPlace) }
}

function noteWithPlace({ version, selectors, state, ...note }: Fields): Fields {
  return {
    ...note,
    tags: [],
    commitment: null,
    scope: 'words',
    settled: { version, selectors, state, settled: note.created },
    carried: null,
    history: [],
    placed: note.created,
    origin: null,
  }
}

function meetingWithEvidence(meeting: Fields): Fields {
  const read = likelyAt(meeting.span)
  const people = Array.isArray(meeting.people) ? meeting.people.map(() => read) : []
  const evidence = { label: read, format: read, date: ifGiven(meeting.date, read), place: ifGiven(meeting.place, read) }
  return { ...meeting, evidence: { ...evidence, people } }
}

function personWithEvidence(person: Fields): Fields {
  const read = likelyAt(Array.isArray(person.spans) ? (person.spans[0] ?? [0, 0]) : undefined)
  const evidence = { name: read, role: ifGiven(person.role, read), affiliation: ifGiven(person.affiliation, read) }
  return { ...person, evidence: { ...evidence, alike: [] } }
}

function outcomeWithEvidence(outcome: Fields): Fields {
  const read = likelyAt(outcome.span)
  return { ...outcome, evidence: { kind: read, due: ifGiven(outcome.due, read) } }
}

function likelyAt(span: unknown): Fields {
  return { span, via: null, certainty: 'likely' }
}

function ifGiven(value: unknown, evidence: Fields): Fields | null {
  return value === null ? null : evidence
}

function eachOf(items: unknown, step: (item: Fields) => Fields): unknown {
  return Array.isArray(items) ? items.map((item: unknown) => (isFields(item) ? step(item) : item)) : items
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
