import { describe, expect, it } from 'vitest'
import { updatedFromIncoming } from '../../../domain/exchange/note-from-incoming.ts'
import { elsewhere } from '../../../domain/notes/note.ts'
import { shownNote } from '../../../domain/notes/shown-note.ts'
import { imported, now, readOne, storedNote } from './exchanged.ts'

const text = 'The ministers agreed to meet.'
const annotation = (changes: object = {}) =>
  readOne({
    id: 'urn:x:1',
    created: '2026-02-01T00:00:00Z',
    modified: '2026-03-01T00:00:00Z',
    creator: { name: 'B. Other' },
    body: { value: 'theirs', format: 'text/markdown' },
    target: { source: 'urn:x:t', selector: [{ type: 'TextQuoteSelector', exact: 'agreed' }] },
    ...changes,
  })
const quoting = (exact: string) => ({
  target: { selector: { type: 'TextQuoteSelector', exact, prefix: 'p', suffix: 's' } },
})

describe('noteFromIncoming', () => {
  it('settles words that stand here on the newest version', () => {
    const note = imported(text, annotation())
    expect(note).toMatchObject({
      kind: 'highlight',
      text: 'theirs',
      creator: 'B. Other',
      origin: 'urn:x:1',
      carried: null,
    })
    expect(note).toMatchObject({
      created: '2026-02-01T00:00:00.000Z',
      modified: '2026-03-01T00:00:00.000Z',
      placed: now,
    })
    expect(shownNote(note)).toMatchObject({
      state: 'same',
      quote: 'agreed',
      start: 14,
      end: 20,
      version: 1,
      pending: false,
    })
  })

  it('keeps words that do not stand here as they were quoted, of a text that is elsewhere, waiting for a person', () => {
    const note = imported(text, annotation(quoting('decided')))
    expect(note.settled).toMatchObject({
      version: elsewhere,
      selectors: { quote: { exact: 'decided', prefix: 'p', suffix: 's' } },
    })
    expect(shownNote(note)).toMatchObject({ state: 'gone', quote: 'decided', start: null, pending: true, version: 0 })
  })

  it('keeps where reworded words were found', () => {
    const landing = { state: 'reworded', span: { start: 14, end: 20 }, score: 0.7, candidates: [] } as const
    const note = imported(text, annotation(quoting('decided')), () => landing)
    expect(shownNote(note)).toMatchObject({
      state: 'reworded',
      quote: 'decided',
      start: 14,
      end: 20,
      score: 0.7,
      pending: true,
    })
  })

  it('shortens a quote that no text holds', () => {
    const note = imported(text, annotation(quoting(`${'x'.repeat(3_999)}😀${'y'.repeat(9_000_000)}`)))
    expect(shownNote(note).quote).toBe('x'.repeat(3_999))
  })

  it.each([
    ['from the future', { created: '2999-01-01T00:00:00Z', modified: '2999-01-01T00:00:00Z' }, [now, now]],
    [
      'from the wrong order',
      { created: '2026-03-02T00:00:00Z', modified: '2026-03-01T00:00:00Z' },
      ['2026-03-02T00:00:00.000Z', '2026-03-02T00:00:00.000Z'],
    ],
    ['not given', { created: undefined, modified: undefined }, [now, now]],
  ])('never has instants that are %s', (_, changes, expected) => {
    const { created, modified } = imported(text, annotation(changes))
    expect([created, modified]).toEqual(expected)
  })

  it('gives a commitment its fields', () => {
    const note = imported(text, annotation({ body: { value: 'commitment', purpose: 'classifying' } }))
    expect(note.commitment).toEqual({ owner: '', counterpart: '', due: null, status: 'open' })
  })
})

describe('updatedFromIncoming', () => {
  const known = (changes = {}) =>
    storedNote(
      text,
      { start: 4, end: 13 },
      { kind: 'redline', tags: ['ours'], text: 'ours', modified: '2026-02-15T00:00:00.000Z', ...changes },
    )

  it('takes the later content; our kind, tags, commitment and place stay', () => {
    const commitment = { owner: 'Bern', counterpart: '', due: null, status: 'met' } as const
    const before = known({ commitment })
    const after = updatedFromIncoming(before, annotation({ tags: ['theirs'] }), now)
    expect(after).toEqual({ ...before, text: 'theirs', tags: ['ours', 'theirs'], modified: '2026-03-01T00:00:00.000Z' })
  })

  it.each([
    ['was changed here later', { modified: '2026-03-02T00:00:00.000Z' }, {}],
    ['was changed here at the same instant', { modified: '2026-03-01T00:00:00.000Z' }, {}],
    ['comes in without a date', {}, { modified: undefined }],
    ['says the same', { text: 'theirs' }, {}],
  ])('leaves a note as it is that %s', (_, stored, changes) => {
    const note = known(stored)
    expect(updatedFromIncoming(note, annotation(changes), now)).toBe(note)
  })

  it('brings a deleted note back, with what was written here if that is later, and later than the deletion', () => {
    const deleted = '2026-12-01T00:00:00.000Z'
    const after = updatedFromIncoming(known({ deleted, modified: deleted }), annotation(), now)
    expect(after).toMatchObject({ deleted: null, text: 'ours', modified: '2026-12-01T00:00:00.001Z' })
  })

  it('does not let a date in the future win for ever', () => {
    const after = updatedFromIncoming(known(), annotation({ modified: '2999-01-01T00:00:00Z' }), now)
    expect(after.modified).toBe(now)
  })
})
