// Days as people type them, and whether they are in the calendar.
import { dateAlone, isoDate } from '../../domain/reading/dates.ts'

/** True for an ISO day that is in the calendar (2024-02-29 is, 2023-02-29 is not). */
export function isDay(typed: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return false
  const moment = Date.parse(`${typed}T00:00:00Z`)
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(typed)
}

/** The ISO day of a moment, where its clock stands. */
export function localDay(moment: Date): string {
  const part = (value: number, length: number) => `${value}`.padStart(length, '0')
  return `${part(moment.getFullYear(), 4)}-${part(moment.getMonth() + 1, 2)}-${part(moment.getDate(), 2)}`
}

/**
 * The ISO day somebody typed: as such, or as the trade writes it (15 April 2024, 15.4.2024). A missing year is the one nearest to
 * `near` (an ISO date). Null for what is no day of the calendar.
 */
export function typedDay(typed: string, near: string | null): string | null {
  const words = typed.trim()
  if (isDay(words)) return words
  const figures = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(words)
  if (figures !== null) {
    const [, day = '', month = '', year = ''] = figures
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isDay(iso) ? iso : null
  }
  const printed = dateAlone(words)
  const iso = printed === null ? null : isoDate(printed, near)
  return iso !== null && isDay(iso) ? iso : null
}
