// The recovery key of a new library, before anything else: the one other thing that opens it.
import { keepRecoveryKey } from '../../actions/gate.ts'
import { useWords } from '../../words/intl.tsx'
import { useApp } from '../context.ts'
import { RecoveryKeySheet } from './recovery-key-sheet.tsx'

/** The page with the key; it goes on when a part of the key was typed back. */
export function RecoveryKeyPage({ recoveryKey }: { readonly recoveryKey: string }) {
  const app = useApp()
  const words = useWords()
  return (
    <>
      <h1>{words('window.recovery.title')}</h1>
      <p>{words('window.recovery.what')}</p>
      <RecoveryKeySheet recoveryKey={recoveryKey} onKept={() => void keepRecoveryKey(app)} />
    </>
  )
}
