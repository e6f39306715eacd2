// The report's part of the state: on which briefing it is, which note is looked at, whether words are being selected for it.
import { assertNever } from '../../domain/assert-never.ts'
import type { Note } from '../../domain/notes/note.ts'

export type Settling = {
  /** The briefing's id; its text and notes are the open briefing's. */
  readonly id: string
  /** Ids of the notes that waited when the report was opened, in reading order: they keep their places in it. */
  readonly asked: readonly string[]
  readonly active: string | null
  /** True while words of the newest version are being selected for the active note. */
  readonly attaching: boolean
  /** Notes as they stood on earlier versions, by version, as far as they are known. */
  readonly before: ReadonlyMap<number, readonly Note[]>
}

/** Null while no report is open. */
export type SettlingSlice = Settling | null

export type SettlingAction =
  | {
      readonly type: 'started'
      readonly id: string
      readonly asked: readonly string[]
      readonly active: string | null
    }
  | { readonly type: 'looked-at'; readonly noteId: string | null }
  | { readonly type: 'attaching'; readonly on: boolean }
  | { readonly type: 'before-known'; readonly id: string; readonly version: number; readonly notes: readonly Note[] }
  | { readonly type: 'ended' }

/** The report after an action. Looking at another note ends selecting words. */
export function reduceSettling(slice: SettlingSlice, action: SettlingAction): SettlingSlice {
  switch (action.type) {
    case 'started':
      return { id: action.id, asked: action.asked, active: action.active, attaching: false, before: new Map() }
    case 'looked-at':
      return slice === null || slice.active === action.noteId
        ? slice
        : { ...slice, active: action.noteId, attaching: false }
    case 'attaching':
      return slice === null || slice.attaching === action.on ? slice : { ...slice, attaching: action.on }
    case 'before-known':
      return slice?.id === action.id
        ? { ...slice, before: new Map(slice.before).set(action.version, action.notes) }
        : slice
    case 'ended':
      return null
    default:
      return assertNever(action)
  }
}
