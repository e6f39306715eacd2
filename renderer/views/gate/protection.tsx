// The dialog on what protects the open library: its passphrase, its recovery key, and when it is locked by itself.
import { useEffect, useState } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { Failure } from '../../../domain/result.ts'
import { changePassphrase, lockLibrary, makeRecoveryKey, showProtection } from '../../actions/locking.ts'
import { isSealed } from '../../state/gate.ts'
import { useFailureText } from '../../words/failures.ts'
import { useWords } from '../../words/intl.tsx'
import { useApp, useAppState } from '../context.ts'
import { KeyHint, keyOfCommand } from '../key-hint.tsx'
import { LockChoices } from './lock-choices.tsx'
import { NewPassphrase } from './new-passphrase.tsx'
import { RecoveryKeySheet } from './recovery-key-sheet.tsx'
import { SecretField } from './secret-field.tsx'
import { SubmitButton } from './submit-button.tsx'

/** The dialog while it is asked for. */
export function Protection() {
  const app = useApp()
  const words = useWords()
  const isOpen = useAppState((state) => state.gate.isProtecting)
  const sealed = useAppState((state) => isSealed(state.gate))
  if (!isOpen) return null
  const close = () => showProtection(app, false)
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="dialog protection">
        <Dialog data-testid="protection">
          <Heading slot="title">{words('window.protection.title')}</Heading>
          {sealed ? <Sealed /> : <p>{words('window.protection.plain')}</p>}
          <div className="dialog-actions">
            {sealed && (
              <Button className="button" onPress={() => void lockLibrary(app)}>
                {words('command.library.lock')} <KeyHint>{keyOfCommand('library.lock')}</KeyHint>
              </Button>
            )}
            <Button className="button" autoFocus={!sealed} data-testid="protection-close" onPress={close}>
              {words('window.close')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

type Part = 'none' | 'passphrase' | 'recovery-key'

function Sealed() {
  const words = useWords()
  const [part, setPart] = useState<Part>('none')
  return (
    <>
      {part === 'none' && <LockChoices />}
      <section>
        <h3>{words('window.protection.keys')}</h3>
        {part === 'none' && <Keys onChosen={setPart} />}
        {part === 'passphrase' && <OtherPassphrase onDone={() => setPart('none')} />}
        {part === 'recovery-key' && <OtherRecoveryKey onDone={() => setPart('none')} />}
      </section>
    </>
  )
}

function Keys({ onChosen }: { readonly onChosen: (part: Part) => void }) {
  const app = useApp()
  const words = useWords()
  const [hasKey, setHasKey] = useState<boolean | null>(null)
  useEffect(() => {
    void app.client
      .call('protection.state', {})
      .then((state) => setHasKey(state.ok ? state.value.hasRecoveryKey : null))
  }, [app])
  return (
    <>
      {hasKey === false && <p>{words('window.protection.no-recovery-key')}</p>}
      <div className="gate-actions">
        <Button className="button" autoFocus data-testid="change-passphrase" onPress={() => onChosen('passphrase')}>
          {words('window.protection.change-passphrase')}
        </Button>
        <Button className="button" data-testid="new-recovery-key" onPress={() => onChosen('recovery-key')}>
          {words('window.protection.new-recovery-key')}
        </Button>
      </div>
    </>
  )
}

function OtherPassphrase({ onDone }: { readonly onDone: () => void }) {
  const app = useApp()
  const words = useWords()
  const [current, setCurrent] = useState('')
  const choose = async (passphrase: string): Promise<Failure | null> => {
    const failure = await changePassphrase(app, { kind: 'passphrase', text: current }, passphrase)
    if (failure === null) onDone()
    return failure
  }
  return (
    <NewPassphrase
      action={words('window.renew.change')}
      onChosen={choose}
      before={<CurrentPassphrase value={current} onChange={setCurrent} />}
      instead={<Cancel onPress={onDone} />}
    />
  )
}

function OtherRecoveryKey({ onDone }: { readonly onDone: () => void }) {
  const app = useApp()
  const words = useWords()
  const failureText = useFailureText()
  const [current, setCurrent] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    const result = await makeRecoveryKey(app, { kind: 'passphrase', text: current })
    setBusy(false)
    if (result.ok) setMade(result.value.key)
    else setFailure(result.failure)
  }
  if (made !== null) {
    return (
      <>
        <p>{words('window.recovery.what')}</p>
        <RecoveryKeySheet recoveryKey={made} onKept={onDone} />
      </>
    )
  }
  return (
    <form
      className="gate-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void make()
      }}
    >
      <p>{words('window.protection.recovery-text')}</p>
      <CurrentPassphrase value={current} onChange={setCurrent} />
      <p className="gate-problem" role="alert" data-testid="gate-problem">
        {failure !== null && failureText(failure)}
      </p>
      <div className="gate-actions">
        <SubmitButton isWaiting={isBusy} testId="make-recovery-key">
          {words(isBusy ? 'window.gate.working' : 'window.protection.new-recovery-key')}
        </SubmitButton>
        <Cancel onPress={onDone} />
      </div>
    </form>
  )
}

type CurrentProps = { readonly value: string; readonly onChange: (value: string) => void }

function CurrentPassphrase({ value, onChange }: CurrentProps) {
  const words = useWords()
  return (
    <SecretField
      label={words('window.protection.current')}
      value={value}
      onChange={onChange}
      testId="current-passphrase"
      isFirst
    />
  )
}

function Cancel({ onPress }: { readonly onPress: () => void }) {
  const words = useWords()
  return (
    <Button className="button" onPress={onPress}>
      {words('window.cancel')}
    </Button>
  )
}
