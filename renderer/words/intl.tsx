// Words of the window: the English catalogue, or its pseudo-locale, through FormatJS. Every visible string comes from here.
import type { ReactNode } from 'react'
import { createIntl, type IntlShape, RawIntlProvider, useIntl } from 'react-intl'
import english from '../../assets/locales/en.json'
import type { MessageValues } from '../../domain/result.ts'
import type { Locale } from '../../domain/settings.ts'
import { pseudoMessages } from './pseudo-locale.ts'

/** Dates in the order of the trade (15 April 2024), whatever the catalogue. */
const formattingLocale = 'en-GB'

/** English in Arabic letters: no one writes it, but it is right-to-left, so that keys and overlays of React Aria mirror. */
const mirroredLocale = 'en-Arab'

/** The direction the window is laid out in. The pseudo-locale is mirrored, to try what Arabic and Hebrew will need. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'en-XA' ? 'rtl' : 'ltr'
}

/** The BCP 47 tag for React Aria, which takes the direction of arrow keys and overlays from it. */
export function widgetLocale(locale: Locale): string {
  return directionOf(locale) === 'rtl' ? mirroredLocale : formattingLocale
}

/** Makes the words of a locale. A key that is missing is reported once and shown as itself. */
export function createWords(locale: Locale): IntlShape {
  const messages: Record<string, string> = locale === 'en-XA' ? pseudoMessages(english) : english
  return createIntl({ locale: formattingLocale, messages, onError: (error) => console.warn(error.message) })
}

/** Gives the words to every view under it. */
export function WordsProvider({ words, children }: { readonly words: IntlShape; readonly children: ReactNode }) {
  return <RawIntlProvider value={words}>{children}</RawIntlProvider>
}

export type Words = (key: string, values?: MessageValues) => string

/** The function that turns a key of the catalogue and its values into words. */
export function useWords(): Words {
  const intl = useIntl()
  return (key, values) => intl.formatMessage({ id: key, defaultMessage: key }, values)
}
