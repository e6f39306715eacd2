import { describe, expect, it } from 'vitest'
import { at, read, reportDate, reported } from './reported.ts'

/** The day of a visit told with these words in a report of Thursday, 16 May 2024. */
const dayOf = (words: string, dated = true) =>
  reported(`Minister Kari Solheim visited Warsaw ${words}.`, dated).meetings.map(({ date }) => date)

describe('the day of an event', () => {
  it.each([
    ['on 14 May 2024', '2024-05-14'],
    ['on May 14, 2024', '2024-05-14'],
    ['on the 14th of May', '2024-05-14'],
    ['on May 14', '2024-05-14'],
    ['on 2 May', '2024-05-02'],
    ['on 2024-05-14', '2024-05-14'],
    ['on 14.05.2024', '2024-05-14'],
    ['today', '2024-05-16'],
    ['this morning', '2024-05-16'],
    ['yesterday', '2024-05-15'],
    ['last night', '2024-05-15'],
    ['on Thursday', '2024-05-16'],
    ['on Wednesday', '2024-05-15'],
    ['on Monday', '2024-05-13'],
    ['on Sunday', '2024-05-12'],
    ['on Friday', '2024-05-10'],
    ['two days ago', '2024-05-14'],
    ['on Tuesday, 14 May', '2024-05-14'],
  ])('%s is %s', (words, expected) => expect(dayOf(words)).toEqual([expected]))

  it.each([
    ['from 12 to 14 May', '2024-05-12'],
    ['on 12–14 May', '2024-05-12'],
    ['on May 12-14', '2024-05-12'],
    ['on May 12 and 13', '2024-05-12'],
    ['on 12 and 13 May 2024', '2024-05-12'],
  ])('of a range is its first: %s', (words, expected) => expect(dayOf(words)).toEqual([expected]))

  it.each(['in May', 'this year', 'in the spring', 'at 14:30'])('is not told by %j', (words) =>
    expect(dayOf(words)).toEqual([null]),
  )

  it('is not taken from the report where the text names none', () => {
    expect(dayOf('with a small delegation')).toEqual([null])
  })

  it.each(['on 31 February', 'on April 31', 'on 32 May', 'on 2024-13-01'])(
    'is none where there is no such day: %s',
    (words) => expect(dayOf(words)).toEqual([null]),
  )

  it.each(['yesterday', 'on Monday', 'two days ago'])('told from a report without a date is none: %s', (words) =>
    expect(dayOf(words, false)).toEqual([null]),
  )

  it.each([
    ['2024-01-03', 'on 29 December', '2023-12-29'],
    ['2023-12-29', 'on 3 January', '2024-01-03'],
  ])('takes the year nearest to the report: of %s, %s', (date, words, expected) => {
    const { meetings } = read(
      `${date}\n\nMinister Kari Solheim will visit Warsaw ${words}. It is the first visit of the year, and the first to the town.`,
    )
    const past = read(
      `${date}\n\nMinister Kari Solheim visited Warsaw ${words}. It is the first visit of the year, and the first to the town.`,
    )
    expect([...past.meetings, ...meetings].map(({ date: day }) => day)).toContain(expected)
  })

  it('is as sure as its words: a printed one is certain, a weekday only likely', () => {
    const sure = (words: string) =>
      reported(`Minister Kari Solheim visited Warsaw ${words}.`).meetings[0]?.evidence.date?.certainty
    expect([sure('on 14 May 2024'), sure('on Monday')]).toEqual(['certain', 'likely'])
  })

  it.each([
    ['from 12 to 14 May, her office said', '12 to 14 May'],
    ['on 14 May', '14 May'],
    ['on May 14, her office said', 'May 14'],
    ['on May 14, 2024, her office said', 'May 14, 2024'],
    ['yesterday, her office said', 'yesterday'],
  ])('opens exactly the words that say it: %s', (words, expected) => {
    const reading = reported(`Minister Kari Solheim visited Warsaw ${words}.`)
    expect(at(reading, reading.meetings[0]?.evidence.date?.span)).toBe(expected)
  })

  it('of the report is the date line', () => {
    expect(reported('They met.').dateline.date).toBe(reportDate)
  })
})
