// What can be undone in this session, as two stacks of plain facts. Doing them is the actions' work; here is only the order.
import { assertNever } from '../../domain/assert-never.ts'
import type { NoteKind } from '../../domain/note.ts'

export type NoteContent = { readonly kind: NoteKind; readonly text: string }

export type Deed =
  | { readonly kind: 'note-added' | 'note-removed'; readonly briefingId: string; readonly noteId: string }
  | {
      readonly kind: 'note-edited'
      readonly briefingId: string
      readonly noteId: string
      readonly before: NoteContent
      readonly after: NoteContent
    }
  | { readonly kind: 'briefing-removed' | 'briefing-restored'; readonly id: string }

export type UndoSlice = { readonly done: readonly Deed[]; readonly undone: readonly Deed[] }

export type UndoAction =
  | { readonly type: 'did'; readonly deed: Deed }
  | { readonly type: 'undid' }
  | { readonly type: 'redid' }

export const nothingDone: UndoSlice = { done: [], undone: [] }
/** More than anyone steps back through; keeps the stack small. */
export const longestTrail = 200

/** The stacks after an action. A new deed ends what could be redone. */
export function reduceUndo(slice: UndoSlice, action: UndoAction): UndoSlice {
  switch (action.type) {
    case 'did':
      return { done: withDeed(slice.done, action.deed), undone: [] }
    case 'undid':
      return moved(slice.done, slice.undone, (done, undone) => ({ done, undone })) ?? slice
    case 'redid':
      return moved(slice.undone, slice.done, (undone, done) => ({ done, undone })) ?? slice
    default:
      return assertNever(action)
  }
}

/** The deed that takes another back; undoing twice gives the first again. */
export function opposite(deed: Deed): Deed {
  switch (deed.kind) {
    case 'note-added':
      return { ...deed, kind: 'note-removed' }
    case 'note-removed':
      return { ...deed, kind: 'note-added' }
    case 'note-edited':
      return { ...deed, before: deed.after, after: deed.before }
    case 'briefing-removed':
      return { ...deed, kind: 'briefing-restored' }
    case 'briefing-restored':
      return { ...deed, kind: 'briefing-removed' }
    default:
      return assertNever(deed)
  }
}

/** The first words written on a new note belong to adding it: undoing takes both back at once. */
function withDeed(done: readonly Deed[], deed: Deed): readonly Deed[] {
  const last = done.at(-1)
  const firstWords =
    deed.kind === 'note-edited' &&
    last?.kind === 'note-added' &&
    last.noteId === deed.noteId &&
    deed.before.text === '' &&
    deed.before.kind === deed.after.kind
  return firstWords ? done : [...done, deed].slice(-longestTrail)
}

function moved(
  from: readonly Deed[],
  to: readonly Deed[],
  make: (from: readonly Deed[], to: readonly Deed[]) => UndoSlice,
): UndoSlice | null {
  const last = from.at(-1)
  return last === undefined ? null : make(from.slice(0, -1), [...to, last])
}
