// What several devices know of the same notes, as one.
import type { StoredNote } from './note.ts'

/**
 * Union of several devices' notes by id. The newest content of a note wins (edits and deletion), and apart from it the newest place;
 * ties go to the first given.
 */
export function mergeNotes(records: readonly (readonly StoredNote[])[]): readonly StoredNote[] {
  const merged = new Map<string, StoredNote>()
  for (const note of records.flat()) {
    const known = merged.get(note.noteId)
    merged.set(note.noteId, known === undefined ? note : newestOf(known, note))
  }
  return [...merged.values()]
}

function newestOf(known: StoredNote, other: StoredNote): StoredNote {
  const content = other.modified > known.modified ? other : known
  const { settled, carried, history, placed } = isPlacedLater(other, known) ? other : known
  return content.placed === placed && content.settled === settled
    ? content
    : { ...content, settled, carried, history, placed }
}

/** A place in a newer version of the text is newer, whatever the clocks said. */
function isPlacedLater(one: StoredNote, other: StoredNote): boolean {
  const [version, known] = [reached(one), reached(other)]
  return version === known ? one.placed > other.placed : version > known
}

function reached({ settled, carried }: StoredNote): number {
  return Math.max(settled.version, carried?.version ?? 0)
}
