// What people said differently from, or confirmed of, a reading. Corrections are kept apart from the reading, by the words they are
// about, so that they survive when a better engine reads the text again.
import type { MeetingFormat, OffsetPair, OutcomeKind } from './reading.ts'

/** How a field stands: read by rule (`certain`, `likely`), or a person's word (`confirmed`, `corrected`, `added`). */
export const fieldStates = ['certain', 'likely', 'confirmed', 'corrected', 'added'] as const
export type FieldState = (typeof fieldStates)[number]

export type MeetingFields = {
  readonly label: string
  readonly format: MeetingFormat
  readonly date: string | null
  readonly place: string | null
  readonly people: readonly string[]
}
export type PersonFields = {
  readonly name: string
  readonly role: string | null
  readonly affiliation: string | null
}
export type OutcomeFields = {
  readonly kind: OutcomeKind
  readonly due: string | null
  /** The span of the meeting it came from; null for none. */
  readonly meeting: OffsetPair | null
}
export type MentionFields = { readonly name: string }

/**
 * A person's word on one item. `spans` are the words by which it is known again: the reporting words of a meeting or outcome (one
 * pair), every mention of a person. `settled` names the fields that are the person's word; the others follow the reading.
 * `fields` is the whole item as last seen, for when no reading has it.
 */
export type Decision<Fields> = {
  readonly verdict: 'kept' | 'added' | 'removed'
  readonly spans: readonly OffsetPair[]
  readonly settled: readonly (keyof Fields & string)[]
  readonly fields: Fields
}

export type Decisions = {
  readonly meetings: readonly Decision<MeetingFields>[]
  readonly people: readonly Decision<PersonFields>[]
  readonly outcomes: readonly Decision<OutcomeFields>[]
  readonly places: readonly Decision<MentionFields>[]
  readonly organisations: readonly Decision<MentionFields>[]
}

/** Nothing was said yet. */
export const noDecisions: Decisions = { meetings: [], people: [], outcomes: [], places: [], organisations: [] }
