// A text on its way in: typed or pasted, read, reviewed, saved; or stored as a new version of a text that is there. Nothing of it is in
// the library before it is saved.
import type { RevisionDoubt } from '../../domain/anchoring/revision-doubt.ts'
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

/** The briefing that a text is to be a new version of, and how many versions of it the person knows. */
export type Revises = { readonly id: string; readonly basedOn: number }

export type TextStepSlice = {
  readonly step: 'text'
  readonly text: string
  readonly source: IncomingSource
  /** Null for a new briefing. */
  readonly revises: Revises | null
  /** What is odd about a new version, while a person is asked about it. */
  readonly doubt: RevisionDoubt | null
  /** How often a file's words were put into the field. */
  readonly filled: number
  readonly busy: boolean
  readonly failure: Failure | null
}

export type IncomingSlice =
  | { readonly step: 'none' }
  | TextStepSlice
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
  | {
      readonly step: 'refused'
      readonly failure: Failure
      readonly undecoded: Undecoded | null
      /** The new version's field that the file was for; null for a new briefing's file. */
      readonly behind: TextStepSlice | null
    }

export type IncomingAction =
  | {
      readonly type: 'text-started'
      readonly text: string
      readonly source: IncomingSource
      readonly revises?: Revises
    }
  /** A file's words for the field of a new version. */
  | { readonly type: 'filled'; readonly text: string; readonly source: IncomingSource }
  | { readonly type: 'doubted'; readonly doubt: RevisionDoubt | null }
  /** The briefing has other versions by now. */
  | { readonly type: 'rebased'; readonly basedOn: number }
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
      return textStep(action.text, action.source, action.revises ?? null)
    case 'filled':
      return filled(slice, action)
    case 'doubted':
      return slice.step === 'text' && slice.doubt !== action.doubt
        ? { ...slice, doubt: action.doubt, failure: null }
        : slice
    case 'rebased':
      return slice.step === 'text' && slice.revises !== null
        ? { ...slice, doubt: null, revises: { ...slice.revises, basedOn: action.basedOn } }
        : slice
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
      return { step: 'refused', failure: action.failure, undecoded: action.undecoded, behind: fieldOfVersion(slice) }
    case 'busy':
      return slice.step === 'text' || slice.step === 'review' ? { ...slice, busy: true, failure: null } : slice
    case 'failed':
      return slice.step === 'text' || slice.step === 'review'
        ? { ...slice, busy: false, failure: action.failure }
        : slice
    case 'ended':
      return (slice.step === 'refused' ? slice.behind : null) ?? nothingIncoming
    case 'edited':
    case 'edit-undone':
    case 'edit-redone':
      return slice.step === 'review' ? withEdits(slice, reduceEdits(slice.edits, action)) : slice
    default:
      return assertNever(action)
  }
}

/** The field of a new version, open or behind the message about a file that was for it; null when there is none. */
export function fieldOfVersion(slice: IncomingSlice): TextStepSlice | null {
  if (slice.step === 'refused') return slice.behind
  return slice.step === 'text' && slice.revises !== null ? slice : null
}

function textStep(text: string, source: IncomingSource, revises: Revises | null): TextStepSlice {
  return { step: 'text', text, source, revises, doubt: null, filled: 0, busy: false, failure: null }
}

function filled(
  slice: IncomingSlice,
  { text, source }: { readonly text: string; readonly source: IncomingSource },
): IncomingSlice {
  const field = fieldOfVersion(slice)
  return field === null ? slice : { ...textStep(text, source, field.revises), filled: field.filled + 1 }
}

type Review = Extract<IncomingSlice, { step: 'review' }>

function withEdits(slice: Review, edits: Edits): Review {
  return edits === slice.edits ? slice : { ...slice, edits, failure: null }
}
