import { expect, it } from 'vitest'
import { isDay, typedDay } from '../../../renderer/state/days.ts'

it.each(['2024-04-15', '2024-02-29'])('%s is a day', (typed) => {
  expect(isDay(typed)).toBe(true)
})

it.each(['', '15 April 2024', '2023-02-29', '2024-13-01', '2024-4-5', '2024-04-31', '2024-04-15T00:00'])(
  '%j is none',
  (typed) => {
    expect(isDay(typed)).toBe(false)
  },
)

it.each([
  ['2024-04-15', '2024-04-15'],
  [' 15 April 2024 ', '2024-04-15'],
  ['April 15, 2024', '2024-04-15'],
  ['15.4.2024', '2024-04-15'],
  ['5/6/2024', '2024-06-05'],
  ['13 April', '2024-04-13'],
  ['31 December', '2023-12-31'],
])('%j typed beside a report of 15 April 2024 is %s', (typed, day) => {
  expect(typedDay(typed, typed.startsWith('31') ? '2024-01-02' : '2024-04-15')).toBe(day)
})

it.each(['', '2024-0', '31.4.2024', '30 February 2024', 'next Monday', '15', 'April 2024'])('%j is no day', (typed) => {
  expect(typedDay(typed, '2024-04-15')).toBeNull()
})

it('a day without a year is none where no date says which', () => {
  expect(typedDay('13 April', null)).toBeNull()
})
