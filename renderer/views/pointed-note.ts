// Which note's card the pointer is over, so that its words are painted stronger.
import { useSelected } from '../state/store.ts'
import { useApp } from './context.ts'

/** The id of the note whose card the pointer is over, or null. */
export function usePointedNote(): string | null {
  return useSelected(useApp().pointedNote, (noteId) => noteId)
}
