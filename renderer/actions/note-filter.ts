// Choosing which notes are shown.
import type { FilterChoice } from '../state/note-filter.ts'
import { idOf } from '../state/reading.ts'
import type { App } from './app.ts'

/** Opens the menu of the filter where there is something to filter. */
export function openNoteFilter(app: App): void {
  const { open, past, notes } = app.store.get().reading
  if (open.phase === 'ready' && past === null && notes.length > 0) setNoteFilterMenu(app, true)
}

/** Opens or closes the menu of the filter. */
export function setNoteFilterMenu(app: App, isOpen: boolean): void {
  app.store.dispatch({ slice: 'note-filter', type: 'menu', isOpen })
}

/** Chooses a value, or lets it go. */
export function toggleNoteFilter(app: App, choice: FilterChoice): void {
  const briefingId = idOf(app.store.get().reading.open)
  if (briefingId !== null) app.store.dispatch({ slice: 'note-filter', type: 'toggled', briefingId, choice })
}

/** Shows every note again. */
export function clearNoteFilter(app: App): void {
  app.store.dispatch({ slice: 'note-filter', type: 'cleared' })
}
