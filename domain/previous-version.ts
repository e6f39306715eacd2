// Earlier states of a briefing and of the notes on it, as they were before each change: what there is to go back to. Not to be taken
// for the versions of a text: a state may hold several of those.

import type { Briefing } from './briefing.ts'
import { equals } from './equals.ts'
import type { StoredNote } from './notes/note.ts'

/** What the change that ended a state did: from that state to the one after it. */
export type StateChanges = {
  readonly title: boolean
  /** What was corrected in the reading, other than the title. */
  readonly reading: boolean
  /** Into the bin or out of it. */
  readonly bin: boolean
  /** How many versions of the text came (or went, when below 0). */
  readonly texts: number
  /** Numbers of notes. */
  readonly notesAdded: number
  readonly notesChanged: number
  readonly notesRemoved: number
}

export type PreviousVersion = {
  /** ISO instant at which it was stored; names it in `briefing.restore-previous`. */
  readonly moment: string
  readonly title: string | null
  /** The first words of its newest text after headline and date line. */
  readonly opening: string
  /** How many versions of the text it holds, and how many living notes. */
  readonly texts: number
  readonly notes: number
  readonly changes: StateChanges
}

/** One state: the briefing, its title as shown, and this device's notes, tombstones included. */
export type BriefingState = {
  readonly briefing: Briefing
  readonly title: string | null
  readonly notes: readonly StoredNote[]
}

/** What is different in `after`. */
export function changesBetween(before: BriefingState, after: BriefingState): StateChanges {
  const [old, current] = [livingById(before.notes), livingById(after.notes)]
  const shared = [...current].flatMap(([id, note]) => {
    const was = old.get(id)
    return was === undefined ? [] : [[was, note] as const]
  })
  return {
    title: before.title !== after.title,
    reading: !equals(withoutTitle(before), withoutTitle(after)),
    bin: (before.briefing.deleted === null) !== (after.briefing.deleted === null),
    texts: after.briefing.versions.length - before.briefing.versions.length,
    notesAdded: current.size - shared.length,
    notesChanged: shared.filter(([was, note]) => !isSameNote(was, note)).length,
    notesRemoved: old.size - shared.length,
  }
}

/** True when nothing a person would see is different. */
export function isUnchanged(changes: StateChanges): boolean {
  return Object.values(changes).every((value) => value === false || value === 0)
}

/** True when two states of a note say the same in the same place, whenever that was written. */
export function isSameNote(one: StoredNote, other: StoredNote): boolean {
  const timeless = (note: StoredNote) => ({ ...note, modified: '', placed: '', deleted: note.deleted === null ? 0 : 1 })
  return equals(timeless(one), timeless(other))
}

function livingById(notes: readonly StoredNote[]): ReadonlyMap<string, StoredNote> {
  return new Map(notes.filter(({ deleted }) => deleted === null).map((note) => [note.noteId, note]))
}

function withoutTitle({ briefing }: BriefingState): unknown {
  const { title, ...corrections } = briefing.corrections
  return corrections
}
