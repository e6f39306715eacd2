// The notes that have no place in the text as it is now: gone, or left behind in an earlier version. Closed, at the bottom, never hidden.
import { useState } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { Note } from '../../domain/notes/note.ts'
import { useWords } from '../words/intl.tsx'
import { useAppState } from './context.ts'
import { Icon } from './icons.tsx'
import { NoteCard } from './note-card.tsx'

type AwayNotesProps = { readonly notes: readonly Note[]; readonly changeable: boolean }

/** The section with its count; it opens by its button, and by itself for a note in it that became active. */
export function AwayNotes({ notes, changeable }: AwayNotesProps) {
  const words = useWords()
  const active = useAppState((state) => state.reading.activeNote)
  const [isOpen, setOpen] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const holdsActive = active !== null && notes.some(({ noteId }) => noteId === active)
  if (holdsActive && opened !== active) {
    setOpened(active)
    setOpen(true)
  }
  const pending = notes.filter((note) => note.pending).length
  return (
    <Disclosure className="notes-away" data-testid="notes-away" isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={3} className="notes-away-head">
        <Button slot="trigger" className="notes-away-button">
          <Icon name="down" size={11} />
          {words('window.notes.away', { count: notes.length, pending })}
        </Button>
      </Heading>
      <DisclosurePanel className="notes-away-panel">
        {isOpen && (
          <ol>
            {notes.map((note) => (
              <li key={note.noteId}>
                <NoteCard note={note} paragraph={null} changeable={changeable} />
              </li>
            ))}
          </ol>
        )}
      </DisclosurePanel>
    </Disclosure>
  )
}
