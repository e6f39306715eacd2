// The notes on the whole briefing, marked at its head: such a note has no words that could be painted.
import { noteKinds } from '../../domain/notes/note.ts'
import { activateNote } from '../actions/notes.ts'
import { useWords } from '../words/intl.tsx'
import { shortened } from '../words/spoken-move.ts'
import { useApp } from './context.ts'
import { useNotesOfText } from './use-shown-notes.ts'

/** How many of a note's own words its mark shows. */
const wordsShown = 8

/** A button for each note on the whole briefing, in the order of the kinds; it leads to the note's card. Nothing without any. */
export function HeadNotes() {
  const app = useApp()
  const words = useWords()
  const all = useNotesOfText()
  const notes = noteKinds.flatMap((kind) => all.filter((note) => note.scope === 'briefing' && note.kind === kind))
  if (notes.length === 0) return null
  return (
    <ul className="head-notes" aria-label={words('window.head-notes.label')}>
      {notes.map(({ noteId, kind, text }) => (
        <li key={noteId}>
          <button
            type="button"
            className={`head-note kind-${kind}`}
            data-testid="head-note"
            data-id={noteId}
            onClick={(event) => {
              event.stopPropagation()
              activateNote(app, noteId)
              app.focus.note(noteId)
            }}
          >
            <span className={`paragraph-mark kind-${kind}`} aria-hidden="true" />
            <b>{words(`note-kind.${kind}`)}</b>
            <span dir="auto">{shortened(text, wordsShown)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
