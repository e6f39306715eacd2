// Readings made by hand from the words of a text, for tests of what is done with a reading whatever engine made it.
import { corrected } from '../../../domain/reading/correct.ts'
import type { Corrections } from '../../../domain/reading/corrections.ts'
import type { Edit } from '../../../domain/reading/edit.ts'
import type {
  Certainty,
  Evidence,
  Meeting,
  MeetingFormat,
  NamedMention,
  OffsetPair,
  Outcome,
  OutcomeKind,
  Person,
  Reading,
} from '../../../domain/reading/reading.ts'

/** The `nth` place (from 1) of words in a text; a test that quotes words that are not there is wrong. */
export function place(text: string, words: string, nth = 1): OffsetPair {
  let start = -1
  for (let count = 0; count < nth; count += 1) start = text.indexOf(words, start + 1)
  if (start === -1) throw new Error(`not ${nth} times in the text: ${words}`)
  return [start, start + words.length]
}

export function evidence(span: OffsetPair, certainty: Certainty = 'certain'): Evidence {
  return { span, via: null, certainty }
}

/** Corrections after several edits, one after the other. */
export function correctedByAll(reading: Reading, corrections: Corrections, edits: readonly Edit[]): Corrections {
  return edits.reduce((changed, edit) => corrected(reading, changed, edit), corrections)
}

/** A reading with nothing in it but what is given. */
export function readingWith(text: string, given: Partial<Reading> = {}): Reading {
  return {
    engine: 1,
    title: null,
    language: 'en',
    text,
    dateline: { place: null, date: null, source: null, span: null },
    head: { title: null, place: null, date: null, source: null },
    meetings: [],
    people: [],
    places: [],
    organisations: [],
    documents: [],
    outcomes: [],
    topics: [],
    summary: [],
    ...given,
  }
}

type MeetingParts = {
  readonly label?: string
  readonly format?: MeetingFormat
  readonly date?: string | null
  readonly place?: string | null
  readonly people?: readonly string[]
  readonly certainty?: Certainty
}

/** A meeting reported at `span`; all fields were read there. */
export function meetingAt(span: OffsetPair, parts: MeetingParts = {}): Meeting {
  const { label = 'met', format = 'bilateral', date = null, place: where = null, people = [] } = parts
  const read = evidence(span, parts.certainty)
  const ifGiven = (value: string | null) => (value === null ? null : read)
  const fields = {
    label: read,
    format: read,
    date: ifGiven(date),
    place: ifGiven(where),
    people: people.map(() => read),
  }
  return { label, format, date, place: where, people, span, evidence: fields }
}

type PersonParts = {
  readonly aliases?: readonly string[]
  readonly role?: string | null
  readonly affiliation?: string | null
  readonly alike?: readonly string[]
}

/** A person mentioned at `spans`. */
export function personAt(name: string, spans: readonly OffsetPair[], parts: PersonParts = {}): Person {
  const { aliases = [], role = null, affiliation = null, alike = [] } = parts
  const read = evidence(spans[0] ?? [0, 0])
  const fields = {
    name: read,
    role: role === null ? null : read,
    affiliation: affiliation === null ? null : read,
    alike,
  }
  return { name, aliases, role, affiliation, spans, evidence: fields }
}

export function outcomeAt(
  text: string,
  span: OffsetPair,
  parts: { readonly kind?: OutcomeKind; readonly meeting?: number | null; readonly due?: string | null } = {},
): Outcome {
  const { kind = 'agreed', meeting = null, due = null } = parts
  const fields = { kind: evidence(span), due: due === null ? null : evidence(span) }
  return { kind, text: text.slice(...span), meeting, due, span, evidence: fields }
}

export function mentionAt(name: string, spans: readonly OffsetPair[]): NamedMention {
  return { name, spans }
}
