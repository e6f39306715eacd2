// A recovery key as it is shown once: to be written down or printed, and typed back in part, as what nobody has on paper helps nobody.
import { type FormEvent, useId, useState } from 'react'
import { Button } from 'react-aria-components'
import { useWords } from '../../words/intl.tsx'
import { SubmitButton } from './submit-button.tsx'

type RecoveryKeySheetProps = { readonly recoveryKey: string; readonly onKept: () => void }

/** The key in its groups, a button that prints this sheet alone, and the field for one of the groups. */
export function RecoveryKeySheet({ recoveryKey, onKept }: RecoveryKeySheetProps) {
  const words = useWords()
  return (
    <>
      <div className="recovery-sheet" data-testid="recovery-sheet">
        <p className="print-only">{words('window.recovery.printed')}</p>
        <p className="recovery-key" data-testid="recovery-key">
          {recoveryKey.split('-').map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups may be alike, and a key never changes
            <span key={at}>{part}</span>
          ))}
        </p>
      </div>
      <Button className="button" data-testid="recovery-print" onPress={() => window.print()}>
        {words('window.recovery.print')}
      </Button>
      <TypedBack groups={recoveryKey.split('-')} onKept={onKept} />
    </>
  )
}

function TypedBack({ groups, onKept }: { readonly groups: readonly string[]; readonly onKept: () => void }) {
  const words = useWords()
  const id = useId()
  const [asked] = useState(() => Math.floor(Math.random() * groups.length))
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (asWritten(typed) === groups[asked]) onKept()
    else setWrong(true)
  }
  return (
    <form className="gate-form" onSubmit={submit}>
      <div className="gate-field">
        <label htmlFor={id}>{words('window.recovery.type-back', { number: asked + 1 })}</label>
        <input
          id={id}
          className="recovery-group"
          data-testid="recovery-group"
          data-group={asked}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={20}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <p className="gate-problem" role="alert">
        {isWrong && words('window.recovery.other-group', { number: asked + 1 })}
      </p>
      <div className="gate-actions">
        <SubmitButton isWaiting={false} testId="recovery-kept">
          {words('window.recovery.kept')}
        </SubmitButton>
      </div>
    </form>
  )
}

/** Capitals or not, with any spaces, O for 0 and I or L for 1, as the whole key is read. */
function asWritten(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}
