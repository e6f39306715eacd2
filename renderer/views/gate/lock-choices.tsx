// When the library is locked by itself: each reason can be taken or left.
import { useId } from 'react'
import { idleChoices, type LockSettings } from '../../../domain/settings.ts'
import { setLock } from '../../actions/locking.ts'
import { useWords } from '../../words/intl.tsx'
import { useApp, useAppState } from '../context.ts'

const reasons = ['suspend', 'screen', 'minimise'] as const

/** The choice of minutes, and a box for each other reason; a change is kept at once. */
export function LockChoices() {
  const app = useApp()
  const words = useWords()
  const id = useId()
  const lock = useAppState((state) => state.settings.lock)
  const change = (changed: Partial<LockSettings>) => void setLock(app, { ...lock, ...changed })
  return (
    <section className="lock-choices">
      <h3>{words('window.protection.locking')}</h3>
      <p>
        <label htmlFor={id}>{words('window.protection.idle')}</label>
        <select
          id={id}
          data-testid="lock-idle"
          value={lock.idle ?? 'never'}
          onChange={({ target: { value } }) =>
            change({ idle: idleChoices.find((minutes) => String(minutes) === value) ?? null })
          }
        >
          {idleChoices.map((minutes) => (
            <option key={minutes} value={minutes}>
              {words('window.protection.minutes', { minutes })}
            </option>
          ))}
          <option value="never">{words('window.protection.never')}</option>
        </select>
      </p>
      {reasons.map((reason) => (
        <label key={reason} className="lock-choice">
          <input
            type="checkbox"
            data-testid={`lock-${reason}`}
            checked={lock[reason]}
            onChange={({ target: { checked } }) => change({ [reason]: checked })}
          />
          {words(`window.protection.${reason}`)}
        </label>
      ))}
    </section>
  )
}
