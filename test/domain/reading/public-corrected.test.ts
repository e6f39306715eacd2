import { describe, expect, it } from 'vitest'
import { publicCorrectedReading } from '../../../domain/reading/public-corrected.ts'
import { publicReading } from '../../../domain/reading/public-reading.ts'
import { correctedByAll, meetingAt, outcomeAt, personAt, place, readingWith } from './readings.ts'

const text = 'Dara Venn. Ilmar Soo. Aki Tamm. They agreed.'
const at = (words: string) => place(text, words)
const people = [
  personAt('Dara Venn', [at('Dara Venn')], { affiliation: 'Norway' }),
  personAt('Ilmar Soo', [at('Ilmar Soo')], { affiliation: 'Estonia', aliases: ['Soo'] }),
]
const session = meetingAt(at('Aki Tamm'), { label: 'the session', format: 'multilateral', people: ['Dara Venn'] })
const talks = meetingAt(at('Dara Venn'), { label: 'talks', people: ['Dara Venn', 'Ilmar Soo'] })

describe('the reading that is printed', () => {
  const reading = readingWith(text, {
    people,
    meetings: [talks, session],
    outcomes: [outcomeAt(text, at('They agreed.'), { meeting: 1 })],
    topics: [{ text: 'x', meeting: 0, span: [0, 1] }],
  })

  it('is that of the engine while nobody has said anything', () => {
    expect(publicCorrectedReading(reading, {})).toEqual(publicReading(reading))
  })

  it('has what people said, and indices into the meetings that are left', () => {
    const [start, end] = at('Dara Venn')
    const removed = { verdict: 'removed', spans: [[start, end]], settled: [] } as const
    const fields = {
      label: 'talks',
      format: 'bilateral',
      date: null,
      place: null,
      people: ['Dara Venn', 'Ilmar Soo'],
    } as const
    const none = { people: [], outcomes: [], places: [], organisations: [], topics: [] }
    const corrections = { title: 'Typed', decisions: { ...none, meetings: [{ ...removed, fields, read: fields }] } }
    const printed = publicCorrectedReading(reading, corrections)
    expect(printed.title).toBe('Typed')
    expect(printed.meetings.map(({ label }) => label)).toEqual(['the session'])
    expect(printed.outcomes.map((outcome) => outcome.meeting)).toEqual([0])
    expect(printed.topics.map((topic) => topic.meeting)).toEqual([null])
  })

  it('has topics as people put them right', () => {
    const item = { list: 'topics', key: '0-1' } as const
    const corrections = correctedByAll(reading, {}, [
      { kind: 'set', ...item, field: 'text', value: 'fish' },
      { kind: 'set', ...item, field: 'meeting', value: at('Aki Tamm').join('-') },
    ])
    expect(publicCorrectedReading(reading, corrections).topics).toEqual([{ text: 'fish', meeting: 1, span: [0, 1] }])
  })
})
