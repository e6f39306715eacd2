// The first start: what a passphrase protects, in plain words, and the choice to do without.
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Failure } from '../../../domain/result.ts'
import { createLibrary } from '../../actions/gate.ts'
import { useFailureText } from '../../words/failures.ts'
import { useWords } from '../../words/intl.tsx'
import { useApp } from '../context.ts'
import { NewPassphrase } from './new-passphrase.tsx'

/** “Protect this library”. */
export function ProtectPage() {
  const app = useApp()
  const words = useWords()
  const failureText = useFailureText()
  const [failure, setFailure] = useState<Failure | null>(null)
  return (
    <>
      <h1>{words('window.protect.title')}</h1>
      <p>{words('window.protect.what')}</p>
      <p>{words('window.protect.nobody')}</p>
      <NewPassphrase
        action={words('window.protect.create')}
        onChosen={(passphrase) => createLibrary(app, passphrase)}
        isFirst
      />
      <div className="gate-second">
        <p>{words('window.protect.without-text')}</p>
        <Button
          className="button"
          data-testid="without-protection"
          onPress={() => void createLibrary(app, null).then(setFailure)}
        >
          {words('window.protect.without')}
        </Button>
        {failure !== null && (
          <p className="gate-problem" role="alert">
            {failureText(failure)}
          </p>
        )}
      </div>
    </>
  )
}
