// The words by which the engine reads a language, as assets/reading/<language>.json holds them (its README says what each list is
// for). Data only, so that who knows a language can extend it without programming.
import type { MeetingFormat, OutcomeKind } from './reading.ts'
import type { SmallWordList, WordOrder } from './small-words.ts'

/**
 * `meeting`: the sides decide whether it is bilateral or multilateral. `joined`: the noun behind the verb says what was attended.
 * `held`: the noun before the verb says what took place. `present`: names more persons of the event told last.
 */
export type EventFormat = MeetingFormat | 'meeting' | 'joined' | 'held' | 'present'

export type EventWords = {
  readonly format: EventFormat
  readonly verbs: readonly string[]
  readonly nouns: readonly string[]
  /** Verbs as they follow "will" and "is to"; such an event counts only on a named day. */
  readonly future: readonly string[]
  /** Verbs in a future of their own ("откроется", "se tiendra"), which need no marker. */
  readonly futureForms?: readonly string[]
}

export type OutcomeWords = { readonly kind: OutcomeKind; readonly verbs: readonly string[] }

export type LanguageData = {
  readonly language: string
  readonly honorifics: readonly string[]
  /** Titles that stay part of a name: "King", "Pope". */
  readonly monarchs: readonly string[]
  readonly postNominals: readonly string[]
  readonly nameParticles: readonly string[]
  readonly officeHeads: readonly string[]
  readonly officeModifiers: readonly string[]
  /** Words between an office and what it is over: "of", "for", "to the". */
  readonly officeLinks: readonly string[]
  /** What offices and ministries are for: "Foreign Affairs", "Trade", "Digital", "Development". */
  readonly portfolios: readonly string[]
  readonly bodyHeads: readonly string[]
  /** Capitalised words that are no part of a person's name. */
  readonly notNames: readonly string[]
  /** Frequent verbs and small words: no names in texts printed in capitals. */
  readonly commonWords: readonly string[]
  readonly months: readonly (readonly string[])[]
  readonly weekdays: readonly (readonly string[])[]
  readonly relativeDays: {
    readonly today: readonly string[]
    readonly yesterday: readonly string[]
    readonly tomorrow: readonly string[]
    readonly sameDay: readonly string[]
    readonly nextDay: readonly string[]
    readonly previousDay?: readonly string[]
    readonly beforeYesterday?: readonly string[]
    readonly afterTomorrow?: readonly string[]
  }
  readonly carried: {
    readonly sidelines: readonly string[]
    readonly during: readonly string[]
    readonly after: readonly string[]
  }
  readonly events: readonly EventWords[]
  /** Verbs that say nothing without the noun of an event: "held", "had", "paid". */
  readonly supportVerbs: readonly string[]
  /** Words before a verb that make it an event to come: "will", "is to", "is expected to". */
  readonly futureMarkers: readonly string[]
  /** Nouns that make an event multilateral: "summit", "session". */
  readonly multilateral: readonly string[]
  /** Words for a side that is not named: "delegation", "counterpart", "representatives". */
  readonly sides: readonly string[]
  /** Words that make what follows in the sentence history: "as reported earlier". */
  readonly background: readonly string[]
  readonly eventsNotReported: readonly string[]
  readonly outcomes: readonly OutcomeWords[]
  readonly notOutcomes: readonly string[]
  /** Verbs that report another's promise: "confirmed that … will". */
  readonly promiseFrames: readonly string[]
  /** Who can promise without being named again: "the parties", "both sides", "they", "we". */
  readonly actors: readonly string[]
  readonly topicVerbs: readonly string[]
  readonly placeLinks: readonly string[]
  readonly abbreviations: readonly string[]
  /** Endings, each after a hyphen, that a name takes in other cases. */
  readonly nameEndings?: readonly string[]
  /** Outcome verbs that count only with a document, or only with an amount, in the same sentence. */
  readonly outcomesNeedDocument?: readonly string[]
  readonly outcomesNeedAmount?: readonly string[]
  readonly documents?: readonly string[]
  readonly amountWords?: readonly string[]
  readonly smallWords?: Readonly<Partial<Record<SmallWordList, readonly string[]>>>
  readonly wordOrder?: WordOrder
}
