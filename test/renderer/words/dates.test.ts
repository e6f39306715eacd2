import { createIntl } from 'react-intl'
import { expect, it } from 'vitest'
import { datesIn } from '../../../renderer/words/dates.ts'
import { readableValues } from '../../../renderer/words/failures.ts'

const intl = createIntl({ locale: 'en-GB', messages: {}, timeZone: 'America/Los_Angeles' })
const dates = datesIn(intl)

it('days are days of a calendar: no time zone shifts them', () => {
  expect(dates.full('2024-04-15')).toBe('15 April 2024')
  expect(dates.short('2024-01-01')).toBe('1 Jan')
  expect(dates.month('2024-04')).toBe('April 2024')
})

it.each(['', 'soon', '2024-13-40'])('what is no date is shown as it is: %j', (typed) => {
  expect(dates.full(typed)).toBe(typed)
})

it('instants in failures are shown in local time, other values as they are', () => {
  const values = { since: '2024-04-15T09:00:00.000Z', host: 'desk', pid: 3, file: '2024-04-15.txt' }
  expect(readableValues(values, intl)).toEqual({ ...values, since: expect.stringMatching(/15 April 2024.* 0?2:00/) })
})
