// Making, changing and dropping a decision, whatever list it is in. Fields are loose here: which names and values a list has is said
// by the types of edits (edit.ts) and of records (corrections.ts), and nothing here looks into them.
import type { ItemList, MentionList } from '../corrected.ts'
import { type Corrections, type Decision, type Decisions, noDecisions } from '../corrections.ts'
import type { OffsetPair, Reading } from '../reading.ts'
import { type Entry, valuesOf } from './entries.ts'
import { printed } from './mention-entries.ts'
import { sameSpan } from './overlap.ts'
import type { Workings } from './workings.ts'

export type LooseFields = Readonly<Record<string, unknown>>
export type LooseDecision = Omit<Decision<LooseFields>, 'settled'> & { readonly settled: readonly string[] }
export type LooseEntry = Omit<Entry<LooseFields>, 'decision'> & {
  readonly decision: LooseDecision | null
  readonly alike?: readonly string[]
}

/** What every edit works on. */
export type Desk = { readonly reading: Reading; readonly corrections: Corrections; readonly workings: Workings }

/** The entry that is shown under a key, or null. */
export function shownEntry({ workings }: Desk, list: ItemList, key: string): LooseEntry | null {
  return entriesOf(workings, list).find((entry) => entry.key === key && !entry.isHidden) ?? null
}

/** All entries of a list. */
export function entriesOf(workings: Workings, list: ItemList): readonly LooseEntry[] {
  return workings[list]
}

/** The decision on an entry, made anew where there is none, with the whole item as it is seen now; it settles nothing more. */
export function decisionOn(entry: LooseEntry, spans: readonly OffsetPair[]): LooseDecision {
  const fields = valuesOf(entry.fields)
  if (entry.decision !== null) return { ...entry.decision, spans, fields }
  return { verdict: 'kept', spans, settled: [], fields, read: entry.asRead }
}

/** True for lists whose items are known by their mentions, not by the words that report them. */
export function isMentioned(list: ItemList): list is MentionList {
  return list === 'people' || list === 'places' || list === 'organisations'
}

/** The words a decision is known by. An item known by its mentions takes them all, so that nobody else gets them. */
export function allClaims(list: ItemList, { spans, decision }: LooseEntry): readonly OffsetPair[] {
  const known = decision?.spans ?? []
  if (!isMentioned(list)) return known.length > 0 ? known : spans
  // Those known first stay first: the key is made of the first.
  return [...known, ...spans.filter((span) => !known.some((other) => sameSpan(other, span)))]
}

/** The same without mentions that are an entry's on likeness alone: speaking of its role says nothing of those. */
export function sureClaims(reading: Reading, list: ItemList, entry: LooseEntry): readonly OffsetPair[] {
  const { alike = [], decision } = entry
  const known = decision?.spans ?? []
  return allClaims(list, entry).filter(
    (span, index) => index < Math.max(1, known.length) || !alike.includes(printed(reading, span)),
  )
}

/** A decision that also settles these fields. */
export function settling(decision: LooseDecision, fields: LooseFields): LooseDecision {
  const settled = [...new Set([...decision.settled, ...Object.keys(fields)])]
  return { ...decision, settled, fields: { ...decision.fields, ...fields } }
}

/** A decision with these fields settled as they are seen. */
export function settlingAsSeen(decision: LooseDecision, names: readonly string[]): LooseDecision {
  return { ...decision, settled: [...new Set([...decision.settled, ...names])] }
}

/** Puts a decision in the place of an entry's, or after the others; null drops the entry's. */
export function deciding(
  corrections: Corrections,
  list: ItemList,
  at: number | null,
  decision: LooseDecision | null,
): Corrections {
  const known: readonly LooseDecision[] = (corrections.decisions ?? noDecisions)[list]
  const others = at === null ? known : known.toSpliced(at, 1)
  const place = at ?? known.length
  return withDecisions(corrections, list, decision === null ? others : others.toSpliced(place, 0, decision))
}

/** Corrections with a list's decisions in the place of the former ones. */
export function withDecisions(
  corrections: Corrections,
  list: ItemList,
  changed: readonly LooseDecision[],
): Corrections {
  const decisions = corrections.decisions ?? noDecisions
  // The decisions were made from entries of this very list, so their fields are its own.
  return { ...corrections, decisions: { ...decisions, [list]: changed } as Decisions }
}
