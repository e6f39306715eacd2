// The notes beside the text: how many, the filter, the cards at their words, and those that have no place in the text any more.
import { type ReactNode, useCallback, useMemo } from 'react'
import { currentVersion } from '../../domain/briefing.ts'
import type { Note } from '../../domain/notes/note.ts'
import { paragraphAt, paragraphsOf } from '../../domain/text/paragraphs.ts'
import { canWrite } from '../state/library.ts'
import { useWords } from '../words/intl.tsx'
import { useAppState } from './context.ts'
import { AwayNotes } from './note-away.tsx'
import { NoteColumn } from './note-column.tsx'
import { NotesHead } from './note-filter-menu.tsx'
import { useShownNotes } from './use-shown-notes.ts'

/** The cards of the open briefing’s notes, or how to make the first. `splitter` stands at its edge. */
export function NotesPane({ splitter }: { readonly splitter: ReactNode }) {
  const words = useWords()
  const open = useAppState((state) => state.reading.open)
  const count = useAppState((state) => state.reading.notes.length)
  const notes = useShownNotes()
  const writable = useAppState((state) => canWrite(state.library))
  const briefing = open.phase === 'ready' ? open.briefing : null
  const paragraphs = useMemo(
    () => (briefing === null ? [] : paragraphsOf(currentVersion(briefing).text, briefing.reading)),
    [briefing],
  )
  const paragraphOf = useCallback((offset: number) => paragraphAt(paragraphs, offset)?.number ?? null, [paragraphs])
  const placed = useMemo(() => notes.filter(hasPlace), [notes])
  const away = useMemo(() => notes.filter((note) => !hasPlace(note)), [notes])
  const changeable = writable && briefing?.deleted === null
  return (
    <aside className="notes" data-testid="notes" data-pane="notes" aria-label={words('window.notes.label')}>
      {splitter}
      <NotesHead />
      {count === 0 && <p className="notes-empty">{words(changeable ? 'window.notes.how' : 'window.notes.none')}</p>}
      <NoteColumn notes={placed} paragraphOf={paragraphOf} changeable={changeable} />
      {away.length > 0 && <AwayNotes notes={away} changeable={changeable} />}
    </aside>
  )
}

function hasPlace({ start, scope }: Note): boolean {
  return start !== null || scope === 'briefing'
}
