// The first thing a newcomer sees: what to do, in the order most people do it.
import { Button } from 'react-aria-components'
import type { CommandId } from '../../domain/commands.ts'
import { runCommand } from '../actions/commands.ts'
import { canWrite } from '../state/library.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { KeyHint, keyOfCommand, withControl } from './key-hint.tsx'

/** The ways to read in a first text, while the library is empty; one sentence if it can only be read. */
export function EmptyLibrary() {
  const words = useWords()
  const writable = useAppState((state) => canWrite(state.library))
  return (
    <div className="calm" data-testid="empty-library">
      <h1>{words('window.empty.title')}</h1>
      <p>{words(writable ? 'window.empty.text' : 'window.empty.read-only')}</p>
      {writable && (
        <ul className="ways-in">
          <li>
            <span className="way">{words('window.empty.paste')}</span>
            <KeyHint>{withControl('V')}</KeyHint>
          </li>
          <li>
            <CommandButton id="briefing.open-file" />
          </li>
          <li>
            <span className="way">{words('window.empty.drop')}</span>
          </li>
          <li>
            <CommandButton id="briefing.new" />
          </li>
        </ul>
      )}
    </div>
  )
}

/** A button for a command, with its key. */
export function CommandButton({
  id,
  className = 'button way',
}: {
  readonly id: CommandId
  readonly className?: string
}) {
  const app = useApp()
  const words = useWords()
  return (
    <>
      <Button className={className} onPress={() => void runCommand(app, id)}>
        {words(`command.${id}`)}
      </Button>
      <KeyHint>{keyOfCommand(id)}</KeyHint>
    </>
  )
}
