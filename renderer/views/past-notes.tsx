// The notes of an earlier version as they stood there: to be read, not to be changed.
import type { ReactNode } from 'react'
import type { Note } from '../../domain/notes/note.ts'
import { activateNote } from '../actions/notes.ts'
import type { PastVersion } from '../state/reading.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { NoteMarkdown } from './note-markdown.tsx'

type PastNotesProps = { readonly past: PastVersion; readonly splitter: ReactNode }

/** The notes pane while an earlier version is shown. `splitter` stands at its edge. */
export function PastNotes({ past, splitter }: PastNotesProps) {
  const words = useWords()
  const notes = past.phase === 'ready' ? past.notes : []
  return (
    <aside className="notes" data-testid="past-notes" data-pane="notes" aria-label={words('window.notes.label')}>
      {splitter}
      <div className="notes-scroller">
        {past.phase === 'ready' && (
          <h2 className="notes-count">{words('window.versions.past-notes', { count: notes.length })}</h2>
        )}
        <ol className="cards">
          {notes.map((note, at) => (
            <li key={note.noteId}>
              <PastCard note={note} first={at === 0} />
            </li>
          ))}
        </ol>
      </div>
    </aside>
  )
}

function PastCard({ note, first }: { readonly note: Note; readonly first: boolean }) {
  const app = useApp()
  const words = useWords()
  const { noteId, kind, quote, text, paragraph } = note
  const activeId = useAppState((state) => state.reading.activeNote)
  const active = activeId === noteId
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the focus alone makes it the active one
    <article
      className={`card kind-${kind}`}
      data-testid="note-card"
      data-id={noteId}
      data-kind={kind}
      data-active={active}
      data-pane-focus={active || first}
      aria-label={words('window.note.label', { kind: words(`note-kind.${kind}`), quote })}
      aria-current={active}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a card leads to its words
      tabIndex={0}
      onFocus={() => activateNote(app, noteId)}
      onClick={() => activateNote(app, noteId)}
    >
      <div className="card-head">
        <span className="card-kind">{words(`note-kind.${kind}`)}</span>
        {paragraph !== null && (
          <span className="card-place">{words('window.note.paragraph', { number: paragraph })}</span>
        )}
      </div>
      {quote !== '' && (
        <blockquote className="card-quote" dir="auto">
          {quote}
        </blockquote>
      )}
      {text !== '' && (
        <div className="card-text" dir="auto">
          <NoteMarkdown text={text} />
        </div>
      )}
    </article>
  )
}
