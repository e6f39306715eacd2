// The notes beside the text, in reading order.
import { type ReactNode, useMemo } from 'react'
import { currentVersion } from '../../domain/briefing.ts'
import { paragraphAt, paragraphsOf } from '../../domain/text/paragraphs.ts'
import { canWrite } from '../state/library.ts'
import { useWords } from '../words/intl.tsx'
import { useAppState } from './context.ts'
import { NoteCard } from './note-card.tsx'

/** The cards of the open briefing’s notes, or how to make the first. `splitter` stands at its edge. */
export function NotesPane({ splitter }: { readonly splitter: ReactNode }) {
  const words = useWords()
  const open = useAppState((state) => state.reading.open)
  const notes = useAppState((state) => state.reading.notes)
  const writable = useAppState((state) => canWrite(state.library))
  const briefing = open.phase === 'ready' ? open.briefing : null
  const paragraphs = useMemo(
    () => (briefing === null ? [] : paragraphsOf(currentVersion(briefing).text, briefing.reading)),
    [briefing],
  )
  const changeable = writable && briefing?.deleted === null
  return (
    <aside className="notes" data-testid="notes" data-pane="notes" aria-label={words('window.notes.label')}>
      {splitter}
      <div className="notes-scroller">
        <h2 className="notes-count">{words('window.notes.count', { count: notes.length })}</h2>
        {notes.length === 0 && (
          <p className="notes-empty">{words(changeable ? 'window.notes.how' : 'window.notes.none')}</p>
        )}
        <ol className="cards">
          {notes.map((note, at) => (
            <li key={note.noteId}>
              <NoteCard
                note={note}
                paragraph={note.start === null ? null : (paragraphAt(paragraphs, note.start)?.number ?? null)}
                changeable={changeable}
                first={at === 0}
              />
            </li>
          ))}
        </ol>
      </div>
    </aside>
  )
}
