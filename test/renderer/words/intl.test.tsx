import { I18nProvider, useLocale } from 'react-aria-components'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { locales } from '../../../domain/settings.ts'
import { directionOf, widgetLocale } from '../../../renderer/words/intl.tsx'

const Direction = () => useLocale().direction

it('the widgets go in the direction of the page, in English as in the mirrored pseudo-locale', () => {
  const drawn = locales.map((locale) =>
    renderToString(
      <I18nProvider locale={widgetLocale(locale)}>
        <Direction />
      </I18nProvider>,
    ),
  )
  expect(drawn).toEqual(locales.map(directionOf))
  expect(new Set(drawn)).toEqual(new Set(['ltr', 'rtl']))
})
