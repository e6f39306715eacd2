// The strict schema of corrections, for the window's calls and for the records alike. Apart from corrections.ts, so that the window
// carries no schema.
import { z } from 'zod'
import { largestText } from '../text/limits.ts'
import { type Corrections, headFields } from './corrections.ts'
import { meetingFormats, outcomeKinds } from './reading.ts'

const offset = z.int().min(0).max(largestText)
const pair = z.tuple([offset, offset])
const words = z.string().max(largestText)
const maybe = words.nullable()

/** Corrections whose words are short enough for `head` and whose dates satisfy `date` (both are for what a person typed). */
export function correctionsSchema(
  head: z.ZodType<string, string>,
  date: z.ZodType<string, string>,
): z.ZodType<Corrections, Corrections> {
  const headField = head.nullable().optional()
  const schema = z.strictObject({
    title: headField,
    place: headField,
    date: date.nullable().optional(),
    source: headField,
    confirmed: z.array(z.enum(headFields)).max(headFields.length).optional(),
    decisions: decisionsSchema(date).optional(),
  })
  // Only records from before a field or list was known leave it out; the window gives all of them.
  return schema as z.ZodType<Corrections, Corrections>
}

function decisionsSchema(date: z.ZodType<string, string>) {
  const meeting = z.strictObject({
    label: words,
    format: z.enum(meetingFormats),
    date: date.nullable(),
    place: maybe,
    people: z.array(words),
  })
  const reference = z.strictObject({ span: pair, label: words }).nullable()
  const outcome = z.strictObject({
    kind: z.enum(outcomeKinds),
    due: date.nullable(),
    meeting: reference,
    // Records from before words could be chosen have none.
    words: pair.nullable().default(null),
  })
  const person = z.strictObject({ name: words, role: maybe, affiliation: maybe })
  const topic = z.strictObject({ text: words, meeting: reference })
  const mention = z.strictObject({ name: words })
  return z.strictObject({
    meetings: z.array(decision(meeting, z.enum(['label', 'format', 'date', 'place', 'people']))),
    people: z.array(decision(person, z.enum(['name', 'role', 'affiliation']))),
    outcomes: z.array(decision(outcome, z.enum(['kind', 'due', 'meeting', 'words']))),
    places: z.array(decision(mention, z.enum(['name']))),
    organisations: z.array(decision(mention, z.enum(['name']))),
    // Records from before topics could be corrected have none.
    topics: z.array(decision(topic, z.enum(['text', 'meeting']))).default([]),
  })
}

function decision<Fields extends z.ZodType, Names extends z.ZodType>(fields: Fields, names: Names) {
  return z.strictObject({
    verdict: z.enum(['kept', 'added', 'removed']),
    spans: z.array(pair),
    settled: z.array(names),
    fields,
    read: fields.nullable(),
  })
}
