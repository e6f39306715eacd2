import { describe, expect, it } from 'vitest'
import { correctedReading } from '../../../domain/reading/corrected-reading.ts'
import { counterpartOf } from '../../../domain/reading/counterpart.ts'
import type { Meeting, MeetingFormat } from '../../../domain/reading/reading.ts'
import { meetingAt, personAt, place, readingWith } from './readings.ts'

const text = 'Dara Venn. Ilmar Soo. Rita Olsen. Aki Tamm. They agreed.'
const at = (words: string) => place(text, words)
const people = [
  personAt('Dara Venn', [at('Dara Venn')], { affiliation: 'Norway' }),
  personAt('Ilmar Soo', [at('Ilmar Soo')], { affiliation: 'Estonia', aliases: ['Soo'] }),
  personAt('Rita Olsen', [at('Rita Olsen')], { affiliation: 'Estonia' }),
  personAt('Aki Tamm', [at('Aki Tamm')], { affiliation: 'Finland' }),
]
const meeting = (names: readonly string[], label = 'talks', format: MeetingFormat = 'bilateral', words = 'Dara Venn') =>
  meetingAt(at(words), { label, format, people: names })
const session = meeting(['Dara Venn'], 'the session', 'multilateral', 'Aki Tamm')

describe('the counterpart of a readout', () => {
  it.each<[string, readonly Meeting[], string | null]>([
    ['is the one the event names', [meeting(['Dara Venn', 'Ilmar Soo'], 'met Soo, the minister')], 'Ilmar Soo'],
    ['is the one who is not in most events', [session, meeting(['Dara Venn', 'Ilmar Soo'])], 'Ilmar Soo'],
    [
      'is the one of the first bilateral meeting or call',
      [
        session,
        meeting(['Dara Venn', 'Aki Tamm'], 'call', 'call', 'Ilmar Soo'),
        meeting(['Dara Venn', 'Rita Olsen'], 'met Rita Olsen', 'bilateral', 'Rita Olsen'),
      ],
      'Aki Tamm',
    ],
    ['is the country of several', [session, meeting(['Dara Venn', 'Ilmar Soo', 'Rita Olsen'])], 'Estonia'],
    [
      'is nobody where several are of different countries',
      [session, meeting(['Dara Venn', 'Ilmar Soo', 'Aki Tamm'])],
      null,
    ],
    ['is nobody where either could be', [meeting(['Dara Venn', 'Ilmar Soo'])], null],
    ['is nobody where the event names both', [meeting(['Dara Venn', 'Ilmar Soo'], 'Dara Venn met Ilmar Soo')], null],
    ['is nobody at a meeting of many sides', [meeting(['Dara Venn', 'Ilmar Soo'], 'Ilmar Soo', 'multilateral')], null],
    ['is nobody without events', [], null],
  ])('%s', (_, meetings, name) => {
    expect(counterpartOf(correctedReading(readingWith(text, { people, meetings }), {}))).toBe(name)
  })
})
