// The notes that pass the filter, as every view of them sees them: the cards, the paint, the count.
import { useMemo } from 'react'
import type { Note } from '../../domain/notes/note.ts'
import { localDay } from '../state/days.ts'
import { filterFor, isEveryNote, type NoteFilter, passingNotes, shownNotes } from '../state/note-filter.ts'
import { idOf } from '../state/reading.ts'
import { useAppState } from './context.ts'

/** Today's ISO date, where the clock of the machine stands. */
export function useToday(): string {
  return localDay(new Date())
}

/** The filter of the open briefing. */
export function useNoteFilter(): NoteFilter {
  return useAppState(({ noteFilter, reading }) => filterFor(noteFilter, idOf(reading.open)))
}

/** The notes of the open briefing that are shown, in reading order; the same list for the same state. */
export function useShownNotes(): readonly Note[] {
  const notes = useAppState((state) => state.reading.notes)
  const filter = useNoteFilter()
  // Without a filter, which note is active makes no other list.
  const kept = useAppState((state) => (isEveryNote(filter) ? null : state.reading.activeNote))
  const today = useToday()
  return useMemo(() => shownNotes(notes, filter, today, kept), [notes, filter, today, kept])
}

/** The notes beside the text on the screen: an earlier version's as they stood there, else those of the newest that are shown. */
export function useNotesOfText(): readonly Note[] {
  const shown = useShownNotes()
  const past = useAppState((state) => state.reading.past)
  return past?.phase === 'ready' ? past.notes : shown
}

/** How many notes there are, and how many of them pass the filter. */
export function useNoteCounts(): { readonly all: number; readonly passing: number } {
  const notes = useAppState((state) => state.reading.notes)
  const filter = useNoteFilter()
  const today = useToday()
  const passing = useMemo(() => passingNotes(notes, filter, today).length, [notes, filter, today])
  return { all: notes.length, passing }
}
