import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failed } from '../../../domain/result.ts'
import {
  correctionsOf,
  fieldsOf,
  isDayOrNothing,
  nothingIncoming,
  reduceIncoming,
} from '../../../renderer/state/incoming.ts'
import { readText } from '../../engine.ts'

const source = { via: 'paste', file: null } as const
const read = { title: 'A title', place: 'Oslo', date: '2024-05-03', source: '' }

describe('corrections', () => {
  it('are none when nothing was changed, white space apart', () => {
    expect(correctionsOf(read, { ...read, title: ' A title ' })).toEqual({})
  })

  it('hold only what was changed; a cleared field says the text has none', () => {
    expect(correctionsOf(read, { ...read, title: '', source: ' Press office ' })).toEqual({
      title: null,
      source: 'Press office',
    })
  })

  it('that were kept fill the fields as they were typed, half a date too', () => {
    const reading = readText('OSLO, 3 May 2024 — The two sides met.')
    const typed = { ...fieldsOf(reading), title: 'A meeting', place: '', date: '2024-0' }
    expect(fieldsOf(reading, correctionsOf(fieldsOf(reading), typed))).toEqual(typed)
  })

  it('applied to what was read give what was chosen', () => {
    const word = fc.string({ maxLength: 12 }).map((text) => text.trim())
    const fields = fc.record({ title: word, place: word, date: word, source: word })
    fc.assert(
      fc.property(fields, fields, (before, chosen) => {
        const changes = Object.entries(correctionsOf(before, chosen)).map(([name, value]) => [name, value ?? ''])
        expect({ ...before, ...Object.fromEntries(changes) }).toEqual(chosen)
      }),
    )
  })
})

describe('a day', () => {
  it.each(['', ' ', '2024-04-15', '2024-02-29', ' 2024-04-15 '])('may be %j', (typed) => {
    expect(isDayOrNothing(typed)).toBe(true)
  })

  it.each(['15 April 2024', '2023-02-29', '2024-13-01', '2024-4-5', '2024-04-31', '2024-04-15T00:00'])(
    'may not be %j',
    (typed) => {
      expect(isDayOrNothing(typed)).toBe(false)
    },
  )
})

describe('a text on its way in', () => {
  it('keeps its step and its text when saving or reading fails', () => {
    const failure = failed('disk-full').failure
    const reviewed = reduceIncoming(nothingIncoming, {
      type: 'read',
      source,
      reading: readText('Some words.'),
      corrections: {},
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
    const words = { type: 'read', source, reading: readText('Words.'), corrections: {} } as const
    expect(reduceIncoming(refused, words).step).toBe('review')
    expect(reduceIncoming(refused, { type: 'ended' })).toEqual({ step: 'none' })
  })
})
