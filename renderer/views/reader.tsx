// The reader's pane in each of its states: nothing there yet, nothing chosen, loading, failed, or the text.
import { assertNever } from '../../domain/assert-never.ts'
import { beginLibrary } from '../actions/leaving.ts'
import { openBriefing } from '../actions/reading.ts'
import { loadLibrary } from '../actions/start.ts'
import { countsOf } from '../state/library.ts'
import type { OpenState } from '../state/reading.ts'
import { useFailureText } from '../words/failures.ts'
import { useWords } from '../words/intl.tsx'
import { Calm } from './calm.tsx'
import { useApp, useAppState } from './context.ts'
import { EmptyLibrary } from './empty-library.tsx'
import { NothingChosen } from './nothing-chosen.tsx'
import { PastPage } from './past-page.tsx'
import { ReaderPage } from './reader-page.tsx'

/** The reader’s pane; what it holds follows the state of the library and of the open briefing. */
export function Reader() {
  const words = useWords()
  return (
    <main className="reader" data-testid="reader" data-pane="reader" aria-label={words('window.reader.label')}>
      <ReaderState />
    </main>
  )
}

function ReaderState() {
  const app = useApp()
  const words = useWords()
  const failureText = useFailureText()
  const library = useAppState((state) => state.library)
  const open = useAppState((state) => state.reading.open)
  if (library.phase === 'failed' && library.failure?.code === 'library-wiped') {
    return (
      <Calm
        title={words('window.library.wiped')}
        text={failureText(library.failure)}
        action={{ label: words('window.library.begin'), act: () => void beginLibrary(app) }}
      />
    )
  }
  if (library.phase === 'failed' && library.failure !== null) {
    return (
      <Calm
        title={words('window.library.failed')}
        text={failureText(library.failure)}
        action={{ label: words('window.try-again'), act: () => void loadLibrary(app) }}
        error
      />
    )
  }
  if (library.phase !== 'ready') return null
  switch (open.phase) {
    case 'none':
      return library.view === 'library' && countsOf(library.arranged).library === 0 ? (
        <EmptyLibrary />
      ) : (
        <NothingChosen />
      )
    case 'loading':
      return <div className="loading-page" role="status" aria-label={words('window.reader.loading')} />
    case 'failed':
      return (
        <Calm
          title={words('window.reader.failed')}
          text={failureText(open.failure)}
          action={{ label: words('window.try-again'), act: () => void openBriefing(app, open.id) }}
          error
        />
      )
    case 'ready':
      return <OpenText open={open} />
    default:
      return assertNever(open)
  }
}

/** The newest version, or an earlier one as it was. */
function OpenText({ open }: { readonly open: Extract<OpenState, { phase: 'ready' }> }) {
  const past = useAppState((state) => state.reading.past)
  const { id, briefing, warning } = open
  if (past === null) return <ReaderPage key={id} briefing={briefing} warning={warning} />
  return <PastPage key={`${id} ${past.version}`} briefing={briefing} past={past} />
}
