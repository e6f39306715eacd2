// One sentence for each failure, from the catalogue's `failure.<code>`.
import { useIntl } from 'react-intl'
import type { Failure } from '../../domain/result.ts'

/** The function that turns a failure into its sentence. */
export function useFailureText(): (failure: Failure) => string {
  const intl = useIntl()
  return ({ messageKey, values }) => intl.formatMessage({ id: messageKey, defaultMessage: messageKey }, values)
}
