// One note: its kind, the words it is on, what was written, and what went wrong if it could not be saved.
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import type { Note } from '../../domain/notes/note.ts'
import { activateNote, editNote, removeNote, saveNow } from '../actions/notes.ts'
import { useFailureText } from '../words/failures.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { Icon } from './icons.tsx'
import { KindMenu } from './kind-menu.tsx'
import { NoteEditor } from './note-editor.tsx'

type NoteCardProps = {
  readonly note: Note
  /** Of the paragraph its words begin in; null when that has none. */
  readonly paragraph: number | null
  readonly changeable: boolean
  readonly first: boolean
}

/** One note’s card: read or being written, active or not, and with the reason while its words could not be saved. */
export function NoteCard({ note, paragraph, changeable, first }: NoteCardProps) {
  const app = useApp()
  const words = useWords()
  const card = useRef<HTMLElement>(null)
  const { noteId, kind, quote } = note
  const active = useAppState((state) => state.reading.activeNote) === noteId
  const activeNow = useAppState((state) => state.reading.activeNote)
  const editor = useAppState((state) => (state.reading.editor?.noteId === noteId ? state.reading.editor : null))
  useEffect(() => {
    if (active) card.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || !changeable || event.altKey) return
    if (event.key === 'Enter') editNote(app, noteId)
    else if (event.key === 'Delete') void removeNote(app, noteId)
    else return
    event.preventDefault()
  }
  return (
    <article
      ref={card}
      className={`card kind-${kind}`}
      data-testid="note-card"
      data-id={noteId}
      data-kind={kind}
      data-active={active}
      data-pane-focus={active || (first && activeNow === null)}
      aria-label={words('window.note.label', { kind: words(`note-kind.${kind}`), quote })}
      aria-current={active}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a card is chosen, edited and deleted by key
      tabIndex={0}
      onFocus={() => activateNote(app, noteId)}
      onClick={() => activateNote(app, noteId)}
      onDoubleClick={() => changeable && editNote(app, noteId)}
      onPointerEnter={() => app.pointedNote.dispatch(noteId)}
      onPointerLeave={() => app.pointedNote.dispatch(null)}
      onKeyDown={press}
    >
      <div className="card-head">
        <KindMenu note={note} changeable={changeable} />
        {changeable && <CardActions noteId={noteId} editing={editor !== null} />}
        {paragraph !== null && (
          <span className="card-place">{words('window.note.paragraph', { number: paragraph })}</span>
        )}
      </div>
      <blockquote className="card-quote" dir="auto">
        {quote}
      </blockquote>
      {editor === null ? <NoteText note={note} /> : <NoteEditor key={noteId} editor={editor} />}
      <SaveProblem noteId={noteId} />
    </article>
  )
}

function NoteText({ note }: { readonly note: Note }) {
  const unsaved = useAppState((state) => state.reading.unsaved.get(note.noteId))
  const text = unsaved?.text ?? note.text
  if (text === '') return null
  return (
    <p className="card-text" dir="auto">
      {text}
    </p>
  )
}

function CardActions({ noteId, editing }: { readonly noteId: string; readonly editing: boolean }) {
  const app = useApp()
  const words = useWords()
  return (
    <span className="card-actions">
      {!editing && (
        <Button className="icon-button" aria-label={words('command.note.edit')} onPress={() => editNote(app, noteId)}>
          <Icon name="edit" size={14} />
        </Button>
      )}
      <Button
        className="icon-button"
        aria-label={words('command.note.delete')}
        onPress={() => void removeNote(app, noteId)}
      >
        <Icon name="bin" size={14} />
      </Button>
    </span>
  )
}

function SaveProblem({ noteId }: { readonly noteId: string }) {
  const app = useApp()
  const words = useWords()
  const failureText = useFailureText()
  const unsaved = useAppState((state) => state.reading.unsaved.get(noteId))
  if (unsaved === undefined) return null
  return (
    <div className="card-problem" role="alert">
      <p>{words('window.note.not-saved', { reason: failureText(unsaved.failure) })}</p>
      <Button className="button" onPress={() => void saveNow(app, noteId)}>
        {words('window.try-again')}
      </Button>
    </div>
  )
}
