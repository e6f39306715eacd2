// The records of a library and their strict schemas. A change of shape raises a kind's schema number by adding a migration;
// earlier shapes are kept as libraries in test/fixtures, which must still open.
import { z } from 'zod'
import { type Briefing, waysIn, windowWays } from '../../domain/briefing.ts'
import { noteKinds, noteStates, type StoredNote } from '../../domain/note.ts'
import { meetingFormats, outcomeKinds } from '../../domain/reading/reading.ts'
import type { Session } from '../../domain/session.ts'
import type { RecordKind, Stored } from './record.ts'

export type EntryRecord = Stored & Briefing
export type NotesRecord = Stored & {
  readonly briefingId: string
  readonly device: string
  readonly notes: readonly StoredNote[]
}
export type SessionRecord = Stored & Session & { readonly device: string }

const count = z.int().min(0)
const positive = z.int().min(1)
const id = z.uuid()
const instant = z.iso.datetime()
const words = z.string()
const maybe = words.nullable()
const stored = { schema: positive, revision: positive }

const pair = z.tuple([count, count])
const mention = z.strictObject({ name: words, spans: z.array(pair) })
const reading = z.strictObject({
  title: maybe,
  language: words,
  dateline: z.strictObject({ place: maybe, date: maybe, source: maybe, span: pair.nullable() }),
  meetings: z.array(
    z.strictObject({
      label: words,
      format: z.enum(meetingFormats),
      date: maybe,
      place: maybe,
      people: z.array(words),
      span: pair,
    }),
  ),
  people: z.array(
    z.strictObject({ name: words, aliases: z.array(words), role: maybe, affiliation: maybe, spans: z.array(pair) }),
  ),
  places: z.array(mention),
  organisations: z.array(mention),
  outcomes: z.array(
    z.strictObject({ kind: z.enum(outcomeKinds), text: words, meeting: count.nullable(), due: maybe, span: pair }),
  ),
  topics: z.array(z.strictObject({ text: words, meeting: count.nullable(), span: pair })),
  summary: z.array(z.strictObject({ text: words, span: pair })),
})
const version = z.strictObject({ number: positive, text: words, created: instant })
const correction = maybe.optional()
const corrections = z.strictObject({ title: correction, place: correction, date: correction, source: correction })

const entry = z.strictObject({
  ...stored,
  id,
  created: instant,
  modified: instant,
  deleted: instant.nullable(),
  source: z.strictObject({ via: z.enum(waysIn), file: maybe }),
  versions: z.tuple([version], version),
  reading,
  corrections,
  marking: z.strictObject({ scheme: words, level: words, caveats: z.array(words) }).nullable(),
})

const note = z.strictObject({
  noteId: id,
  kind: z.enum(noteKinds),
  text: words,
  version: positive,
  selectors: z.strictObject({
    position: z.strictObject({ type: z.literal('TextPositionSelector'), start: count, end: count }),
    quote: z.strictObject({ type: z.literal('TextQuoteSelector'), exact: words, prefix: words, suffix: words }),
    paragraph: z.strictObject({ type: z.literal('ParagraphSelector'), number: positive.nullable() }),
  }),
  state: z.enum(noteStates),
  created: instant,
  modified: instant,
  deleted: instant.nullable(),
  creator: words,
})
const notes = z.strictObject({ ...stored, briefingId: id, device: id, notes: z.array(note) })

const draft = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('note'), briefingId: id, noteId: id, text: words, since: instant.optional() }),
  z.strictObject({
    kind: z.literal('briefing'),
    text: words,
    source: z.strictObject({ via: z.enum(windowWays), file: maybe }),
    corrections: corrections.optional(),
  }),
])
const session = z.strictObject({
  ...stored,
  device: id,
  place: z.strictObject({
    view: z.enum(['library', 'bin']),
    briefingId: id.nullable(),
    noteId: id.nullable(),
    offset: count,
    query: words,
  }),
  draft: draft.nullable(),
})

export const entryKind: RecordKind<EntryRecord> = {
  name: 'entry',
  schema: entry,
  migrations: [],
  idOf: (record) => record.id,
  startsAnew: false,
}
export const notesKind: RecordKind<NotesRecord> = {
  name: 'notes',
  schema: notes,
  migrations: [],
  idOf: (record) => record.briefingId,
  startsAnew: false,
}
export const sessionKind: RecordKind<SessionRecord> = {
  name: 'session',
  schema: session,
  migrations: [],
  idOf: (record) => record.device,
  startsAnew: true,
}
