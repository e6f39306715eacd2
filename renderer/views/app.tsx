// The window as a function of the state: three panes, or a text on its way in, with banners and notices around them.
import { useMemo } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Briefing } from '../../domain/briefing.ts'
import type { App } from '../actions/app.ts'
import { isThrough } from '../state/gate.ts'
import { fieldOfVersion } from '../state/incoming.ts'
import { createWords, WordsProvider, widgetLocale } from '../words/intl.tsx'
import { ArrivingText } from './arriving-text.tsx'
import { BackupDialogs } from './backups-dialog.tsx'
import { Banners } from './banner.tsx'
import { AppContext, useAppState } from './context.ts'
import { CorrectStep } from './correct-step.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { GatePage } from './gate/gate-page.tsx'
import { Protection } from './gate/protection.tsx'
import { Importing } from './importing.tsx'
import { Incoming } from './incoming.tsx'
import { Leaving } from './leaving.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { Panes } from './panes.tsx'
import { PreviousVersions } from './previous-versions.tsx'
import { Refused } from './refused.tsx'
import { SettleStep } from './settle-step.tsx'
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

/** The library, or the page that stands before it. */
function Frame() {
  const through = useAppState((state) => isThrough(state.gate))
  return through ? <LibraryFrame /> : <GatePage />
}

function LibraryFrame() {
  const arriving = useAppState(
    ({ incoming }) => incoming.step === 'text' || incoming.step === 'review' || fieldOfVersion(incoming) !== null,
  )
  const settling = useAppState(({ settling: report, reading: { open } }) =>
    report !== null && open.phase === 'ready' && open.id === report.id ? open.briefing : null,
  )
  const correcting = useAppState(({ correcting: id, reading: { open } }) =>
    id !== null && open.phase === 'ready' && open.id === id ? open.briefing : null,
  )
  return (
    <div className="frame">
      <Banners />
      <Work correcting={correcting} settling={settling} arriving={arriving} />
      <Refused />
      <Leaving />
      <Importing />
      <BackupDialogs />
      <PreviousVersions />
      <ArrivingText />
      <Protection />
      <NoticeBar />
      <SpokenPlace />
    </div>
  )
}

type WorkProps = {
  readonly correcting: Briefing | null
  readonly settling: Briefing | null
  readonly arriving: boolean
}

/** What fills the window: one piece of work with a text, or the panes. */
function Work({ correcting, settling, arriving }: WorkProps) {
  if (correcting !== null) return <CorrectStep briefing={correcting} />
  if (arriving) return <Incoming />
  return settling === null ? <Panes /> : <SettleStep briefing={settling} />
}
