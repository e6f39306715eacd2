// Where the officer was and what was half written, kept by main so that a crashed page or a restart returns to it.
import type { Corrections, WindowSource } from './briefing.ts'

/** Words not yet saved: of a note being written, of a field of a stored reading, or of a text being read in. */
export type Draft =
  | {
      readonly kind: 'note'
      readonly briefingId: string
      readonly noteId: string
      readonly text: string
      /** When the note these words were typed on was last modified (ISO instant): tells whether it changed since. */
      readonly since?: string | undefined
    }
  | {
      readonly kind: 'field'
      readonly briefingId: string
      /** The field as the window names it. */
      readonly field: string
      readonly text: string
    }
  | {
      readonly kind: 'briefing'
      readonly text: string
      readonly source: WindowSource
      /** What was typed in its review, dates perhaps half written; absent while the text is still in its field. */
      readonly corrections?: Corrections | undefined
      /** The id of the briefing that this is a new version of; absent for a new briefing. */
      readonly revises?: string | undefined
    }

export type Place = {
  readonly view: 'library' | 'bin'
  readonly briefingId: string | null
  readonly noteId: string | null
  /** First visible UTF-16 offset of the open text, so that the place survives another window size. */
  readonly offset: number
  readonly query: string
}

export type Session = { readonly place: Place; readonly draft: Draft | null }

export const startOfSession: Session = {
  place: { view: 'library', briefingId: null, noteId: null, offset: 0, query: '' },
  draft: null,
}
