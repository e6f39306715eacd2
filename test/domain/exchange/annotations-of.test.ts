import { describe, expect, it } from 'vitest'
import { noteKinds } from '../../../domain/notes/note.ts'
import { briefingId, exported, storedNote } from './exchanged.ts'
import { flawsOfCollection } from './web-annotation-rules.ts'

const text = 'Talks 😀 in Bern\n\nThe ministers agreed to meet again. They agreed on little else.'
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
type Item = { id: string; target: { source: string; selector?: readonly { type: string }[] }; body: readonly object[] }
const itemsIn = (json: unknown) => (json as { first: { items: readonly Item[] } }).first.items
const selectorsOf = (json: unknown) => itemsIn(json)[0]?.target.selector
const elsewhere = { version: 2, span: null, score: 0, candidates: [], left: false } as const

describe('annotationsOf', () => {
  it('is valid against the model for every kind, scope and state', () => {
    const ids = noteKinds.map((_, index) => `01a21c40-5a10-7a31-9c52-00000000010${index}`)
    const notes = [
      ...noteKinds.map((kind, index) => storedNote(text, at('agreed'), { kind, noteId: ids[index] ?? '' })),
      storedNote(text, null, { noteId: '01a21c40-5a10-7a31-9c52-000000000201', text: '', creator: '' }),
      storedNote(text, at('Bern'), {
        noteId: '01a21c40-5a10-7a31-9c52-000000000202',
        carried: { ...elsewhere, state: 'gone' },
        tags: ['follow up', '<b>'],
        commitment: { owner: 'Bern', counterpart: '', due: null, status: 'open' },
      }),
    ]
    expect(flawsOfCollection(exported(text, notes))).toEqual([])
    expect(flawsOfCollection(exported(text, [], null))).toEqual([])
  })

  it('quotes the words and counts their position in code points', () => {
    const { start, end } = at('ministers')
    expect(selectorsOf(exported(text, [storedNote(text, { start, end })]))).toEqual([
      {
        type: 'TextQuoteSelector',
        exact: 'ministers',
        prefix: text.slice(0, start),
        suffix: text.slice(end, end + 64),
      },
      { type: 'TextPositionSelector', start: start - 1, end: end - 1 },
    ])
  })

  it('names the briefing as the source and nothing else for a note on the whole', () => {
    expect(itemsIn(exported(text, [storedNote(text, null)]))[0]?.target).toEqual({
      type: 'SpecificResource',
      source: `urn:uuid:${briefingId}`,
    })
  })

  it('keeps the id that an imported note came with', () => {
    const origin = 'https://hypothes.is/a/abc'
    expect(itemsIn(exported(text, [storedNote(text, null, { origin })]))[0]?.id).toBe(origin)
  })

  it.each([
    ['reworded: the old quote, the place found', 'reworded', at('Bern'), ['TextQuoteSelector', 'TextPositionSelector']],
    ['ambiguous: no place, since nobody chose one', 'ambiguous', at('Bern'), ['TextQuoteSelector']],
    ['gone: the quote alone', 'gone', null, ['TextQuoteSelector']],
  ] as const)('says of a note that waits what is known; %s', (_, state, span, types) => {
    const candidates = span === null ? [] : [span]
    const note = storedNote(text, at('little'), { carried: { ...elsewhere, state, span, candidates, score: 0.5 } })
    const selectors = selectorsOf(exported(text, [note]))
    expect(selectors?.map(({ type }) => type)).toEqual(types)
    expect(selectors?.[0]).toMatchObject({ exact: 'little' })
  })
})
