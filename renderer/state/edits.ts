// The corrections of a text under review, with what can be undone and done again in it. Nothing of it is stored yet.
import { assertNever } from '../../domain/assert-never.ts'
import type { Corrections } from '../../domain/reading/corrections.ts'

export type Edits = {
  readonly now: Corrections
  readonly done: readonly Corrections[]
  readonly undone: readonly Corrections[]
}

export type EditsAction =
  | { readonly type: 'edited'; readonly corrections: Corrections }
  | { readonly type: 'edit-undone' }
  | { readonly type: 'edit-redone' }

/** Nothing was edited since the review was opened with these corrections. */
export function startEdits(corrections: Corrections): Edits {
  return { now: corrections, done: [], undone: [] }
}

/** The corrections after an action; the same object when there is nothing to undo or redo, or nothing was changed. */
export function reduceEdits(edits: Edits, action: EditsAction): Edits {
  const { now, done, undone } = edits
  switch (action.type) {
    case 'edited':
      return action.corrections === now ? edits : { now: action.corrections, done: [...done, now], undone: [] }
    case 'edit-undone': {
      const before = done.at(-1)
      return before === undefined ? edits : { now: before, done: done.slice(0, -1), undone: [...undone, now] }
    }
    case 'edit-redone': {
      const after = undone.at(-1)
      return after === undefined ? edits : { now: after, done: [...done, now], undone: undone.slice(0, -1) }
    }
    default:
      return assertNever(action)
  }
}

/** True when anything was said of the reading. */
export function hasCorrections(corrections: Corrections): boolean {
  const { confirmed = [], decisions, ...head } = corrections
  const decided = Object.values(decisions ?? {}).some((list) => list.length > 0)
  return decided || confirmed.length > 0 || Object.values(head).some((value) => value !== undefined)
}
