// Where a note stands among the versions of its text, and where it stood before.
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { Note } from '../../domain/notes/note.ts'
import { runCommand } from '../actions/commands.ts'
import { useWords } from '../words/intl.tsx'
import { useApp } from './context.ts'
import { Icon } from './icons.tsx'

/** In a few words what became of it; nothing while it stands where it was put. */
export function StandingLine({ note, changeable }: { readonly note: Note; readonly changeable: boolean }) {
  const standing = useStandingText(note)
  if (standing === null) return null
  return (
    <p className="card-standing" data-testid="note-standing" data-pending={note.pending}>
      <span>{standing}</span>
      {note.pending && changeable && <Settle />}
    </p>
  )
}

function useStandingText(note: Note): string | null {
  const words = useWords()
  const { state, pending, left, version, candidates } = note
  if (pending && state === 'ambiguous') return words('window.note.standing.ambiguous', { count: candidates.length })
  if (pending) return words(state === 'gone' ? 'window.note.standing.gone' : 'window.note.standing.reworded')
  if (left) return words('window.note.standing.left', { version })
  if (state === 'reworded') return words('window.note.standing.kept', { version })
  const past = note.history.at(-1)
  if (state !== 'moved' || past === undefined) return null
  return words('window.note.standing.moved', { paragraph: past.paragraph ?? 0, version: past.version })
}

function Settle() {
  const app = useApp()
  const words = useWords()
  return (
    <Button className="button" onPress={() => void runCommand(app, 'briefing.settle')}>
      {words('window.note.settle')}
    </Button>
  )
}

/** Its words and state in earlier versions, oldest first, behind a button; nothing for a note that had none. */
export function NoteHistory({ note: { history } }: { readonly note: Note }) {
  const words = useWords()
  if (history.length === 0) return null
  return (
    <Disclosure className="card-history">
      <Heading level={3} className="card-history-head">
        <Button slot="trigger" className="card-history-button">
          <Icon name="down" size={11} />
          {words('window.note.history')}
        </Button>
      </Heading>
      <DisclosurePanel>
        <ol data-testid="note-history">
          {history.map(({ version, paragraph, quote, state }) => (
            <li key={version}>
              {words('window.note.history-entry', {
                version,
                paragraph: paragraph ?? 0,
                state: words(`window.note.state.${state}`),
              })}
              {quote !== '' && (
                <q className="card-history-words" dir="auto">
                  {quote}
                </q>
              )}
            </li>
          ))}
        </ol>
      </DisclosurePanel>
    </Disclosure>
  )
}
