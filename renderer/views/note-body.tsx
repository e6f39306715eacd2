// What a card says under its head: the quoted words, the note's own, what was promised, its tags and where it stands.
import type { ReactNode } from 'react'
import type { Note } from '../../domain/notes/note.ts'
import { useWords } from '../words/intl.tsx'
import { NotePlace } from './note-card.tsx'
import { CommitmentLine } from './note-commitment.tsx'
import { NoteMarkdown, plainWords } from './note-markdown.tsx'
import { NoteHistory, StandingLine } from './note-standing.tsx'

type NoteBodyProps = {
  readonly note: Note
  readonly changeable: boolean
  readonly editing: boolean
  /** The editor, in the place of what it edits. */
  readonly children: ReactNode
}

/** The card's body; while it is edited, the editor stands for what it edits. */
export function NoteBody({ note, changeable, editing, children }: NoteBodyProps) {
  return (
    <>
      {note.quote !== '' && (
        <blockquote className="card-quote" dir="auto">
          {note.quote}
        </blockquote>
      )}
      {editing ? children : <Written note={note} />}
      <StandingLine note={note} changeable={changeable} />
      <NoteHistory note={note} />
    </>
  )
}

function Written({ note }: { readonly note: Note }) {
  return (
    <>
      {note.text !== '' && (
        <div className="card-text" dir="auto" data-testid="note-written">
          <NoteMarkdown text={note.text} />
        </div>
      )}
      {note.kind === 'commitment' && note.commitment !== null && <CommitmentLine commitment={note.commitment} />}
      {note.tags.length > 0 && (
        <ul className="card-tags" data-testid="note-tags">
          {note.tags.map((tag) => (
            <li key={tag} className="note-tag" dir="auto">
              {tag}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** A card in one line: the kind, and the note's first words, or those it is on. */
export function NoteLine({ note, paragraph }: { readonly note: Note; readonly paragraph: number | null }) {
  const words = useWords()
  return (
    <p className="card-line">
      <span className="card-kind">{words(`note-kind.${note.kind}`)}</span>
      <span className="card-line-words" dir="auto">
        {plainWords(note.text) || note.quote}
      </span>
      <NotePlace note={note} paragraph={paragraph} />
    </p>
  )
}
