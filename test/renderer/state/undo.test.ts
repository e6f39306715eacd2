import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Deed,
  longestTrail,
  nothingDone,
  opposite,
  reduceUndo,
  type UndoSlice,
} from '../../../renderer/state/undo.ts'

const key = { briefingId: 'b', noteId: 'n' }
const empty = { text: '' } as const
const written = { text: 'words' } as const
const did = (slice: UndoSlice, deed: Deed) => reduceUndo(slice, { type: 'did', deed })
const times = (slice: UndoSlice, count: number, type: 'undid' | 'redid') =>
  Array.from({ length: count }).reduce<UndoSlice>((now) => {
    const deed = (type === 'undid' ? now.done : now.undone).at(-1)
    return deed === undefined ? now : reduceUndo(now, { type, deed })
  }, slice)

const deeds = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('note-added' as const, 'note-removed' as const),
      briefingId: fc.string(),
      noteId: fc.string(),
    }),
    fc.record({
      kind: fc.constant('note-settled' as const),
      briefingId: fc.string(),
      noteId: fc.string(),
      version: fc.nat(),
      before: fc.constant({ how: 'reopen' as const }),
      after: fc.constantFrom({ how: 'keep' as const }, { how: 'leave' as const }),
    }),
    fc.record({ kind: fc.constantFrom('briefing-removed' as const, 'briefing-restored' as const), id: fc.string() }),
  ),
  { maxLength: 30 },
)

describe('the trail of deeds', () => {
  it('undone and done again as often is what it was', () => {
    fc.assert(
      fc.property(deeds, fc.nat(40), (all, count) => {
        const done = all.reduce(did, nothingDone)
        const steps = Math.min(count, all.length)
        expect(times(times(done, steps, 'undid'), steps, 'redid')).toEqual(done)
      }),
    )
  })

  it('cannot be redone after a new deed', () => {
    const undone = times(did(nothingDone, { kind: 'note-added', ...key }), 1, 'undid')
    expect(undone.undone).toHaveLength(1)
    expect(did(undone, { kind: 'briefing-removed', id: 'x' }).undone).toEqual([])
  })

  it('gives back one certain deed, wherever it stands, and leaves the others in order', () => {
    const [first, second]: [Deed, Deed] = [
      { kind: 'note-removed', ...key },
      { kind: 'briefing-removed', id: 'x' },
    ]
    const both = did(did(nothingDone, first), second)
    expect(reduceUndo(both, { type: 'undid', deed: first })).toEqual({ done: [second], undone: [first] })
  })

  it('forgets a deed that can’t be done any more', () => {
    const deed: Deed = { kind: 'note-removed', ...key }
    expect(reduceUndo(did(nothingDone, deed), { type: 'forgotten', deed })).toEqual(nothingDone)
  })

  it('has an end', () => {
    const many = Array.from({ length: longestTrail + 5 }, (_, at): Deed => ({ kind: 'briefing-removed', id: `${at}` }))
    const trail = many.reduce(did, nothingDone)
    expect(trail.done).toHaveLength(longestTrail)
    expect(trail.done.at(-1)).toEqual(many.at(-1))
  })
})

describe('the first words on a new note', () => {
  const added = did(nothingDone, { kind: 'note-added', ...key })

  it('belong to adding it', () => {
    expect(did(added, { kind: 'note-edited', ...key, before: empty, after: written })).toEqual(added)
  })

  it('do not take later changes with them', () => {
    const changed = did(added, { kind: 'note-edited', ...key, before: written, after: { text: 'others' } })
    expect(changed.done).toHaveLength(2)
  })
})

it('the opposite of the opposite is the deed itself', () => {
  const edited: Deed = { kind: 'note-edited', ...key, before: empty, after: written }
  expect(opposite(edited)).toMatchObject({ before: written, after: empty })
  fc.assert(
    fc.property(deeds, (all) => {
      for (const deed of [...all, edited]) expect(opposite(opposite(deed))).toEqual(deed)
    }),
  )
})
