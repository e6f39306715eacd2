import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noDecisions } from '../../../domain/reading/corrections.ts'
import { hasCorrections, reduceEdits, startEdits } from '../../../renderer/state/edits.ts'

const edited = (title: string) => ({ type: 'edited', corrections: { title } }) as const

describe('edits of a reading under review', () => {
  it('undone as often as they were made leave what was there, and redone give the last again', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 8 }), (titles) => {
        const start = startEdits({ place: 'Oslo' })
        const all = titles.map(edited).reduce(reduceEdits, start)
        const undone = titles.reduce((edits) => reduceEdits(edits, { type: 'edit-undone' }), all)
        expect(undone.now).toBe(start.now)
        const redone = titles.reduce((edits) => reduceEdits(edits, { type: 'edit-redone' }), undone)
        expect(redone.now).toBe(all.now)
      }),
    )
  })

  it('stay as they are where there is nothing to undo, to redo or to change', () => {
    const start = startEdits({})
    expect(reduceEdits(start, { type: 'edit-undone' })).toBe(start)
    expect(reduceEdits(start, { type: 'edit-redone' })).toBe(start)
    expect(reduceEdits(start, { type: 'edited', corrections: start.now })).toBe(start)
  })

  it('end with a new one what could be done again', () => {
    const undone = [edited('One'), { type: 'edit-undone' } as const].reduce(reduceEdits, startEdits({}))
    expect(reduceEdits(undone, edited('Two')).undone).toEqual([])
  })
})

it.each([
  [{}, false],
  [{ title: undefined, confirmed: [], decisions: noDecisions }, false],
  [{ title: null }, true],
  [{ confirmed: ['date' as const] }, true],
  [
    {
      decisions: {
        ...noDecisions,
        places: [{ verdict: 'removed' as const, spans: [], settled: [], fields: { name: 'Oslo' }, read: null }],
      },
    },
    true,
  ],
])('%j says something of a reading: %s', (corrections, says) => {
  expect(hasCorrections(corrections)).toBe(says)
})
