import { expect, it } from 'vitest'
import { z } from 'zod'
import { correctionsSchema } from '../../../domain/reading/corrections-schema.ts'

const schema = correctionsSchema(z.string(), z.string())
const none = { meetings: [], people: [], outcomes: [], places: [], organisations: [] }

it('takes decisions from before topics and the words of an outcome could be corrected: of those nothing was said', () => {
  const fields = { kind: 'agreed', due: null, meeting: null }
  const outcome = { verdict: 'kept', spans: [[0, 4]], settled: ['kind'], fields, read: fields }
  const known = schema.parse({ decisions: { ...none, outcomes: [outcome] } })
  expect(known.decisions?.topics).toEqual([])
  expect(known.decisions?.outcomes).toMatchObject([{ fields: { words: null }, read: { words: null } }])
})
