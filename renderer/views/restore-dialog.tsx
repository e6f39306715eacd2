// The dialog that brings a backup back: what opens it, then where it was put and how to use it.
import { type FormEvent, useState } from 'react'
import { Button, Dialog, Heading } from 'react-aria-components'
import type { RestoredLibrary } from '../../domain/contract.ts'
import { closeBackups, restoreBackup, stopRestoring } from '../actions/backups.ts'
import type { Restoring } from '../state/backups.ts'
import { useFailureText } from '../words/failures.ts'
import { useWords } from '../words/intl.tsx'
import { Secret } from './backups-dialog.tsx'
import { useApp } from './context.ts'

const kinds = ['passphrase', 'recovery-key'] as const

/** The content of the dialog for one chosen backup. */
export function RestoreDialog({ restoring }: { readonly restoring: Restoring }) {
  return (
    <Dialog data-testid="restore">
      {restoring.restored === null ? <Unlock restoring={restoring} /> : <Restored restored={restoring.restored} />}
    </Dialog>
  )
}

function Unlock({ restoring: { file, step, failure } }: { readonly restoring: Restoring }) {
  const app = useApp()
  const words = useWords()
  const failureText = useFailureText()
  const [kind, setKind] = useState<(typeof kinds)[number]>('passphrase')
  const [text, setText] = useState('')
  const isRunning = step === 'running'
  const start = (event: FormEvent) => {
    event.preventDefault()
    if (text !== '' && !isRunning) void restoreBackup(app, { kind, text })
  }
  return (
    <form onSubmit={start}>
      <Heading slot="title">{words('window.restore.title')}</Heading>
      <p>
        <bdi className="path">{file}</bdi>
      </p>
      <p>{words('window.restore.text')}</p>
      <div className="form">
        <label>
          <span className="form-label">{words('window.restore.with')}</span>
          <select
            data-testid="restore-kind"
            value={kind}
            disabled={isRunning}
            onChange={(event) => setKind(event.target.value === 'recovery-key' ? 'recovery-key' : 'passphrase')}
          >
            {kinds.map((known) => (
              <option key={known} value={known}>
                {words(`window.restore.${known}`)}
              </option>
            ))}
          </select>
        </label>
        <Secret
          testId="restore-secret"
          label={words(`window.restore.${kind}`)}
          value={text}
          onChange={setText}
          isDisabled={isRunning}
          isFirst
        />
      </div>
      <div className="outcome" role="status" data-testid="restore-outcome">
        {isRunning && <progress aria-label={words('window.restore.running')} />}
        {!isRunning && failure !== null && <p className="failed">{failureText(failure)}</p>}
      </div>
      <div className="dialog-actions">
        <Button
          className="button primary"
          type="submit"
          data-testid="restore-start"
          isDisabled={isRunning || text === ''}
        >
          {words('window.restore.start')}
        </Button>
        {isRunning ? (
          <Button className="button" onPress={() => void stopRestoring(app)}>
            {words('window.backup.stop')}
          </Button>
        ) : (
          <Button className="button" onPress={() => closeBackups(app)}>
            {words('window.close')}
          </Button>
        )}
      </div>
    </form>
  )
}

function Restored({ restored: { folder, briefings, isSealed } }: { readonly restored: RestoredLibrary }) {
  const app = useApp()
  const words = useWords()
  return (
    <>
      <Heading slot="title">{words('window.restore.done', { briefings })}</Heading>
      <p>
        <bdi className="path" data-testid="restored-folder">
          {folder}
        </bdi>
      </p>
      <p>{words('window.restore.beside')}</p>
      {!isSealed && <p>{words('window.restore.plain')}</p>}
      <div className="dialog-actions">
        <Button className="button primary" autoFocus data-testid="restore-close" onPress={() => closeBackups(app)}>
          {words('window.close')}
        </Button>
      </div>
    </>
  )
}
