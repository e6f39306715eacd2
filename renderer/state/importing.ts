// Several files on their way in at once: how far that is, then what became of each. They are stored as they are read; each can be
// reviewed afterwards from the reader.
import { assertNever } from '../../domain/assert-never.ts'
import type { ImportReport } from '../../domain/contract.ts'
import type { Failure } from '../../domain/result.ts'

export type FailedFile = ImportReport['failed'][number]

export type ImportingSlice =
  | { readonly step: 'none' }
  | {
      readonly step: 'running'
      readonly done: number
      readonly total: number
      /** The bare name of the file at hand; null before the first. */
      readonly file: string | null
      readonly stopping: boolean
    }
  | { readonly step: 'done'; readonly report: ImportReport }
  /** None of them was read. */
  | { readonly step: 'refused'; readonly failure: Failure }

export type ImportingAction =
  | { readonly type: 'started'; readonly total: number }
  | { readonly type: 'progressed'; readonly done: number; readonly total: number; readonly file: string | null }
  | { readonly type: 'stopping' }
  | { readonly type: 'ended'; readonly report: ImportReport }
  | { readonly type: 'refused'; readonly failure: Failure }
  | { readonly type: 'closed' }

/** No files are on their way in. */
export const nothingImporting: ImportingSlice = { step: 'none' }

/** The files on their way in after an action. What is told of an import that this window did not begin is dropped. */
export function reduceImporting(slice: ImportingSlice, action: ImportingAction): ImportingSlice {
  switch (action.type) {
    case 'started':
      return { step: 'running', done: 0, total: action.total, file: null, stopping: false }
    case 'progressed':
      // The total stays what the person chose: files that can't even be opened never reach main, and are failures of this import.
      return slice.step === 'running' ? { ...slice, done: action.done, file: action.file ?? slice.file } : slice
    case 'stopping':
      return slice.step === 'running' ? { ...slice, stopping: true } : slice
    case 'ended':
      return { step: 'done', report: action.report }
    case 'refused':
      return { step: 'refused', failure: action.failure }
    case 'closed':
      return slice.step === 'running' ? slice : nothingImporting
    default:
      return assertNever(action)
  }
}
