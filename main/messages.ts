// Sentences for people outside the window (command line, dialogs, reports) from the same catalogue that the window uses.
import { createIntl, type IntlShape } from '@formatjs/intl'
import english from '../assets/locales/en.json' with { type: 'json' }
import type { Failure, MessageValues } from '../domain/result.ts'

let kept: IntlShape | null = null

/** Made at first use and kept: many sentences in a row (a report) share one. */
function intl(): IntlShape {
  kept ??= createIntl({ locale: 'en', messages: english, onError: refuse })
  return kept
}

/**
 * The sentence for a key of the catalogue. In: the key and the values of its placeholders. Out: plain text. A key or a value that
 * is missing is a programming error and throws.
 */
export function messageText(key: string, values: MessageValues = {}): string {
  return intl().formatMessage({ id: key }, values)
}

/** What a failure means and what to do about it, in a sentence or two. */
export function failureText(failure: Failure): string {
  return messageText(failure.messageKey, failure.values)
}

function refuse(error: Error): never {
  throw error
}
