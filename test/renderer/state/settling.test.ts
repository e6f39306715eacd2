import { expect, it } from 'vitest'
import { reduceSettling, type SettlingSlice } from '../../../renderer/state/settling.ts'
import { note } from '../samples.ts'

const started: SettlingSlice = reduceSettling(null, { type: 'started', id: 'b', asked: ['n', 'm'], active: 'n' })

it('looking at another note ends selecting words for the one before', () => {
  const selecting = reduceSettling(started, { type: 'attaching', on: true })
  expect(selecting).toMatchObject({ active: 'n', attaching: true })
  expect(reduceSettling(selecting, { type: 'looked-at', noteId: 'm' })).toMatchObject({ active: 'm', attaching: false })
  expect(reduceSettling(selecting, { type: 'looked-at', noteId: 'n' })).toBe(selecting)
})

it('what is learned of another briefing’s notes, or after the end, is dropped', () => {
  const learned = { type: 'before-known', version: 1, notes: [note('n', 0, 5)] } as const
  expect(reduceSettling(started, { ...learned, id: 'b' })?.before.get(1)).toHaveLength(1)
  expect(reduceSettling(started, { ...learned, id: 'other' })).toBe(started)
  expect(reduceSettling(null, { ...learned, id: 'b' })).toBeNull()
  expect(reduceSettling(started, { type: 'ended' })).toBeNull()
})
