// The window as a function of the state: three panes, or a text on its way in, with banners and notices around them.
import { useMemo } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { App } from '../actions/app.ts'
import { createWords, WordsProvider, widgetLocale } from '../words/intl.tsx'
import { ArrivingText } from './arriving-text.tsx'
import { Banners } from './banner.tsx'
import { AppContext, useAppState } from './context.ts'
import { CorrectStep } from './correct-step.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Importing } from './importing.tsx'
import { Incoming } from './incoming.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { Panes } from './panes.tsx'
import { Refused } from './refused.tsx'
import { SpokenPlace } from './spoken-place.tsx'
import { useAppearance } from './use-appearance.ts'
import { useKeys } from './use-keys.ts'

/** The root view. */
export function Root({ app }: { readonly app: App }) {
  return (
    <AppContext.Provider value={app}>
      <Worded />
    </AppContext.Provider>
  )
}

function Worded() {
  const locale = useAppState((state) => state.settings.locale)
  const words = useMemo(() => createWords(locale), [locale])
  useAppearance()
  useKeys()
  return (
    <I18nProvider locale={widgetLocale(locale)}>
      <WordsProvider words={words}>
        <ErrorBoundary words={words}>
          <Frame />
        </ErrorBoundary>
      </WordsProvider>
    </I18nProvider>
  )
}

function Frame() {
  const step = useAppState((state) => state.incoming.step)
  const correcting = useAppState(({ correcting: id, reading: { open } }) =>
    id !== null && open.phase === 'ready' && open.id === id ? open.briefing : null,
  )
  const arriving = step === 'text' || step === 'review'
  return (
    <div className="frame">
      <Banners />
      {correcting !== null && <CorrectStep briefing={correcting} />}
      {correcting === null && (arriving ? <Incoming /> : <Panes />)}
      <Refused />
      <Importing />
      <ArrivingText />
      <NoticeBar />
      <SpokenPlace />
    </div>
  )
}
