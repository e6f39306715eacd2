// The report's head and foot: how many notes are in which state, how many are left, and the keys that hold everywhere.
import { Button } from 'react-aria-components'
import { noteStates } from '../../domain/notes/note.ts'
import { stopSettling } from '../actions/settling.ts'
import { undo } from '../actions/undo.ts'
import type { Report } from '../state/report.ts'
import { useWords } from '../words/intl.tsx'
import { useApp } from './context.ts'
import { KeyHint, keyOfCommand } from './key-hint.tsx'

/** The head: the newest version's number, the notes by state, what is left to settle. */
export function SettleHead({ version, report }: { readonly version: number; readonly report: Report }) {
  const app = useApp()
  const words = useWords()
  return (
    <header className="settle-head">
      <h1>{words('window.settle.title', { version })}</h1>
      <ul className="tally" aria-label={words('window.settle.counts')}>
        {noteStates.map((state) => (
          <li key={state} data-testid={`count-${state}`}>
            <b>{report.counts[state]}</b> {words(`window.settle.count.${state}`)}
          </li>
        ))}
      </ul>
      <span className="gap" />
      <span className="settle-left" data-testid="settle-left">
        {words('window.settle.to-settle', { count: report.toSettle })}
      </span>
      <Button className="button" data-testid="settle-close" onPress={() => stopSettling(app)}>
        {words('window.settle.back-to-text')}
        <KeyHint>{words('window.key.escape')}</KeyHint>
      </Button>
    </header>
  )
}

/** The foot: what is never done without a person, undo, and the way to the next note. */
export function SettleFoot() {
  const app = useApp()
  const words = useWords()
  return (
    <footer className="settle-foot">
      <span>{words('window.settle.promise')}</span>
      <Button className="settle-undo" onPress={() => void undo(app)}>
        {words('window.settle.undo')}
        <KeyHint>{keyOfCommand('edit.undo-action')}</KeyHint>
      </Button>
      <span className="gap" />
      <span>
        {words('window.settle.next')} <KeyHint>{words('window.settle.key-next')}</KeyHint>
      </span>
    </footer>
  )
}
