import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointsOf } from '../../../domain/exchange/code-points.ts'
import { placeIncoming } from '../../../domain/exchange/place-incoming.ts'
import { commitmentStatuses, noteKinds, type StoredNote } from '../../../domain/notes/note.ts'
import { shownNote } from '../../../domain/notes/shown-note.ts'
import { canAnchor } from '../../../main/library/note-edits.ts'
import { exported, gone, imported, placed, read, storedNote } from './exchanged.ts'
import { flawsOfCollection } from './web-annotation-rules.ts'

const letter = fc.constantFrom(
  'a',
  'b',
  'é',
  '😀',
  '👩🏽‍⚖️',
  'ж',
  'q\u0301',
  'שלום',
  'مرحبا',
  '条约',
  '“',
  ' ',
  ' ',
  '\n',
  '\u200f',
  '<b>',
  '&amp;',
)
const words = fc.array(letter, { minLength: 1, maxLength: 120 }).map((letters) => letters.join('').normalize('NFC'))
const written = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .filter((text) => text === '' || /\S/u.test(text))
  .map((text) => text.replaceAll('\0', ''))
const shortWords = written.map((text) => text.trim().replace(/\s+/gu, ' ')).filter((text) => text !== '')
const commitment = fc.record({
  owner: fc.oneof(fc.constant(''), shortWords),
  counterpart: fc.oneof(fc.constant(''), shortWords),
  due: fc.constantFrom(null, '2026-02-28'),
  status: fc.constantFrom(...commitmentStatuses),
})
const content = fc.record({
  kind: fc.constantFrom(...noteKinds),
  text: written,
  tags: fc.uniqueArray(shortWords, { maxLength: 4 }),
  commitment: fc.option(commitment),
})
const drawn = fc.record({
  content,
  on: fc.constantFrom('words', 'paragraph', 'briefing'),
  from: fc.nat(),
  length: fc.nat(40),
})

/** A note on some words of the text that can be shown; null where the drawn place holds none. */
function noteAt(
  text: string,
  { content: said, on, from, length }: typeof drawn extends fc.Arbitrary<infer T> ? T : never,
): StoredNote | null {
  if (on === 'briefing') return storedNote(text, null, said)
  const start = from % text.length
  const span = { start, end: Math.min(text.length, start + 1 + length) }
  const isWords = canAnchor(text, span) && /\S/u.test(text.slice(span.start, span.end))
  return isWords ? storedNote(text, span, { ...said, scope: on === 'paragraph' ? 'paragraph' : 'words' }) : null
}

function essence(note: StoredNote) {
  const { kind, text, tags, commitment, quote, start, end, scope, state, pending, created, modified, creator } =
    shownNote(note)
  const held = commitment ?? (kind === 'commitment' ? { owner: '', counterpart: '', due: null, status: 'open' } : null)
  return { kind, text, tags, commitment: held, quote, start, end, scope, state, pending, created, modified, creator }
}

describe('notes sent out and taken in again', () => {
  it('are the same notes on the same words, by a valid file, without asking anybody', () => {
    fc.assert(
      fc.property(words, fc.array(drawn, { maxLength: 8 }), (text, drawnNotes) => {
        const made = drawnNotes.map((one) => noteAt(text, one)).filter((note) => note !== null)
        const notes = made.map((note, index) => ({ ...note, noteId: `01a21c40-5a10-7a31-9c52-00000000000${index}` }))
        const file = exported(text, notes)
        expect(flawsOfCollection(file)).toEqual([])
        const { annotations, skipped } = read(file)
        expect(skipped).toEqual([])
        const back = annotations.map((one) => imported(text, one, () => expect.fail('the quote was not proof enough')))
        expect(back.map(essence)).toEqual(notes.map(essence))
        expect(back.map(({ origin }) => origin)).toEqual(notes.map(({ noteId }) => `urn:uuid:${noteId}`))
      }),
      { numRuns: 400 },
    )
  })

  it('never come in as settled that waited for a person here', () => {
    const text = 'They agreed. They agreed.'
    const candidates = [
      { start: 5, end: 11 },
      { start: 18, end: 24 },
    ]
    const carried = { version: 1, score: 1, left: false, span: candidates[0] ?? null, candidates } as const
    const reworded = storedNote(
      'They decided.',
      { start: 5, end: 12 },
      { carried: { ...carried, state: 'reworded', candidates: [] } },
    )
    const ambiguous = storedNote(
      'all agreed',
      { start: 4, end: 10 },
      { noteId: 'b', carried: { ...carried, state: 'ambiguous' } },
    )
    const { annotations } = read(exported(text, [reworded, ambiguous]))
    expect(annotations.map((one) => placed(text, one).state)).toEqual(['gone', 'ambiguous'])
    expect(annotations.map(({ quote, position }) => [quote?.exact, position])).toEqual([
      ['decided', { start: 5, end: 11 }],
      ['agreed', null],
    ])
  })

  it('places a hundred thousand on a text in a few seconds', () => {
    const text = Array.from(
      { length: 1_000 },
      (_, index) => `Paragraph ${index}: they agreed on point ${index} 😀.`,
    ).join('\n\n')
    const items = Array.from({ length: 100_000 }, (_, index) => {
      const start = text.indexOf('agreed', (index * 37) % (text.length - 100))
      const exact = { type: 'TextQuoteSelector', exact: 'agreed', prefix: text.slice(start - 20, start), suffix: '' }
      const position = { type: 'TextPositionSelector', start, end: start + 6 }
      return { id: `urn:x:${index}`, body: { value: 'noted' }, target: { selector: [exact, position] } }
    })
    const { annotations } = read(items)
    const started = performance.now()
    const on = { text, points: codePointsOf(text), resolve: () => gone }
    const states = annotations.map((one) => placeIncoming(one, on).state)
    expect(new Set(states)).toEqual(new Set(['same']))
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})
