// What a text says by its own words, in the shape of the command line (CLI.md). Every span is half-open UTF-16 offsets into
// the normalised text. A field the text does not give is null or an empty list, never a guess.

export type OffsetPair = readonly [start: number, end: number]

export type Dateline = {
  readonly place: string | null
  /** ISO date, YYYY-MM-DD. */
  readonly date: string | null
  readonly source: string | null
  readonly span: OffsetPair | null
}

export const meetingFormats = ['multilateral', 'bilateral', 'call', 'visit', 'ceremony', 'other'] as const
export type MeetingFormat = (typeof meetingFormats)[number]

export type Meeting = {
  readonly label: string
  readonly format: MeetingFormat
  readonly date: string | null
  readonly place: string | null
  readonly people: readonly string[]
  readonly span: OffsetPair
}

export type Person = {
  readonly name: string
  readonly aliases: readonly string[]
  readonly role: string | null
  readonly affiliation: string | null
  readonly spans: readonly OffsetPair[]
}

export type NamedMention = { readonly name: string; readonly spans: readonly OffsetPair[] }

export const outcomeKinds = ['signed', 'adopted', 'decided', 'agreed', 'announced', 'commitment'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

export type Outcome = {
  readonly kind: OutcomeKind
  readonly text: string
  readonly meeting: number | null
  readonly due: string | null
  readonly span: OffsetPair
}

export type Topic = { readonly text: string; readonly meeting: number | null; readonly span: OffsetPair }
export type SummarySentence = { readonly text: string; readonly span: OffsetPair }

export type Reading = {
  readonly title: string | null
  /** BCP 47 primary language subtag ("en"), or "und" where the text does not decide it. */
  readonly language: string
  readonly text: string
  readonly dateline: Dateline
  readonly meetings: readonly Meeting[]
  readonly people: readonly Person[]
  readonly places: readonly NamedMention[]
  readonly organisations: readonly NamedMention[]
  readonly outcomes: readonly Outcome[]
  readonly topics: readonly Topic[]
  readonly summary: readonly SummarySentence[]
}

/** A reading as it is stored: the text itself lives in the briefing's version and is not kept twice. */
export type StoredReading = Omit<Reading, 'text'>

/** Puts a stored reading and its text together again. */
export function wholeReading(stored: StoredReading, text: string): Reading {
  const { title, language, ...rest } = stored
  return { title, language, text, ...rest }
}
