import { describe, expect, it } from 'vitest'
import { dateAlone, findDate, isoDate } from '../../../domain/reading/dates.ts'

const iso = (words: string, near: string | null = null) => {
  const date = findDate(words)
  return date === null ? null : isoDate(date, near)
}

describe('dates as printed', () => {
  it.each([
    ['2024-04-15', '2024-04-15'],
    ['2022-05-28T23:25:00Z', '2022-05-28'],
    ['15 April 2024', '2024-04-15'],
    ['April 15, 2024', '2024-04-15'],
    ['Apr. 15, 2024', '2024-04-15'],
    ['the 3rd of May 2024', '2024-05-03'],
    ['15.4.2024', '2024-04-15'],
    ['2024/04/15', '2024-04-15'],
    ['25/12/2023', '2023-12-25'],
    ['12/25/2023', '2023-12-25'],
    ['le 1er février 2023', '2023-02-01'],
    ['15 de abril de 2024', '2024-04-15'],
    ['2. März 2023', '2023-03-02'],
    ['15 апреля 2024 г.', '2024-04-15'],
    ['15 квітня 2024 року', '2024-04-15'],
    ['2024 жылғы 15 сәуір', '2024-04-15'],
    ['2024年4月15日', '2024-04-15'],
    ['2024년 4월 15일', '2024-04-15'],
    ['15 أبريل 2024', '2024-04-15'],
    ['15 كانون الثاني 2024', '2024-01-15'],
    ['29 February 2024', '2024-02-29'],
  ])('reads %s', (words, expected) => expect(iso(words)).toBe(expected))

  it.each([
    '05/06/2024',
    '29 February 2023',
    '31.4.2024',
    'May 2024',
    '15 apples 2024',
    'item 3-4-5',
    '12:30',
    '5 June',
    '2024',
  ])('reads no whole date in %j', (words) => expect(iso(words)).toBeNull())

  it.each([
    ['June 5', '2024-06-07', '2024-06-05'],
    ['December 31', '2024-01-02', '2023-12-31'],
    ['January 1', '2023-12-30', '2024-01-01'],
  ])('takes the year of %s that is nearest to %s', (words, near, expected) => expect(iso(words, near)).toBe(expected))

  it.each([
    ['2024-04-15', true],
    ['Monday, 15 April 2024', true],
    ['Published: 15 April 2024, 14:30', true],
    ['15 April 2024 | 2.30 pm GMT', true],
    ['Press release, 15 April 2024', true],
    ['On 15 April 2024 the ministers met', false],
    ['Geneva, 15 April 2024', false],
    ['15 April', true],
  ])('tells whether a line is only a date: %j', (words, expected) => expect(dateAlone(words) !== null).toBe(expected))
})
