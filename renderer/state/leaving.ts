// What is asked before something goes for good: one briefing of the bin, or the whole library. Null while nothing is asked.

export type LeavingSlice =
  | null
  | { readonly what: 'briefing'; readonly id: string; readonly title: string | null; readonly running: boolean }
  | { readonly what: 'library'; readonly running: boolean }

export type LeavingAction =
  | { readonly type: 'asked'; readonly about: NonNullable<LeavingSlice> }
  | { readonly type: 'began' }
  | { readonly type: 'ended' }

/** The question after an action; once it is being done it can't be left. */
export function reduceLeaving(slice: LeavingSlice, action: LeavingAction): LeavingSlice {
  if (action.type === 'asked') return slice ?? action.about
  if (action.type === 'ended' || slice === null) return null
  return { ...slice, running: true }
}
