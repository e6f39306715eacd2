// The locked window: a field for the passphrase, or for the recovery key instead, and nothing else.
import { type FormEvent, useState } from 'react'
import { Button } from 'react-aria-components'
import type { SecretKind } from '../../../domain/gate.ts'
import type { Failure } from '../../../domain/result.ts'
import { unlockLibrary } from '../../actions/gate.ts'
import { useFailureText } from '../../words/failures.ts'
import { useWords } from '../../words/intl.tsx'
import { useApp, useAppState } from '../context.ts'
import { SecretField } from './secret-field.tsx'
import { SubmitButton } from './submit-button.tsx'
import { useWait } from './use-wait.ts'

/** In: milliseconds to wait before the next try, as main says. */
export function LockedPage({ wait }: { readonly wait: number }) {
  const app = useApp()
  const words = useWords()
  const failureText = useFailureText()
  const told = useAppState((state) => state.gate.state)
  const seconds = useWait(wait, told)
  const [kind, setKind] = useState<SecretKind>('passphrase')
  const [text, setText] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy || seconds > 0 || text === '') return
    setBusy(true)
    setFailure(null)
    const found = await unlockLibrary(app, kind, text)
    setBusy(false)
    setFailure(found)
    // A passphrase is typed anew; a key of nine groups is mended.
    if (found !== null && kind === 'passphrase') setText('')
  }
  const change = (other: SecretKind) => {
    setKind(other)
    setText('')
    setFailure(null)
  }
  const other = kind === 'passphrase' ? 'recovery-key' : 'passphrase'
  return (
    <form className="gate-form locked" onSubmit={(event) => void submit(event)}>
      <h1>{words('window.locked.title')}</h1>
      <SecretField
        key={kind}
        label={words(`window.locked.${kind}`)}
        value={text}
        onChange={setText}
        testId="unlock-secret"
        isFirst
        isPlain={kind === 'recovery-key'}
      />
      <p className="gate-problem" role="alert" data-testid="gate-problem">
        {failure !== null && failure.code !== 'try-too-soon' && failureText(failure)}
      </p>
      {seconds > 0 && (
        <p className="gate-wait" data-testid="gate-wait">
          {words('window.locked.wait', { seconds })}
        </p>
      )}
      <div className="gate-actions">
        <SubmitButton isWaiting={isBusy || seconds > 0} testId="unlock">
          {words(isBusy ? 'window.gate.working' : 'window.locked.open')}
        </SubmitButton>
        <Button className="gate-link" data-testid="unlock-other" onPress={() => change(other)}>
          {words(`window.locked.use-${other}`)}
        </Button>
      </div>
    </form>
  )
}
