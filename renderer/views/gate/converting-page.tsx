// While the library is sealed or its protection is taken off, and what became of that. Nothing of the library is in the page.
import { Button } from 'react-aria-components'
import type { GateState } from '../../../domain/gate.ts'
import { leaveConverted, stopConverting } from '../../actions/gate.ts'
import { useFailureText } from '../../words/failures.ts'
import { useWords } from '../../words/intl.tsx'
import { useApp } from '../context.ts'

type Of<Kind extends GateState['kind']> = { readonly state: Extract<GateState, { readonly kind: Kind }> }

/** How far it is, and how to stop it. */
export function ConvertingPage({ state: { to, done, total } }: Of<'converting'>) {
  const app = useApp()
  const words = useWords()
  return (
    <>
      <h1>{words(`window.converting.${to}`)}</h1>
      <progress
        className="gate-progress"
        aria-label={words(`window.converting.${to}`)}
        {...(total === 0 ? {} : { value: done, max: total })}
      />
      <p data-testid="converting-progress">{total > 0 && words('window.converting.progress', { done, total })}</p>
      <p>{words('window.converting.why')}</p>
      <div className="gate-actions">
        <Button className="button" autoFocus data-testid="converting-stop" onPress={() => void stopConverting(app)}>
          {words('window.converting.stop')}
        </Button>
      </div>
    </>
  )
}

/** At most so many files are named. */
const named = 5

/** What became of it; it stays until a person goes on. */
export function ConvertedPage({ state: { to, outcome, foreign } }: Of<'converted'>) {
  const app = useApp()
  const words = useWords()
  const failureText = useFailureText()
  const files = foreign.length > named ? [...foreign.slice(0, named), '…'] : foreign
  return (
    <>
      <h1>{words(outcome.state === 'done' ? `window.converted.${to}` : `window.converting.${to}`)}</h1>
      <div role="status" className="gate-outcome" data-testid="converted" data-state={outcome.state}>
        {outcome.state === 'stopped' && <p>{words('window.converted.stopped')}</p>}
        {outcome.state === 'failed' && (
          <p className="gate-problem">{words('window.converted.failed', { reason: failureText(outcome.failure) })}</p>
        )}
        {outcome.state === 'done' && (
          <p>{words(to === 'sealed' ? 'window.converted.old-bytes' : 'window.converted.plain-text')}</p>
        )}
        {foreign.length > 0 && (
          <p>{words('window.converted.foreign', { count: foreign.length, files: files.join(', ') })}</p>
        )}
      </div>
      <div className="gate-actions">
        <Button
          className="button primary"
          autoFocus
          data-testid="converted-go-on"
          onPress={() => void leaveConverted(app)}
        >
          {words('window.converted.go-on')}
        </Button>
      </div>
    </>
  )
}
