// ISO days and months as people read them. They are days of a calendar, not moments, so no time zone may shift them.
import { type IntlShape, useIntl } from 'react-intl'

export type Dates = {
  /** `2024-04-15` → 15 April 2024 */
  readonly full: (day: string) => string
  /** `2024-04-15` → 15 Apr */
  readonly short: (day: string) => string
  /** `2024-04` → April 2024 */
  readonly month: (month: string) => string
}

/** Formats for a locale's words. In: ISO dates; what is none is given back as it is. */
export function datesIn(intl: Pick<IntlShape, 'formatDate'>): Dates {
  const format = (iso: string, options: Intl.DateTimeFormatOptions) => {
    const moment = Date.parse(`${iso.length === 7 ? `${iso}-01` : iso}T00:00:00Z`)
    return Number.isNaN(moment) ? iso : intl.formatDate(moment, { ...options, timeZone: 'UTC' })
  }
  return {
    full: (day) => format(day, { day: 'numeric', month: 'long', year: 'numeric' }),
    short: (day) => format(day, { day: 'numeric', month: 'short' }),
    month: (month) => format(month, { month: 'long', year: 'numeric' }),
  }
}

/** The date formats of the window's words. */
export function useDates(): Dates {
  return datesIn(useIntl())
}
