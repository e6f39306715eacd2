// Remembers where the officer is, through main, so that a crash or a restart returns there.
import type { Place } from '../../domain/session.ts'
import type { AppState } from '../state/app-state.ts'
import { idOf } from '../state/reading.ts'
import type { App } from './app.ts'

/** Milliseconds of quiet before the place is handed to main. */
export const placeQuiet = 250

/** The place to come back to. */
export function placeOf(state: AppState): Place {
  const { library, reading } = state
  return {
    view: library.view,
    briefingId: idOf(reading.open),
    noteId: reading.activeNote,
    offset: reading.offset,
    query: library.query,
  }
}

/** The reader's first visible offset (UTF-16) has changed. */
export function scrolledTo(app: App, offset: number): void {
  app.store.dispatch({ slice: 'reading', type: 'scrolled', offset })
  app.savePlace.call()
}
