import { expect, it } from 'vitest'
import { contract } from '../../../domain/contract.ts'
import { sessionKind } from '../../../main/library/record-kinds.ts'

const device = '018f2d5e-7b3a-7c4d-8e9f-0a1b2c3d4e5f'
const draft = { kind: 'briefing', text: 'Half a text.', source: { via: 'typed', file: null } }
const typed = { ...draft, corrections: { title: 'A meeting', place: null, date: '2024-0' } }

it.each([
  ['without corrections, as they were first stored', draft],
  ['with what was typed in the review, half a date too', typed],
])('drafts %s are taken by the contract and by the session record', (_, kept) => {
  expect(contract['session.draft'].arguments.parse({ draft: kept })).toEqual({ draft: kept })
  const place = { view: 'library', briefingId: null, noteId: null, offset: 0, query: '' }
  const record = { schema: 2, revision: 1, device, place, draft: kept }
  expect(sessionKind.schema.parse(record)).toEqual(record)
})

it('drafts with keys nobody knows are refused', () => {
  const odd = { ...typed, corrections: { heading: 'A meeting' } }
  expect(contract['session.draft'].arguments.safeParse({ draft: odd }).success).toBe(false)
})
