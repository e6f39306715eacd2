import { describe, expect, it } from 'vitest'
import { failed } from '../../../domain/result.ts'
import { nothingIncoming, reduceIncoming } from '../../../renderer/state/incoming.ts'
import { readText } from '../../engine.ts'

const source = { via: 'paste', file: null } as const

describe('a text on its way in', () => {
  it('keeps its step and its text when saving or reading fails', () => {
    const failure = failed('disk-full').failure
    const reviewed = reduceIncoming(nothingIncoming, {
      type: 'read',
      source,
      reading: readText('Some words.'),
      corrections: {},
      attachments: [],
    })
    const failedSave = [{ type: 'busy' } as const, { type: 'failed', failure } as const].reduce(
      reduceIncoming,
      reviewed,
    )
    expect(failedSave).toMatchObject({ step: 'review', busy: false, failure, reading: { text: 'Some words.' } })
  })

  it('that was refused can be read after all, or given up', () => {
    const failure = failed('text-encoding').failure
    const refused = reduceIncoming(nothingIncoming, { type: 'refused', failure, undecoded: null })
    expect(refused.step).toBe('refused')
    const words = { type: 'read', source, reading: readText('Words.'), corrections: {}, attachments: [] } as const
    expect(reduceIncoming(refused, words).step).toBe('review')
    expect(reduceIncoming(refused, { type: 'ended' })).toEqual({ step: 'none' })
  })
})
