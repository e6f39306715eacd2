// Builds what the views and actions share, from the bridge and the focus: the second half of the composition root.

import { inOrder } from '../../domain/in-order.ts'
import type { Corrections } from '../../domain/reading/corrections.ts'
import type { Client } from '../bridge.ts'
import { reduceApp, startState } from '../state/app-state.ts'
import type { IncomingSource } from '../state/incoming.ts'
import { idOf } from '../state/reading.ts'
import { createStore } from '../state/store.ts'
import type { Spoken } from '../words/spoken.ts'
import type { App, Focus } from './app.ts'
import { draftQuiet, keepDraft } from './incoming.ts'
import { createLater } from './later.ts'
import { createNoteSaver } from './note-saver.ts'
import { editOf, saveNow, tookNote, typingQuiet } from './notes.ts'
import { notifyFailure } from './notice.ts'
import { placeOf, placeQuiet } from './place.ts'
import { openBriefing, openQuiet } from './reading.ts'

/** The window's app over a client of main. */
export function createApp(client: Client, focus: Focus): App {
  const store = createStore(reduceApp, startState)
  const app: App = {
    client,
    store,
    focus,
    pointedNote: createStore<string | null, string | null>((_before, noteId) => noteId, null),
    spoken: createStore<Spoken | null, Spoken>((_before, spoken) => spoken, null),
    saver: createNoteSaver({
      quiet: typingQuiet,
      save: (key, typed) => client.call('note.edit', editOf(key, typed)),
      onSaved: ({ briefingId, noteId }, note) => {
        tookNote(app, briefingId, note)
        store.dispatch({ slice: 'reading', type: 'note-saved', noteId })
        // What stopped other notes may be over too.
        for (const other of store.get().reading.unsaved.keys()) void saveNow(app, other)
      },
      onFailed: ({ briefingId, noteId }, typed, failure) => {
        store.dispatch({ slice: 'reading', type: 'note-save-failed', noteId, unsaved: { ...typed, failure } })
        // The card that says so is not on the screen.
        if (idOf(store.get().reading.open) !== briefingId) notifyFailure(app, failure)
      },
    }),
    inOrder: inOrder(),
    savePlace: createLater(placeQuiet, () => {
      // Before the library is there, the place is still the one main remembers.
      if (store.get().library.phase === 'ready') void client.call('session.place', { place: placeOf(store.get()) })
    }),
    openSoon: createLater(openQuiet, (id: string) => void openBriefing(app, id)),
    saveDraftSoon: createLater(draftQuiet, (text: string, source: IncomingSource, corrections?: Corrections) =>
      keepDraft(app, text, source, corrections),
    ),
  }
  return app
}
