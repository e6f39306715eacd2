// The edits a person can make of a reading, as one closed union. Items are named by their keys in the corrected reading
// (corrected.ts); `corrected` (correct.ts) applies an edit.
import type { ItemList, MentionList } from './corrected.ts'
import type {
  HeadField,
  MeetingFields,
  MentionFields,
  OutcomeFields,
  PersonFields,
  TopicFields,
} from './corrections.ts'
import type { OffsetPair, OutcomeKind } from './reading.ts'

/** A field of an item and a value for it. */
type Setting<Fields> = { [Name in keyof Fields]: { readonly field: Name; readonly value: Fields[Name] } }[keyof Fields]
/** A person names a meeting by its key, and words by selecting them. */
type OutcomeSettings = Omit<OutcomeFields, 'meeting' | 'words'> & {
  readonly meeting: string | null
  readonly words: OffsetPair
}

type TopicSettings = Omit<TopicFields, 'meeting'> & { readonly meeting: string | null }

export type SetField =
  | { readonly list: 'head'; readonly field: HeadField; readonly value: string | null }
  | ({ readonly list: 'meetings'; readonly key: string } & Setting<MeetingFields>)
  | ({ readonly list: 'people'; readonly key: string } & Setting<PersonFields>)
  | ({ readonly list: 'outcomes'; readonly key: string } & Setting<OutcomeSettings>)
  | ({ readonly list: 'topics'; readonly key: string } & Setting<TopicSettings>)
  | ({ readonly list: 'places' | 'organisations'; readonly key: string } & Setting<MentionFields>)

/** One field of the head or of an item. */
export type FieldAddress =
  | { readonly list: 'head'; readonly field: HeadField }
  | { readonly list: 'meetings'; readonly key: string; readonly field: keyof MeetingFields }
  | { readonly list: 'people'; readonly key: string; readonly field: keyof PersonFields }
  | { readonly list: 'outcomes'; readonly key: string; readonly field: keyof OutcomeFields }
  | { readonly list: 'topics'; readonly key: string; readonly field: keyof TopicFields }
  | { readonly list: 'places' | 'organisations'; readonly key: string; readonly field: keyof MentionFields }

export type ItemAddress = { readonly list: ItemList; readonly key: string }

/** A new item from selected words. Dates, places, people and the like are set on it afterwards. */
export type AddItem =
  | { readonly list: 'meetings'; readonly span: OffsetPair }
  | { readonly list: MentionList; readonly span: OffsetPair }
  | {
      readonly list: 'topics'
      readonly span: OffsetPair
      /** The key of the meeting it was spoken of at, or null. */
      readonly meeting: string | null
    }
  | {
      readonly list: 'outcomes'
      readonly span: OffsetPair
      readonly outcome: OutcomeKind
      /** The key of the meeting it came from, or null. */
      readonly meeting: string | null
    }

export type Edit =
  | ({ readonly kind: 'set' } & SetField)
  | ({ readonly kind: 'confirm-field' } & FieldAddress)
  /** All fields of an item that have a value, and that all its mentions are of one. */
  | ({ readonly kind: 'confirm-item' } & ItemAddress)
  /** All fields whose state is `certain`, in the head and everywhere. */
  | { readonly kind: 'confirm-certain' }
  /** Back to as read. A merge or split stays. */
  | ({ readonly kind: 'take-back-field' } & FieldAddress)
  /** Everything that was said of an item, merges and splits too. An added item goes. */
  | ({ readonly kind: 'take-back-item' } & ItemAddress)
  | ({ readonly kind: 'remove' } & ItemAddress)
  | ({ readonly kind: 'restore' } & ItemAddress)
  | ({ readonly kind: 'add' } & AddItem)
  /** `from` becomes part of `into`. */
  | { readonly kind: 'merge'; readonly list: MentionList; readonly into: string; readonly from: string }
  /** These mentions are of another one, which is named by the longest of them. */
  | { readonly kind: 'split'; readonly list: MentionList; readonly key: string; readonly spans: readonly OffsetPair[] }
  /** "Yes, one person": every mention is this person's, the alike ones too. */
  | { readonly kind: 'one-person'; readonly key: string }
