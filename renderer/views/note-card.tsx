// One note’s card: its kind, the words it is on, what was written, and what can be done with it; in one line while cards pile up.
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Note } from '../../domain/notes/note.ts'
import { activateNote, editNote, removeNote } from '../actions/notes.ts'
import { asTyped } from '../state/reading.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { Icon } from './icons.tsx'
import { KindMenu } from './kind-menu.tsx'
import { NoteBody, NoteLine } from './note-body.tsx'
import { NoteEditor } from './note-editor.tsx'
import { SaveProblem } from './note-problem.tsx'

type NoteCardProps = {
  readonly note: Note
  /** Of the paragraph its words begin in; null when that has none. */
  readonly paragraph: number | null
  readonly changeable: boolean
  /** In one line; it opens over the others while the pointer rests on it. */
  readonly folded?: boolean
}

/** Milliseconds the pointer must rest on a folded card before it opens. */
const restBeforePeek = 350

/** One note’s card: read or being written, active or not, and with the reason while its words could not be saved. */
export const NoteCard = memo(function NoteCard({ note, paragraph, changeable, folded = false }: NoteCardProps) {
  const app = useApp()
  const words = useWords()
  const { noteId, kind, quote } = note
  const active = useAppState((state) => state.reading.activeNote === noteId)
  const isNoneActive = useAppState((state) => state.reading.activeNote === null)
  const editor = useAppState((state) => (state.reading.editor?.noteId === noteId ? state.reading.editor : null))
  const unsaved = useAppState((state) => state.reading.unsaved.get(noteId))
  const { peeking, rest, leave } = usePeek(folded)
  const shown = asTyped(note, unsaved)
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || !changeable || event.altKey) return
    if (event.key === 'Enter') editNote(app, noteId)
    else if (event.key === 'Delete') void removeNote(app, noteId)
    else return
    event.preventDefault()
  }
  return (
    <article
      className={`card kind-${kind}`}
      data-testid="note-card"
      data-id={noteId}
      data-kind={kind}
      data-active={active}
      data-folded={folded && !peeking}
      data-peeking={peeking}
      data-pane-focus={active || isNoneActive}
      aria-label={
        note.scope === 'briefing'
          ? words('window.note.on-briefing-label', { kind: words(`note-kind.${kind}`) })
          : words('window.note.label', { kind: words(`note-kind.${kind}`), quote })
      }
      aria-current={active}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a card is chosen, edited and deleted by key
      tabIndex={0}
      onFocus={() => activateNote(app, noteId)}
      onClick={() => activateNote(app, noteId)}
      onDoubleClick={() => changeable && editNote(app, noteId)}
      onPointerEnter={() => {
        app.pointedNote.dispatch(noteId)
        rest()
      }}
      onPointerLeave={() => {
        app.pointedNote.dispatch(null)
        leave()
      }}
      onKeyDown={press}
    >
      {folded && !peeking ? (
        <NoteLine note={shown} paragraph={paragraph} />
      ) : (
        <>
          <CardHead note={note} paragraph={paragraph} changeable={changeable} editing={editor !== null} />
          <NoteBody note={shown} changeable={changeable} editing={editor !== null}>
            {editor !== null && <NoteEditor key={noteId} editor={editor} note={note} />}
          </NoteBody>
          <SaveProblem noteId={noteId} />
        </>
      )}
    </article>
  )
})

type CardHeadProps = Pick<NoteCardProps, 'note' | 'paragraph' | 'changeable'> & { readonly editing: boolean }

function CardHead({ note, paragraph, changeable, editing }: CardHeadProps) {
  const app = useApp()
  const words = useWords()
  const { noteId } = note
  return (
    <div className="card-head">
      <KindMenu note={note} changeable={changeable} />
      {changeable && (
        <span className="card-actions">
          {!editing && (
            <Button
              className="icon-button"
              aria-label={words('command.note.edit')}
              onPress={() => editNote(app, noteId)}
            >
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
      )}
      <NotePlace note={note} paragraph={paragraph} />
    </div>
  )
}

/** What a note is on, where that is short to say. */
export function NotePlace({ note, paragraph }: Pick<NoteCardProps, 'note' | 'paragraph'>) {
  const words = useWords()
  if (note.scope === 'briefing') return <span className="card-place">{words('window.note.on-briefing')}</span>
  if (paragraph === null) return null
  return <span className="card-place">{words('window.note.paragraph', { number: paragraph })}</span>
}

function usePeek(folded: boolean) {
  const [peeking, setPeeking] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const leave = () => {
    if (timer.current !== null) clearTimeout(timer.current)
    setPeeking(false)
  }
  useEffect(() => () => clearTimeout(timer.current ?? undefined), [])
  return {
    peeking: peeking && folded,
    leave,
    rest: () => {
      leave()
      if (folded) timer.current = setTimeout(() => setPeeking(true), restBeforePeek)
    },
  }
}
