// What became of the backups: how far the one is that is being made, why the last try failed, when the last good one was made.
import { useIntl } from 'react-intl'
import type { BackupState } from '../../domain/contract.ts'
import type { LastBackup } from '../../domain/settings.ts'
import { useFailureText } from '../words/failures.ts'
import { useWords } from '../words/intl.tsx'

const megabyte = 1_000_000

/** The lines under the form of the backups' dialog. */
export function BackupOutcome({ state: { running, failure, last, folder } }: { readonly state: BackupState }) {
  const words = useWords()
  const failureText = useFailureText()
  return (
    <div className="outcome" data-testid="backup-outcome" role="status">
      {running !== null && <Running running={running} />}
      {running === null && failure !== null && <p className="failed">{failureText(failure)}</p>}
      {last !== null && <Last last={last} />}
      {last === null && running === null && failure === null && folder !== null && (
        <p>{words('window.backup.none-yet')}</p>
      )}
    </div>
  )
}

function Running({ running: { done, total } }: { readonly running: NonNullable<BackupState['running']> }) {
  const words = useWords()
  const isChecked = total > 0 && done >= total
  return (
    <>
      <progress
        aria-label={words('window.backup.running')}
        {...(total > 0 && !isChecked ? { value: done, max: total } : {})}
      />
      <p>{isChecked ? words('window.backup.checking') : words('window.backup.progress', { done, total })}</p>
    </>
  )
}

function Last({ last }: { readonly last: LastBackup }) {
  const words = useWords()
  const intl = useIntl()
  const { time, file, briefings, bytes } = last
  const when = intl.formatDate(time, { dateStyle: 'long', timeStyle: 'short' })
  const megabytes = Math.max(0.1, Math.round((bytes / megabyte) * 10) / 10)
  return (
    <p>
      {words('window.backup.last', { when, briefings, megabytes })}
      <br />
      <bdi className="path">{file}</bdi>
    </p>
  )
}
