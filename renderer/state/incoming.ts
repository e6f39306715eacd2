// A text on its way in: typed or pasted, read, reviewed, saved. Nothing of it is in the library before it is saved.
import { assertNever } from '../../domain/assert-never.ts'
import type { Briefing, Corrections } from '../../domain/briefing.ts'
import { headOf } from '../../domain/briefing.ts'
import type { Reading } from '../../domain/reading/reading.ts'
import type { Failure } from '../../domain/result.ts'
import type { Draft } from '../../domain/session.ts'

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
      /** What the review opens with: nothing, or what was typed in it before a crash. */
      readonly corrections: Corrections
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
      readonly corrections: Corrections
    }
  | { readonly type: 'refused'; readonly failure: Failure; readonly undecoded: Undecoded | null }
  | { readonly type: 'busy' }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'ended' }

/** What a person sees and may change before saving; empty strings where the text says nothing. */
export type Fields = { readonly title: string; readonly place: string; readonly date: string; readonly source: string }

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
        corrections: action.corrections,
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
    default:
      return assertNever(action)
  }
}

/** The fields as read and, where they were, corrected. */
export function fieldsOf(reading: Briefing['reading'], corrections: Corrections = {}): Fields {
  const head = headOf({ reading, corrections })
  return { title: head.title ?? '', place: head.place ?? '', date: head.date ?? '', source: head.source ?? '' }
}

/** Only what a person changed; a cleared field is null ("the text has none"). White space around a value does not count. */
export function correctionsOf(read: Fields, chosen: Fields): Corrections {
  const names = ['title', 'place', 'date', 'source'] as const
  const changed = names.filter((name) => chosen[name].trim() !== read[name].trim())
  return Object.fromEntries(changed.map((name) => [name, chosen[name].trim() === '' ? null : chosen[name].trim()]))
}

/** True for an ISO day that is in the calendar (2024-02-29 is, 2023-02-29 is not), and for nothing at all. */
export function isDayOrNothing(typed: string): boolean {
  const day = typed.trim()
  if (day === '') return true
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false
  const moment = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day)
}
