// Which note's card the pointer is over: a passing look of the window, kept apart from the state that is remembered.
import { useSyncExternalStore } from 'react'
import { createStore } from '../state/store.ts'

const pointed = createStore<string | null, string | null>((_before, noteId) => noteId, null)

/** Says which card the pointer is over; null for none. */
export const pointAtNote = pointed.dispatch

/** The id of the note whose card the pointer is over. */
export function usePointedNote(): string | null {
  return useSyncExternalStore(pointed.subscribe, pointed.get)
}
