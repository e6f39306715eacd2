// What people said differently from, or confirmed of, a reading. Corrections are kept apart from the reading, by the words they are
// about, so that they survive when a better engine reads the text again (docs/decisions/0008-corrections-apart.md).
import type { MeetingFormat, OffsetPair, OutcomeKind } from './reading.ts'

/** How a field stands: read by rule (`certain`, `likely`), or a person's word (`confirmed`, `corrected`, `added`). */
export type FieldState = 'certain' | 'likely' | 'confirmed' | 'corrected' | 'added'

/** What a text says of itself. */
export const headFields = ['title', 'place', 'date', 'source'] as const
export type HeadField = (typeof headFields)[number]

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
/** A meeting as an outcome refers to it: several may share one sentence, so its label stands beside its words. */
export type MeetingReference = { readonly span: OffsetPair; readonly label: string }
export type OutcomeFields = {
  readonly kind: OutcomeKind
  readonly due: string | null
  /** The meeting it came from; null for none. */
  readonly meeting: MeetingReference | null
  /** The words a person chose for it; null while they are those that report it. */
  readonly words: OffsetPair | null
}
export type TopicFields = {
  readonly text: string
  /** The meeting it was spoken of at; null for none. */
  readonly meeting: MeetingReference | null
}
export type MentionFields = { readonly name: string }

/**
 * A person's word on one item. `spans` are the words by which it is known again: the reporting words of a meeting, outcome or topic
 * (one pair), the mentions of a person, place or organisation that are its own. `settled` names the fields that are the person's word;
 * the others follow the reading. `fields` is the whole item as last seen, for when no reading has it.
 */
export type Decision<Fields> = {
  readonly verdict: 'kept' | 'added' | 'removed'
  readonly spans: readonly OffsetPair[]
  readonly settled: readonly (keyof Fields & string)[]
  readonly fields: Fields
  /** The item as the reading had it when it was decided on, by which it is told from others in the same words; null: it had none. */
  readonly read: Fields | null
}

export type Decisions = {
  readonly meetings: readonly Decision<MeetingFields>[]
  readonly people: readonly Decision<PersonFields>[]
  readonly outcomes: readonly Decision<OutcomeFields>[]
  readonly places: readonly Decision<MentionFields>[]
  readonly organisations: readonly Decision<MentionFields>[]
  readonly topics: readonly Decision<TopicFields>[]
}

/** Every place of the text that decisions name, by which it is checked that they belong to this text. */
export function placesNamed({ decisions = noDecisions }: Pick<Corrections, 'decisions'>): readonly OffsetPair[] {
  const items = [
    ...decisions.meetings,
    ...decisions.people,
    ...decisions.outcomes,
    ...decisions.places,
    ...decisions.organisations,
    ...decisions.topics,
  ]
  const referring = [...decisions.outcomes, ...decisions.topics]
  const meetings = referring.flatMap(({ fields }) => (fields.meeting === null ? [] : [fields.meeting.span]))
  const words = decisions.outcomes.flatMap(({ fields }) => (fields.words === null ? [] : [fields.words]))
  return [...items.flatMap(({ spans }) => spans), ...meetings, ...words]
}

/** Nothing was said yet. */
export const noDecisions: Decisions = {
  meetings: [],
  people: [],
  outcomes: [],
  places: [],
  organisations: [],
  topics: [],
}

/**
 * What a person said of a reading, whole. A head field's `undefined` means: as read; `null`: the text has none. A head field that was
 * confirmed as read has its value here as well, so that it stays when the text is read again, and its name in `confirmed`.
 */
export type Corrections = {
  readonly title?: string | null | undefined
  readonly place?: string | null | undefined
  readonly date?: string | null | undefined
  readonly source?: string | null | undefined
  readonly confirmed?: readonly HeadField[] | undefined
  readonly decisions?: Decisions | undefined
}
