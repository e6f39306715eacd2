// The records of a library and their strict schemas. A change of shape raises a kind's schema number by adding a migration;
// earlier shapes are kept as libraries in test/fixtures, which must still open.
import { z } from 'zod'
import { type Briefing, waysIn, windowWays } from '../../domain/briefing.ts'
import { commitmentStatuses, noteKinds, noteScopes, noteStates, type StoredNote } from '../../domain/notes/note.ts'
import { correctionsSchema } from '../../domain/reading/corrections-schema.ts'
import type { Session } from '../../domain/session.ts'
import { withEvidence, withPlaces, withVersionSources } from './migrations.ts'
import { storedDateline, storedReading } from './reading-schema.ts'
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

const corrections = correctionsSchema(words, words)
const source = z.strictObject({ via: z.enum(waysIn), file: maybe })
const version = z.strictObject({
  number: positive,
  text: words,
  created: instant,
  source,
  superseded: z.strictObject({ title: maybe, dateline: storedDateline, corrections }).nullable(),
})

const entry = z.strictObject({
  ...stored,
  id,
  created: instant,
  modified: instant,
  deleted: instant.nullable(),
  source,
  versions: z.tuple([version], version),
  reading: storedReading,
  corrections,
  marking: z.strictObject({ scheme: words, level: words, caveats: z.array(words) }).nullable(),
})

const span = z.strictObject({ start: count, end: count })
const selectors = z.strictObject({
  position: span.extend({ type: z.literal('TextPositionSelector') }),
  quote: z.strictObject({ type: z.literal('TextQuoteSelector'), exact: words, prefix: words, suffix: words }),
  paragraph: z.strictObject({ type: z.literal('ParagraphSelector'), number: positive.nullable() }),
})
const settled = z.strictObject({
  // 0: of a text that is elsewhere.
  version: count,
  selectors: selectors.nullable(),
  state: z.enum(noteStates),
  settled: instant,
})
const carried = z.strictObject({
  version: positive,
  state: z.enum(['reworded', 'ambiguous', 'gone']),
  span: span.nullable(),
  score: z.number().min(0).max(1),
  candidates: z.array(span),
  left: z.boolean(),
})
const commitment = z.strictObject({
  owner: words,
  counterpart: words,
  due: z.iso.date().nullable(),
  status: z.enum(commitmentStatuses),
})
const note = z.strictObject({
  noteId: id,
  kind: z.enum(noteKinds),
  text: words,
  tags: z.array(words),
  commitment: commitment.nullable(),
  scope: z.enum(noteScopes),
  settled,
  carried: carried.nullable(),
  history: z.array(settled),
  placed: instant,
  created: instant,
  modified: instant,
  deleted: instant.nullable(),
  creator: words,
  origin: maybe,
})
const notes = z.strictObject({ ...stored, briefingId: id, device: id, notes: z.array(note) })

const draft = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('note'), briefingId: id, noteId: id, text: words, since: instant.optional() }),
  z.strictObject({ kind: z.literal('field'), briefingId: id, field: words, text: words }),
  z.strictObject({
    kind: z.literal('briefing'),
    text: words,
    source: z.strictObject({ via: z.enum(windowWays), file: maybe }),
    corrections: corrections.optional(),
    revises: id.optional(),
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
  migrations: [
    { from: 1, step: withEvidence },
    { from: 2, step: withVersionSources },
  ],
  idOf: (record) => record.id,
  startsAnew: false,
  keeps: 'many',
}
export const notesKind: RecordKind<NotesRecord> = {
  name: 'notes',
  schema: notes,
  migrations: [{ from: 1, step: withPlaces }],
  idOf: (record) => record.briefingId,
  startsAnew: false,
  keeps: 'many',
}
export const sessionKind: RecordKind<SessionRecord> = {
  name: 'session',
  schema: session,
  // A draft may carry decisions since 2, or be of a field of a stored reading; since 3 it may be a new version of a text. One that is
  // neither is as it was.
  migrations: [
    { from: 1, step: (record) => record },
    { from: 2, step: (record) => record },
  ],
  idOf: (record) => record.device,
  startsAnew: true,
  keeps: 'last',
}
