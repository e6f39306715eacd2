// The line above a text: where it came from, and what can be done with it.
import { Button } from 'react-aria-components'
import type { Briefing } from '../../domain/briefing.ts'
import { runCommand } from '../actions/commands.ts'
import { canWrite } from '../state/library.ts'
import { pendingIds } from '../state/report.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { KeyHint, keyOfCommand } from './key-hint.tsx'
import { VersionMenu } from './version-menu.tsx'

/**
 * An open briefing’s origin, and its actions: those of the library or, in the bin, restoring; none while nothing can
 * be saved.
 */
export function ReaderBar({ briefing }: { readonly briefing: Briefing }) {
  const words = useWords()
  const writable = useAppState((state) => canWrite(state.library))
  const { source, versions, deleted } = briefing
  return (
    <div className="reader-bar">
      <span>{source.file ?? words(`window.reader.via.${source.via}`)}</span>
      {versions.length > 1 && <VersionMenu briefing={briefing} />}
      <SettleAction />
      {deleted !== null && <span>{words('window.reader.in-bin')}</span>}
      <span className="gap" />
      <CorrectAction />
      {writable && (deleted === null ? <LibraryActions /> : <BinActions />)}
    </div>
  )
}

function CorrectAction() {
  const app = useApp()
  const words = useWords()
  return (
    <Button className="button" data-testid="reader-correct" onPress={() => void runCommand(app, 'briefing.correct')}>
      {words('window.reader.correct')}
    </Button>
  )
}

/** How many notes wait to be settled, while some do. */
function SettleAction() {
  const app = useApp()
  const words = useWords()
  const count = useAppState((state) => pendingIds(state.reading.notes).length)
  if (count === 0) return null
  return (
    <Button
      className="button to-settle"
      data-testid="reader-settle"
      onPress={() => void runCommand(app, 'briefing.settle')}
    >
      {words('window.reader.to-settle', { count })}
      <KeyHint>{keyOfCommand('briefing.settle')}</KeyHint>
    </Button>
  )
}

function LibraryActions() {
  const app = useApp()
  const words = useWords()
  return (
    <>
      <Button className="button" data-testid="reader-revise" onPress={() => void runCommand(app, 'briefing.revise')}>
        {words('window.reader.revise')}
      </Button>
      <Button className="button" onPress={() => void runCommand(app, 'briefing.new')}>
        {words('window.reader.new')}
      </Button>
      <Button className="button" onPress={() => void runCommand(app, 'briefing.delete')}>
        {words('window.reader.delete')}
      </Button>
    </>
  )
}

function BinActions() {
  const app = useApp()
  const words = useWords()
  return (
    <>
      <RestoreAction />
      <Button
        className="button danger"
        data-testid="reader-delete-for-good"
        onPress={() => void runCommand(app, 'briefing.delete-for-good')}
      >
        {words('window.reader.delete-for-good')}
      </Button>
    </>
  )
}

function RestoreAction() {
  const app = useApp()
  const words = useWords()
  return (
    <Button className="button" onPress={() => void runCommand(app, 'briefing.restore')}>
      {words('window.reader.restore')}
    </Button>
  )
}
