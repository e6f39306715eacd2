// What a text says by its own words. Every span is half-open UTF-16 offsets into the normalised text. A field the text does not
// give is null or an empty list, never a guess. The command line prints the part that CLI.md describes (public-reading.ts); the
// rest says where each field was read and how sure its rule is.

export type OffsetPair = readonly [start: number, end: number]

/** `certain`: the words say it. `likely`: carried over from other words, or merged on likeness; a person had better look. */
export const certainties = ['certain', 'likely'] as const
export type Certainty = (typeof certainties)[number]

/** Where a field was read. */
export type Evidence = {
  /** The words that say it. */
  readonly span: OffsetPair
  /** Words beside the item that carry it over from there ("On the same day"); null where nothing had to. */
  readonly via: OffsetPair | null
  readonly certainty: Certainty
}

export type Dateline = {
  readonly place: string | null
  /** ISO date, YYYY-MM-DD. */
  readonly date: string | null
  readonly source: string | null
  readonly span: OffsetPair | null
}

export type HeadEvidence = {
  readonly title: Evidence | null
  readonly place: Evidence | null
  readonly date: Evidence | null
  readonly source: Evidence | null
}

export const meetingFormats = ['multilateral', 'bilateral', 'call', 'visit', 'ceremony', 'other'] as const
export type MeetingFormat = (typeof meetingFormats)[number]

/** An event that the text reports. */
export type Meeting = {
  /** The text's own words for it, shortened only by leaving words out. */
  readonly label: string
  readonly format: MeetingFormat
  /** ISO date of its (first) day. */
  readonly date: string | null
  readonly place: string | null
  /** Names as in `people`. */
  readonly people: readonly string[]
  /** The words that report it. */
  readonly span: OffsetPair
  readonly evidence: {
    readonly label: Evidence
    readonly format: Evidence
    readonly date: Evidence | null
    readonly place: Evidence | null
    /** One for each of `people`, in order. */
    readonly people: readonly Evidence[]
  }
}

export type Person = {
  readonly name: string
  /** Other printed forms: surname alone, other spellings. */
  readonly aliases: readonly string[]
  readonly role: string | null
  readonly affiliation: string | null
  /** Every mention, in order. */
  readonly spans: readonly OffsetPair[]
  readonly evidence: {
    readonly name: Evidence
    readonly role: Evidence | null
    readonly affiliation: Evidence | null
    /** Aliases that were taken for this person on likeness alone ("Nurleu"): worth asking about. */
    readonly alike: readonly string[]
  }
}

export type NamedMention = { readonly name: string; readonly spans: readonly OffsetPair[] }

export const outcomeKinds = ['signed', 'adopted', 'decided', 'agreed', 'announced', 'commitment'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

export type Outcome = {
  readonly kind: OutcomeKind
  /** The sentence or clause as printed. */
  readonly text: string
  /** Index into `meetings`, or null. */
  readonly meeting: number | null
  /** ISO date of a deadline, or null. */
  readonly due: string | null
  readonly span: OffsetPair
  readonly evidence: { readonly kind: Evidence; readonly due: Evidence | null }
}

export type Topic = { readonly text: string; readonly meeting: number | null; readonly span: OffsetPair }
export type SummarySentence = { readonly text: string; readonly span: OffsetPair }

export type Reading = {
  /** The number of the rules that made it (`engineNumber`); 0 for a reading from before they were numbered. */
  readonly engine: number
  readonly title: string | null
  /** BCP 47 primary language subtag ("en"), or "und" where the text does not decide it. */
  readonly language: string
  readonly text: string
  readonly dateline: Dateline
  readonly head: HeadEvidence
  readonly meetings: readonly Meeting[]
  readonly people: readonly Person[]
  readonly places: readonly NamedMention[]
  readonly organisations: readonly NamedMention[]
  /** Documents by their symbols or names ("A/RES/64/293"). */
  readonly documents: readonly NamedMention[]
  readonly outcomes: readonly Outcome[]
  readonly topics: readonly Topic[]
  readonly summary: readonly SummarySentence[]
}

/** A reading as it is stored: the text itself lives in the briefing's version and is not kept twice. */
export type StoredReading = Omit<Reading, 'text'>

/** Puts a stored reading and its text together again. */
export function wholeReading(stored: StoredReading, text: string): Reading {
  const { engine, title, language, ...rest } = stored
  return { engine, title, language, text, ...rest }
}
