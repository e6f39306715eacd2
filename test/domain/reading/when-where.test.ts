import { describe, expect, it } from 'vitest'
import { at, reported, told } from './reported.ts'

const solheim = 'Minister Kari Solheim'

describe('day and place of an event', () => {
  it.each([
    ['a town behind "in"', 'met Minister Piotr Wolski in Warsaw on May 14', '2024-05-14 Warsaw'],
    ['the town rather than its country', 'met Minister Piotr Wolski in Gdynia, Poland, on May 14', '2024-05-14 Gdynia'],
    ['the country where no town is named', 'met Minister Piotr Wolski in Poland on May 14', '2024-05-14 Poland'],
    [
      'a hall where no town is named',
      'met Minister Piotr Wolski at Akershus Castle on May 14',
      '2024-05-14 Akershus Castle',
    ],
    ['what was visited', 'visited Warsaw on May 14', '2024-05-14 Warsaw'],
    ['where the visit was made to', 'paid an official visit to Peru on May 14', '2024-05-14 Peru'],
  ])('is %s', (_rule, words, expected) => {
    const [event] = reported(`${solheim} ${words}.`).meetings
    expect(`${event?.date} ${event?.place}`).toBe(expected)
  })

  it.each([
    ['the country in an office', 'met the Ambassador of Peru, Rosa Quispe, on May 14'],
    ['what was talked about', 'met Minister Piotr Wolski on May 14 to discuss the situation in Sudan'],
    ['the party’s own country', 'met the delegation of Fiji on May 14'],
  ])('is not %s', (_rule, words) => expect(reported(`${solheim} ${words}.`).meetings[0]?.place).toBeNull())

  it('of a call is no place', () => {
    expect(told(reported(`${solheim} spoke by phone with President of Peru Rosa Quispe on May 14.`))).toEqual([
      'call 2024-05-14 -: Kari Solheim, Rosa Quispe',
    ])
  })

  it('is not the dateline’s', () => {
    expect(reported(`OSLO — ${solheim} met Minister Piotr Wolski on May 14.`).meetings[0]?.place).toBeNull()
  })

  it('is not a deadline named beside it', () => {
    const { meetings } = reported(`${solheim} met Minister Piotr Wolski to finish the treaty by 30 May.`)
    expect(meetings.map(({ date }) => date)).toEqual([null])
  })
})

describe('day and place carried over', () => {
  const first = `${solheim} attended the ministerial meeting of the OSCE in Vienna on May 12.`
  const second = (words: string) => {
    const reading = reported([first, words])
    const event = reading.meetings[1]
    return event === undefined
      ? null
      : {
          date: event.date,
          place: event.place,
          via: at(reading, event.evidence.date?.via ?? event.evidence.place?.via),
        }
  }

  it.each([
    [
      'to the same day',
      'On the same day, Solheim met Minister Imran Qadir of Pakistan.',
      { date: '2024-05-12', place: 'Vienna', via: 'On the same day' },
    ],
    [
      'to the sidelines',
      'On the sidelines of the meeting, Solheim met Minister Imran Qadir of Pakistan.',
      { date: '2024-05-12', place: 'Vienna', via: 'On the sidelines' },
    ],
    [
      'to the margins',
      'In the margins of the meeting, Solheim met Minister Imran Qadir of Pakistan.',
      { date: '2024-05-12', place: 'Vienna', via: 'In the margins' },
    ],
    [
      'to the next day, at a place of its own',
      'On the following day, Solheim visited Budapest.',
      { date: '2024-05-13', place: 'Budapest', via: 'On the following day' },
    ],
  ])('%s', (_rule, words, expected) => expect(second(words)).toEqual(expected))

  it('is only likely, and opens the words that said it first', () => {
    const reading = reported([first, 'On the sidelines of the meeting, Solheim met Minister Imran Qadir of Pakistan.'])
    const { date, place } = reading.meetings[1]?.evidence ?? {}
    expect([date?.certainty, place?.certainty]).toEqual(['likely', 'likely'])
    expect([at(reading, date?.span), at(reading, place?.span)]).toEqual(['May 12', 'Vienna'])
  })

  it.each([
    ['a day of its own', 'On May 13, Solheim met Minister Imran Qadir of Pakistan.', '2024-05-13'],
    ['a printed weekday', 'On Tuesday, Solheim met Minister Imran Qadir of Pakistan.', '2024-05-14'],
  ])('is nothing where the event has %s', (_rule, words, date) => expect(second(words)?.date).toBe(date))

  it.each([
    [
      'a setting in the same sentence',
      [`On the sidelines of the summit in Astana on May 12, ${solheim} met Minister Imran Qadir of Pakistan.`],
      'bilateral 2024-05-12 Astana: Kari Solheim, Imran Qadir',
    ],
    [
      'the visit just told',
      [`${solheim} visited Lima on May 14.`, 'During the visit, Solheim met President of Peru Rosa Quispe.'],
      'bilateral 2024-05-14 Lima: Kari Solheim, Rosa Quispe',
    ],
    [
      'the visit named in the same sentence',
      [`During her visit to Lima on May 14, ${solheim} met President of Peru Rosa Quispe.`],
      'bilateral 2024-05-14 Lima: Kari Solheim, Rosa Quispe',
    ],
    [
      'the day of the journey, at its goal',
      [`On May 15, ${solheim} travelled to Lima, where she met with President of Peru Rosa Quispe.`],
      'bilateral 2024-05-15 Lima: Kari Solheim, Rosa Quispe',
    ],
  ])('comes from %s', (_rule, paragraphs, expected) => expect(told(reported(paragraphs)).at(-1)).toBe(expected))

  it('is the country of a visit of several days, whose days the event falls into', () => {
    const reading = reported([
      `${solheim} was on an official visit to Peru from 12 to 14 May.`,
      'On May 13, Solheim met President of Peru Rosa Quispe.',
    ])
    expect(told(reading).at(-1)).toBe('bilateral 2024-05-13 Peru: Kari Solheim, Rosa Quispe')
  })

  it('is no day where the visit had several', () => {
    const reading = reported([
      `${solheim} paid an official visit to Peru from 12 to 14 May.`,
      'During the visit, Solheim met President of Peru Rosa Quispe.',
    ])
    expect(reading.meetings.at(-1)?.date).toBeNull()
  })
})
