// What stands beside a paragraph for its notes: bars for the notes on the whole paragraph, and unseen words that say which notes are
// here, so that who reads the text with a screen reader comes upon them at their place.
import type { Note } from '../../domain/notes/note.ts'
import { activateNote } from '../actions/notes.ts'
import { useWords } from '../words/intl.tsx'
import { shortened } from '../words/spoken-move.ts'
import { useApp } from './context.ts'

/** So many notes are told one by one, with so many of their words. */
const mostTold = 8
const wordsTold = 8

/** A bar for each note on the whole paragraph, told by its pattern as well as by its colour. By key: Alt+Enter in the paragraph. */
export function ParagraphMarks({ notes, number }: { readonly notes: readonly Note[]; readonly number: number | null }) {
  const app = useApp()
  const words = useWords()
  const show = (noteId: string) => {
    activateNote(app, noteId)
    app.focus.note(noteId)
  }
  return (
    <span className="paragraph-marks">
      {notes.map(({ noteId, kind }) => {
        const name = words(`note-kind.${kind}`)
        const label =
          number === null
            ? words('window.paragraph-notes.mark-unnumbered', { kind: name })
            : words('window.paragraph-notes.mark', { kind: name, number })
        return (
          <button
            key={noteId}
            type="button"
            tabIndex={-1}
            className={`paragraph-mark kind-${kind}`}
            data-testid="paragraph-mark"
            data-id={noteId}
            data-kind={kind}
            aria-label={label}
            title={label}
            onClick={(event) => {
              event.stopPropagation()
              show(noteId)
            }}
          />
        )
      })}
    </span>
  )
}

/** The notes of a paragraph in words, which no eye sees; the paragraph refers to it as its details. */
export function ParagraphTwin({ id, notes }: { readonly id: string; readonly notes: readonly Note[] }) {
  const words = useWords()
  const told = notes.slice(0, mostTold).map((note) => {
    const kind = words(`note-kind.${note.kind}`)
    return note.scope === 'paragraph'
      ? words('window.paragraph-notes.on-paragraph', { kind })
      : words('window.paragraph-notes.on-words', { kind, quote: shortened(note.quote, wordsTold) })
  })
  const more = notes.length - told.length
  const all = more > 0 ? [...told, words('window.paragraph-notes.more', { count: more })] : told
  return (
    <span id={id} className="visually-hidden paragraph-twin" role="note" data-testid="paragraph-twin">
      {words('window.paragraph-notes.list', { count: notes.length, notes: all.join('; ') })}
    </span>
  )
}
