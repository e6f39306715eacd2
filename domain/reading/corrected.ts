// A reading with people's corrections applied: what the window, the list and the command line show. Each field says how it stands
// and which words say it; each item has a key by which an edit names it (edit.ts).
import type { FieldState, HeadField } from './corrections.ts'
import type { Evidence, MeetingFormat, NamedMention, OffsetPair, OutcomeKind, SummarySentence } from './reading.ts'

export type Field<Value> = {
  readonly value: Value
  readonly state: FieldState
  /** The words that say it; null where none do: nothing was read, or a person typed something else. */
  readonly evidence: Evidence | null
}

export const itemLists = ['meetings', 'people', 'outcomes', 'places', 'organisations', 'topics'] as const
export type ItemList = (typeof itemLists)[number]
/** Lists whose items are known by their mentions, which can be merged and split. */
export const mentionLists = ['people', 'places', 'organisations'] as const
export type MentionList = (typeof mentionLists)[number]

type Item = {
  /** Unique in its list; an edit of the item keeps it. */
  readonly key: string
  /** True while the reading has the item too: a field can then be taken back to as read. */
  readonly isRead: boolean
}

/** One who took part in a meeting. */
export type Participant = {
  /** As the person is shown among `people`, or as typed. */
  readonly name: string
  /** The key among `people`; null where none has this name. */
  readonly person: string | null
  readonly evidence: Evidence | null
}

export type CorrectedMeeting = Item & {
  readonly span: OffsetPair
  readonly label: Field<string>
  readonly format: Field<MeetingFormat>
  /** ISO date. */
  readonly date: Field<string | null>
  readonly place: Field<string | null>
  /** The state is the list's as a whole; the evidence is each participant's. */
  readonly people: Field<readonly Participant[]>
}

export type CorrectedPerson = Item & {
  /** Mentions in order. */
  readonly spans: readonly OffsetPair[]
  readonly name: Field<string>
  readonly role: Field<string | null>
  readonly affiliation: Field<string | null>
  /** Other printed forms of its mentions. */
  readonly aliases: readonly string[]
  /** Forms taken for this person on likeness alone that nobody has said anything of: "one person?" */
  readonly alike: readonly string[]
}

export type CorrectedOutcome = Item & {
  /** The words that report it, or those a person chose. */
  readonly span: OffsetPair
  /** The sentence or clause as printed. */
  readonly text: string
  readonly kind: Field<OutcomeKind>
  /** ISO date. */
  readonly due: Field<string | null>
  /** The key of a meeting, or null. */
  readonly meeting: Field<string | null>
  /** The words a person chose; null while they are those that report it. */
  readonly words: Field<OffsetPair | null>
}

export type CorrectedTopic = Item & {
  readonly span: OffsetPair
  readonly text: Field<string>
  /** The key of a meeting, or null. */
  readonly meeting: Field<string | null>
}

export type CorrectedMention = Item & { readonly spans: readonly OffsetPair[]; readonly name: Field<string> }

/** What a person removed, so that it can be restored. */
export type RemovedItem = {
  readonly list: ItemList
  readonly key: string
  /** Its label, name or words. */
  readonly text: string
  readonly spans: readonly OffsetPair[]
}

/** Every list is in the order of the text. */
export type CorrectedReading = {
  readonly head: { readonly [Name in HeadField]: Field<string | null> }
  readonly meetings: readonly CorrectedMeeting[]
  readonly people: readonly CorrectedPerson[]
  readonly outcomes: readonly CorrectedOutcome[]
  readonly places: readonly CorrectedMention[]
  readonly organisations: readonly CorrectedMention[]
  readonly documents: readonly NamedMention[]
  readonly topics: readonly CorrectedTopic[]
  /** Sentences that carry the events and outcomes shown. */
  readonly summary: readonly SummarySentence[]
  readonly removed: readonly RemovedItem[]
}
