// One sentence for each failure, from the catalogue's `failure.<code>`.
import { type IntlShape, useIntl } from 'react-intl'
import type { Failure, MessageValues } from '../../domain/result.ts'

/** The function that turns a failure into its sentence. */
export function useFailureText(): (failure: Failure) => string {
  const intl = useIntl()
  return ({ messageKey, values }) =>
    intl.formatMessage({ id: messageKey, defaultMessage: messageKey }, readableValues(values, intl))
}

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** ISO instants among the values become dates and times of this place; everything else stays. */
export function readableValues(values: MessageValues, intl: Pick<IntlShape, 'formatDate'>): MessageValues {
  const readable = (value: string | number) =>
    typeof value === 'string' && instant.test(value)
      ? intl.formatDate(value, { dateStyle: 'long', timeStyle: 'short' })
      : value
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, readable(value)]))
}
