// A text on its way in: typed or pasted, read, reviewed, saved. Nothing of it is in the library before it is saved.
import { assertNever } from '../../domain/assert-never.ts'
import type { Corrections } from '../../domain/reading/corrections.ts'
import type { Reading } from '../../domain/reading/reading.ts'
import type { Failure } from '../../domain/result.ts'
import type { Draft } from '../../domain/session.ts'
import { type Edits, type EditsAction, reduceEdits, startEdits } from './edits.ts'

export type IncomingSource = Extract<Draft, { kind: 'briefing' }>['source']
export type DroppedFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
/** What may be decoded once more: a dropped file's bytes, or the file that main was asked to choose last. */
export type Undecoded = ({ readonly via: 'drop' } & DroppedFile) | { readonly via: 'file' }

export type IncomingSlice =
  | { readonly step: 'none' }
  | {
      readonly step: 'text'
      readonly text: string
      readonly source: IncomingSource
      readonly busy: boolean
      readonly failure: Failure | null
    }
  | {
      readonly step: 'review'
      readonly source: IncomingSource
      readonly reading: Reading
      readonly edits: Edits
      /** Names of an e-mail's attachments, which were left closed. */
      readonly attachments: readonly string[]
      readonly busy: boolean
      readonly failure: Failure | null
    }
  /** A file that could not be read; `undecoded` allows another try with another encoding. */
  | { readonly step: 'refused'; readonly failure: Failure; readonly undecoded: Undecoded | null }

export type IncomingAction =
  | { readonly type: 'text-started'; readonly text: string; readonly source: IncomingSource }
  | {
      readonly type: 'read'
      readonly source: IncomingSource
      readonly reading: Reading
      /** What the review opens with: nothing, or what was said in it before a crash. */
      readonly corrections: Corrections
      readonly attachments: readonly string[]
    }
  | { readonly type: 'refused'; readonly failure: Failure; readonly undecoded: Undecoded | null }
  | { readonly type: 'busy' }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'ended' }
  | EditsAction

/** No text is on its way in. */
export const nothingIncoming: IncomingSlice = { step: 'none' }

/** The text on its way in after an action. */
export function reduceIncoming(slice: IncomingSlice, action: IncomingAction): IncomingSlice {
  switch (action.type) {
    case 'text-started':
      return { step: 'text', text: action.text, source: action.source, busy: false, failure: null }
    case 'read':
      return {
        step: 'review',
        source: action.source,
        reading: action.reading,
        edits: startEdits(action.corrections),
        attachments: action.attachments,
        busy: false,
        failure: null,
      }
    case 'refused':
      return { step: 'refused', failure: action.failure, undecoded: action.undecoded }
    case 'busy':
      return slice.step === 'text' || slice.step === 'review' ? { ...slice, busy: true, failure: null } : slice
    case 'failed':
      return slice.step === 'text' || slice.step === 'review'
        ? { ...slice, busy: false, failure: action.failure }
        : slice
    case 'ended':
      return nothingIncoming
    case 'edited':
    case 'edit-undone':
    case 'edit-redone':
      return slice.step === 'review' ? withEdits(slice, reduceEdits(slice.edits, action)) : slice
    default:
      return assertNever(action)
  }
}

type Review = Extract<IncomingSlice, { step: 'review' }>

function withEdits(slice: Review, edits: Edits): Review {
  return edits === slice.edits ? slice : { ...slice, edits, failure: null }
}
