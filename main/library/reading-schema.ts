// The strict schema of a stored reading: a part of an entry's record (record-kinds.ts), long enough to stand alone.
import { z } from 'zod'
import { certainties, meetingFormats, outcomeKinds } from '../../domain/reading/reading.ts'

const count = z.int().min(0)
const words = z.string()
const maybe = words.nullable()
const pair = z.tuple([count, count])
const evidence = z.strictObject({ span: pair, via: pair.nullable(), certainty: z.enum(certainties) })
const maybeEvidence = evidence.nullable()
const mention = z.strictObject({ name: words, spans: z.array(pair) })

const meeting = z.strictObject({
  label: words,
  format: z.enum(meetingFormats),
  date: maybe,
  place: maybe,
  people: z.array(words),
  span: pair,
  evidence: z.strictObject({
    label: evidence,
    format: evidence,
    date: maybeEvidence,
    place: maybeEvidence,
    people: z.array(evidence),
  }),
})
const person = z.strictObject({
  name: words,
  aliases: z.array(words),
  role: maybe,
  affiliation: maybe,
  spans: z.array(pair),
  evidence: z.strictObject({
    name: evidence,
    role: maybeEvidence,
    affiliation: maybeEvidence,
    alike: z.array(words),
  }),
})
const outcome = z.strictObject({
  kind: z.enum(outcomeKinds),
  text: words,
  meeting: count.nullable(),
  due: maybe,
  span: pair,
  evidence: z.strictObject({ kind: evidence, due: maybeEvidence }),
})

/** What a text says of where, when and by whom it was filed. */
export const storedDateline = z.strictObject({ place: maybe, date: maybe, source: maybe, span: pair.nullable() })

/** A reading without its text. */
export const storedReading = z.strictObject({
  engine: count,
  title: maybe,
  language: words,
  dateline: storedDateline,
  head: z.strictObject({ title: maybeEvidence, place: maybeEvidence, date: maybeEvidence, source: maybeEvidence }),
  meetings: z.array(meeting),
  people: z.array(person),
  places: z.array(mention),
  organisations: z.array(mention),
  documents: z.array(mention),
  outcomes: z.array(outcome),
  topics: z.array(z.strictObject({ text: words, meeting: count.nullable(), span: pair })),
  summary: z.array(z.strictObject({ text: words, span: pair })),
})
