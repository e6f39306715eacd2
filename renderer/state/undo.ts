// What can be undone in this session, as two stacks of plain facts. Doing them is the actions' work; here is only the order.
import { assertNever } from '../../domain/assert-never.ts'
import type { Commitment, NoteKind } from '../../domain/notes/note.ts'
import type { Decision } from '../../domain/notes/place.ts'
import type { Corrections } from '../../domain/reading/corrections.ts'

export type NoteContent = {
  readonly kind: NoteKind
  readonly text: string
  readonly tags: readonly string[]
  readonly commitment: Commitment
}

export type Deed =
  | { readonly kind: 'note-added' | 'note-removed'; readonly briefingId: string; readonly noteId: string }
  | {
      readonly kind: 'note-edited'
      readonly briefingId: string
      readonly noteId: string
      /** Only what this deed changed, so that undoing it touches nothing else. */
      readonly before: Partial<NoteContent>
      readonly after: Partial<NoteContent>
    }
  | {
      readonly kind: 'briefing-corrected'
      readonly id: string
      readonly before: Corrections
      readonly after: Corrections
    }
  | {
      readonly kind: 'note-settled'
      readonly briefingId: string
      readonly noteId: string
      /** The version that the note was settled on. */
      readonly version: number
      readonly before: Decision
      readonly after: Decision
    }
  | {
      readonly kind: 'previous-restored'
      readonly id: string
      /** Moments (ISO instants) of the state that was there and of the one brought back. */
      readonly before: string
      readonly after: string
    }
  | { readonly kind: 'briefing-removed' | 'briefing-restored'; readonly id: string }

export type UndoSlice = { readonly done: readonly Deed[]; readonly undone: readonly Deed[] }

export type UndoAction =
  | { readonly type: 'did'; readonly deed: Deed }
  | { readonly type: 'undid' | 'redid' | 'forgotten'; readonly deed: Deed }
  | { readonly type: 'cleared' }

/** Nothing to undo or to do again. */
export const nothingDone: UndoSlice = { done: [], undone: [] }
/** More than anyone steps back through; keeps the stack small. */
export const longestTrail = 200

/** The stacks after an action. A new deed ends what could be redone; one that can't be done any more is forgotten. */
export function reduceUndo(slice: UndoSlice, action: UndoAction): UndoSlice {
  switch (action.type) {
    case 'cleared':
      return nothingDone
    case 'did':
      return { done: withDeed(slice.done, action.deed), undone: [] }
    case 'undid':
      return { done: without(slice.done, action.deed), undone: [...slice.undone, action.deed] }
    case 'redid':
      return { done: [...slice.done, action.deed], undone: without(slice.undone, action.deed) }
    case 'forgotten':
      return { done: without(slice.done, action.deed), undone: without(slice.undone, action.deed) }
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
    case 'note-settled':
    case 'briefing-corrected':
    case 'previous-restored':
      return exchanged(deed)
    case 'briefing-removed':
      return { ...deed, kind: 'briefing-restored' }
    case 'briefing-restored':
      return { ...deed, kind: 'briefing-removed' }
    default:
      return assertNever(deed)
  }
}

function exchanged(deed: Extract<Deed, { before: unknown }>): Deed {
  switch (deed.kind) {
    case 'note-edited':
      return { ...deed, before: deed.after, after: deed.before }
    case 'note-settled':
      return { ...deed, before: deed.after, after: deed.before }
    case 'briefing-corrected':
      return { ...deed, before: deed.after, after: deed.before }
    case 'previous-restored':
      return { ...deed, before: deed.after, after: deed.before }
    default:
      return assertNever(deed)
  }
}

/** The first words written on a new note belong to adding it: undoing takes both back at once. */
function withDeed(done: readonly Deed[], deed: Deed): readonly Deed[] {
  const last = done.at(-1)
  const firstWords =
    deed.kind === 'note-edited' && last?.kind === 'note-added' && last.noteId === deed.noteId && deed.before.text === ''
  return firstWords ? done : [...done, deed].slice(-longestTrail)
}

function without(deeds: readonly Deed[], deed: Deed): readonly Deed[] {
  return deeds.filter((candidate) => candidate !== deed)
}
