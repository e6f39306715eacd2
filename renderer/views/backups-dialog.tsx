// The dialog of the backups: where they go, how often, how many stay, the last one, and one now.
import { useState } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { backupSchedules, fewestKept, mostKept } from '../../domain/backups/schedule.ts'
import type { BackupState } from '../../domain/contract.ts'
import { backUpNow, chooseBackupFolder, closeBackups, setBackups, stopBackup } from '../actions/backups.ts'
import { useWords } from '../words/intl.tsx'
import { BackupOutcome } from './backup-outcome.tsx'
import { useApp, useAppState } from './context.ts'
import { RestoreDialog } from './restore-dialog.tsx'

/** Whichever dialog about backups is open; nothing while none is. */
export function BackupDialogs() {
  const app = useApp()
  const backups = useAppState((state) => state.backups)
  if (backups.dialog === 'none') return null
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && closeBackups(app)}>
      <Modal className="dialog wide">
        {backups.dialog === 'backups' ? (
          <Backups state={backups.state} stopping={backups.stopping} />
        ) : (
          <RestoreDialog key={backups.file} restoring={backups} />
        )}
      </Modal>
    </ModalOverlay>
  )
}

type BackupsProps = { readonly state: BackupState; readonly stopping: boolean }

function Backups({ state, stopping }: BackupsProps) {
  const app = useApp()
  const words = useWords()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const { folder, running, isSealed } = state
  const mayStart = folder !== null && (isSealed || (passphrase !== '' && passphrase === again))
  const start = () => {
    setPassphrase('')
    setAgain('')
    void backUpNow(app, isSealed ? null : passphrase)
  }
  return (
    <Dialog data-testid="backups">
      <Heading slot="title">{words('window.backup.title')}</Heading>
      <p>{words(isSealed ? 'window.backup.sealed' : 'window.backup.plain')}</p>
      <div className="form">
        <Folder folder={folder} />
        {isSealed && <Schedule state={state} />}
        <Kept kept={state.kept} />
        {!isSealed && (
          <>
            <Secret
              testId="backup-passphrase"
              label={words('window.backup.passphrase')}
              value={passphrase}
              onChange={setPassphrase}
            />
            <Secret
              testId="backup-passphrase-again"
              label={words('window.backup.passphrase-again')}
              value={again}
              onChange={setAgain}
            />
            {again !== '' && again !== passphrase && (
              <p className="form-note" role="status">
                {words('window.backup.passphrase-differs')}
              </p>
            )}
          </>
        )}
      </div>
      <BackupOutcome state={state} />
      <div className="dialog-actions">
        {running === null ? (
          <Button className="button primary" data-testid="backup-now" isDisabled={!mayStart} onPress={start}>
            {words('window.backup.now')}
          </Button>
        ) : (
          <Button
            className="button"
            data-testid="backup-stop"
            isDisabled={stopping}
            onPress={() => void stopBackup(app)}
          >
            {words(stopping ? 'window.backup.stopping' : 'window.backup.stop')}
          </Button>
        )}
        <Button className="button" data-testid="backup-close" onPress={() => closeBackups(app)}>
          {words('window.close')}
        </Button>
      </div>
    </Dialog>
  )
}

function Folder({ folder }: Pick<BackupState, 'folder'>) {
  const app = useApp()
  const words = useWords()
  return (
    <>
      <span className="form-label">{words('window.backup.folder')}</span>
      <span className="form-value">
        {folder === null ? words('window.backup.no-folder') : <bdi className="path">{folder}</bdi>}
        <Button className="button" autoFocus data-testid="backup-folder" onPress={() => void chooseBackupFolder(app)}>
          {words('window.backup.choose')}
        </Button>
      </span>
    </>
  )
}

function Schedule({ state }: { readonly state: BackupState }) {
  const app = useApp()
  const words = useWords()
  return (
    <label>
      <span className="form-label">{words('window.backup.schedule')}</span>
      <select
        data-testid="backup-schedule"
        value={state.schedule}
        disabled={state.folder === null}
        onChange={(event) => {
          const schedule = backupSchedules.find((known) => known === event.target.value)
          if (schedule !== undefined) void setBackups(app, { schedule })
        }}
      >
        {backupSchedules.map((schedule) => (
          <option key={schedule} value={schedule}>
            {words(`window.backup.schedule.${schedule}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

function Kept({ kept }: Pick<BackupState, 'kept'>) {
  const app = useApp()
  const words = useWords()
  const [typed, setTyped] = useState(String(kept))
  const keep = () => {
    const number = Number(typed)
    if (Number.isInteger(number) && number >= fewestKept && number <= mostKept) void setBackups(app, { kept: number })
    else setTyped(String(kept))
  }
  return (
    <label>
      <span className="form-label">{words('window.backup.kept')}</span>
      <input
        type="number"
        min={fewestKept}
        max={mostKept}
        data-testid="backup-kept"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
      />
    </label>
  )
}

type SecretProps = {
  readonly testId: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isDisabled?: boolean
  readonly isFirst?: boolean
}

/** A field for a passphrase or a recovery key, which nobody sees while it is typed. */
export function Secret({ testId, label, value, onChange, isDisabled = false, isFirst = false }: SecretProps) {
  return (
    <label>
      <span className="form-label">{label}</span>
      <input
        type="password"
        data-testid={testId}
        autoComplete="off"
        disabled={isDisabled}
        // biome-ignore lint/a11y/noAutofocus: it is what the dialog asks for
        autoFocus={isFirst}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
