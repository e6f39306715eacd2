import { expect, it } from 'vitest'
import { contract } from '../../../domain/contract.ts'
import { decodeRecord } from '../../../main/library/record.ts'
import { entryKind, notesKind, sessionKind } from '../../../main/library/record-kinds.ts'

const device = '018f2d5e-7b3a-7c4d-8e9f-0a1b2c3d4e5f'
const draft = { kind: 'briefing', text: 'Half a text.', source: { via: 'typed', file: null } }
const typed = { ...draft, corrections: { title: 'A meeting', place: null, date: '2024-0' } }

it.each([
  ['without corrections, as they were first stored', draft],
  [
    'of a field of a stored reading',
    { kind: 'field', briefingId: device, field: 'meetings 24-60 date', text: '2024-0' },
  ],
  ['with what was typed in the review, half a date too', typed],
  ['of a new version of a stored text', { ...draft, revises: device }],
])('drafts %s are taken by the contract and by the session record', (_, kept) => {
  expect(contract['session.draft'].arguments.parse({ draft: kept })).toEqual({ draft: kept })
  const place = { view: 'library', briefingId: null, noteId: null, offset: 0, query: '' }
  const record = { schema: 3, revision: 1, device, place, draft: kept }
  expect(sessionKind.schema.parse(record)).toEqual(record)
})

it('drafts with keys nobody knows are refused', () => {
  const odd = { ...typed, corrections: { heading: 'A meeting' } }
  expect(contract['session.draft'].arguments.safeParse({ draft: odd }).success).toBe(false)
})

const id = '01a20ade-1914-7166-8f16-c2d0ef1c274e'
const created = '2026-11-24T00:04:17.300Z'
/** An entry as version 1 would have written it, had it read anything. */
const oldEntry = {
  schema: 1,
  revision: 1,
  id,
  created,
  modified: created,
  deleted: null,
  source: { via: 'paste', file: null },
  versions: [{ number: 1, text: 'Dara Venn met Ilmar Soo in Bern.', created }],
  reading: {
    title: null,
    language: 'en',
    dateline: { place: null, date: null, source: null, span: null },
    meetings: [
      {
        label: 'met',
        format: 'bilateral',
        date: null,
        place: 'Bern',
        people: ['Dara Venn', 'Ilmar Soo'],
        span: [0, 32],
      },
    ],
    people: [{ name: 'Dara Venn', aliases: [], role: null, affiliation: null, spans: [[0, 9]] }],
    places: [{ name: 'Bern', spans: [[27, 31]] }],
    organisations: [],
    outcomes: [{ kind: 'agreed', text: 'met', meeting: 0, due: null, span: [10, 13] }],
    topics: [],
    summary: [],
  },
  corrections: { title: 'Typed' },
  marking: null,
}
const bytesOf = (record: unknown) => new TextEncoder().encode(JSON.stringify(record))
const decode = (record: unknown) => decodeRecord(bytesOf(record), entryKind, id, 'entry.json')

it('an entry of schema 1 says of each field that it is likely, read in the words of its item', () => {
  const likely = (span: readonly number[]) => ({ span, via: null, certainty: 'likely' })
  expect(decode(oldEntry)).toMatchObject({
    ok: true,
    value: {
      schema: 3,
      versions: [{ number: 1, source: { via: 'paste', file: null }, superseded: null }],
      corrections: { title: 'Typed' },
      reading: {
        engine: 0,
        documents: [],
        meetings: [
          {
            evidence: {
              label: likely([0, 32]),
              date: null,
              place: likely([0, 32]),
              people: [likely([0, 32]), likely([0, 32])],
            },
          },
        ],
        people: [{ evidence: { name: likely([0, 9]), role: null, alike: [] } }],
        outcomes: [{ evidence: { kind: likely([10, 13]), due: null } }],
      },
    },
  })
})

it.each<[string, (entry: typeof oldEntry) => unknown]>([
  ['without a reading', ({ reading, ...rest }) => rest],
  ['with a reading that is a list', (entry) => ({ ...entry, reading: [] })],
  ['with meetings that are no list', (entry) => ({ ...entry, reading: { ...entry.reading, meetings: 'none' } })],
  ['with a person that is a number', (entry) => ({ ...entry, reading: { ...entry.reading, people: [7] } })],
  ['with keys of the new form', (entry) => ({ ...entry, corrections: { decisions: [] } })],
])('an entry of schema 1 %s is damaged, not guessed at', (_, change) => {
  expect(decode(change(oldEntry))).toMatchObject({ failure: { code: 'record-damaged' } })
})

const selectors = {
  position: { type: 'TextPositionSelector', start: 0, end: 9 },
  quote: { type: 'TextQuoteSelector', exact: 'Dara Venn', prefix: '', suffix: ' met' },
  paragraph: { type: 'ParagraphSelector', number: 1 },
}
const oldNote = {
  noteId: device,
  kind: 'line',
  text: 'Ours.',
  version: 1,
  selectors,
  state: 'same',
  created,
  modified: '2026-11-25T00:00:00.000Z',
  deleted: null,
  creator: 'A. Officer',
}
const oldNotes = { schema: 1, revision: 3, briefingId: id, device, notes: [oldNote] }
const decodeNotes = (record: unknown) => decodeRecord(bytesOf(record), notesKind, id, 'notes.json')

it('notes of schema 1 stand where they stood, placed when they were made, and say what they said', () => {
  const { version, state, ...said } = oldNote
  const { selectors: _, ...content } = said
  expect(decodeNotes(oldNotes)).toMatchObject({
    ok: true,
    value: {
      notes: [
        {
          ...content,
          scope: 'words',
          settled: { version, selectors, state, settled: created },
          carried: null,
          history: [],
          placed: created,
          tags: [],
          commitment: null,
          origin: null,
        },
      ],
    },
  })
})

it.each<[string, unknown]>([
  ['without selectors', { ...oldNote, selectors: undefined }],
  ['that is a word', 'note'],
  ['of a kind nobody knows', { ...oldNote, kind: 'opinion' }],
  ['of an unknown state', { ...oldNote, state: 'lost' }],
  ['with a key nobody knows', { ...oldNote, colour: 'red' }],
])('a note of schema 1 %s is damaged, not guessed at', (_, note) => {
  expect(decodeNotes({ ...oldNotes, notes: [note] })).toMatchObject({ failure: { code: 'record-damaged' } })
})
