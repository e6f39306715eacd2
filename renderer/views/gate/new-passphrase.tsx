// Choosing a passphrase: typed twice, judged while it is typed, and taken only when it is strong enough to guard a copied library.
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Failure } from '../../../domain/result.ts'
import { useFailureText } from '../../words/failures.ts'
import { useWords } from '../../words/intl.tsx'
import { SecretField } from './secret-field.tsx'
import { StrengthMeter } from './strength-meter.tsx'
import { SubmitButton } from './submit-button.tsx'
import { leastScore, useStrength } from './use-strength.ts'

type NewPassphraseProps = {
  /** What the button says. */
  readonly action: string
  /** Takes the passphrase; gives why it could not, or null. */
  readonly onChosen: (passphrase: string) => Promise<Failure | null>
  /** Fields that come first. */
  readonly before?: ReactNode
  /** What can be done instead. */
  readonly instead?: ReactNode
  readonly isFirst?: boolean
}

/** The form. What is wrong is said when somebody wants to go on, not while they type. */
export function NewPassphrase({ action, onChosen, before, instead, isFirst = false }: NewPassphraseProps) {
  const words = useWords()
  const failureText = useFailureText()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const score = useStrength(passphrase)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    if (score === null || score < leastScore) return setProblem(words('window.gate.too-weak'))
    if (passphrase !== again) return setProblem(words('window.gate.not-the-same'))
    setProblem(null)
    setBusy(true)
    const failure = await onChosen(passphrase)
    setBusy(false)
    if (failure !== null) return setProblem(failureText(failure))
    setPassphrase('')
    setAgain('')
  }
  return (
    <form className="gate-form" onSubmit={(event) => void submit(event)}>
      {before}
      <SecretField
        label={words('window.gate.new-passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        testId="new-passphrase"
        isFirst={isFirst}
      >
        <StrengthMeter score={score} />
      </SecretField>
      <SecretField
        label={words('window.gate.passphrase-again')}
        value={again}
        onChange={setAgain}
        testId="passphrase-again"
      />
      <p className="gate-problem" role="alert" data-testid="gate-problem">
        {problem}
      </p>
      <div className="gate-actions">
        <SubmitButton isWaiting={isBusy} testId="passphrase-chosen">
          {isBusy ? words('window.gate.working') : action}
        </SubmitButton>
        {instead}
      </div>
    </form>
  )
}
