// Edits of an item that is there: setting, confirming, taking back, removing, restoring.

import { equals } from '../../equals.ts'
import type { ItemList } from '../corrected.ts'
import { itemLists } from '../corrected.ts'
import type { Corrections } from '../corrections.ts'
import type { OffsetPair } from '../reading.ts'
import {
  allClaims,
  type Desk,
  deciding,
  decisionOn,
  entriesOf,
  isMentioned,
  type LooseDecision,
  type LooseEntry,
  type LooseFields,
  settling,
  settlingAsSeen,
  shownEntry,
  sureClaims,
} from './decide.ts'
import { valuesOf } from './entries.ts'
import { sameSpan } from './overlap.ts'
import { workOut } from './workings.ts'

/** A field of an item set to a value. */
export function setField(desk: Desk, list: ItemList, key: string, fields: LooseFields): Corrections {
  return onShown(desk, list, key, (entry) => settling(decisionOn(entry, sureClaims(desk.reading, list, entry)), fields))
}

/** A field of an item confirmed as it is seen. */
export function confirmField(desk: Desk, list: ItemList, key: string, field: string): Corrections {
  return onShown(desk, list, key, (entry) =>
    settlingAsSeen(decisionOn(entry, sureClaims(desk.reading, list, entry)), [field]),
  )
}

/** All fields of an item that have a value confirmed, and all its mentions. */
export function confirmItem(desk: Desk, list: ItemList, key: string): Corrections {
  return onShown(desk, list, key, (entry) => {
    const filled = Object.entries(entry.fields).filter(([, { value }]) => !isEmpty(value))
    const names = filled.map(([name]) => name)
    return settlingAsSeen(decisionOn(entry, allClaims(list, entry)), names)
  })
}

/** Every field confirmed whose rule is certain, in all lists. */
export function confirmCertainItems(desk: Desk): Corrections {
  let { corrections } = desk
  for (const list of itemLists) {
    for (const entry of entriesOf(desk.workings, list)) {
      const certain = Object.entries(entry.fields).filter(([, { state }]) => state === 'certain')
      if (entry.isHidden || certain.length === 0) continue
      const names = certain.map(([name]) => name)
      const decision = settlingAsSeen(decisionOn(entry, sureClaims(desk.reading, list, entry)), names)
      corrections = deciding(corrections, list, entry.at, decision)
    }
  }
  return corrections
}

/** A field of an item as read again; of an item nobody reads, empty again where it may be. */
export function takeBackField(desk: Desk, list: ItemList, key: string, field: string): Corrections {
  const entry = shownEntry(desk, list, key)
  const decision = entry?.decision ?? null
  if (entry === null || decision?.settled.includes(field) !== true) return desk.corrections
  const value = entry.asRead === null ? emptied(decision.fields[field], field) : entry.asRead[field]
  const isName = entry.asRead === null && value === decision.fields[field]
  if (isName) return desk.corrections
  const settled = decision.settled.filter((name) => name !== field)
  const changed = { ...decision, settled, fields: { ...valuesOf(entry.fields), [field]: value } }
  return settled.length === 0
    ? leastSaid(desk, list, entry, changed)
    : deciding(desk.corrections, list, entry.at, changed)
}

/** Everything that was said of an item taken back; others keep what is theirs. */
export function takeBackItem(desk: Desk, list: ItemList, key: string): Corrections {
  const corrections = takenBack(desk, list, key)
  if (corrections === desk.corrections) return corrections
  // Once the mentions of others are with those again, nothing may be left for which its place must be kept.
  return takenBack({ ...desk, corrections, workings: workOut(desk.reading, corrections) }, list, key)
}

function takenBack(desk: Desk, list: ItemList, key: string): Corrections {
  const entry = entriesOf(desk.workings, list).find((candidate) => candidate.key === key)
  const decision = entry?.decision ?? null
  if (entry === undefined || decision === null) return desk.corrections
  const without = deciding(desk.corrections, list, entry.at, null)
  if (decision.verdict === 'added' || decision.read === null || leavesOthers(desk, list, entry, without)) return without
  // Its place is kept for it, with nothing settled: without, another decision would take its words.
  const spans = ownWords(desk, list, entry)
  const fields = entry.asRead ?? decision.fields
  const bare: LooseDecision = { ...decision, verdict: 'kept', settled: [], spans, fields }
  return deciding(desk.corrections, list, entry.at, bare)
}

/** The words by which an item is known without those of others that were merged with it: it stands for the first of them. */
function ownWords({ reading }: Desk, list: ItemList, entry: LooseEntry): readonly OffsetPair[] {
  const { decision, item, spans } = entry
  if (!isMentioned(list)) return decision?.spans ?? spans
  const read = item === null ? [] : (reading[list][item]?.spans ?? [])
  return spans.filter((span) => read.some((own) => sameSpan(own, span)))
}

/** An item hidden, with all its mentions. */
export function removeItem(desk: Desk, list: ItemList, key: string): Corrections {
  return onShown(desk, list, key, (entry) => {
    const spans = allClaims(list, entry)
    // What was last decided stays as it was decided, for when it comes back.
    return { ...(entry.decision ?? decisionOn(entry, spans)), spans, verdict: 'removed' }
  })
}

/** An item that was removed, as it was before. */
export function restoreItem(desk: Desk, list: ItemList, key: string): Corrections {
  const entry = entriesOf(desk.workings, list).find((candidate) => candidate.key === key)
  const decision = entry?.decision ?? null
  if (entry === undefined || decision?.verdict !== 'removed') return desk.corrections
  if (decision.read === null) return deciding(desk.corrections, list, entry.at, { ...decision, verdict: 'added' })
  const kept: LooseDecision = { ...decision, verdict: 'kept' }
  return kept.settled.length === 0
    ? leastSaid(desk, list, entry, kept)
    : deciding(desk.corrections, list, entry.at, kept)
}

function onShown(desk: Desk, list: ItemList, key: string, change: (entry: LooseEntry) => LooseDecision): Corrections {
  const entry = shownEntry(desk, list, key)
  return entry === null ? desk.corrections : deciding(desk.corrections, list, entry.at, change(entry))
}

/** Without a decision that settles nothing, unless something would be seen to change: then it holds words apart. */
function leastSaid(desk: Desk, list: ItemList, entry: LooseEntry, decision: LooseDecision): Corrections {
  const kept = deciding(desk.corrections, list, entry.at, decision)
  if (decision.verdict !== 'kept') return kept
  const without = deciding(desk.corrections, list, entry.at, null)
  return equals(seen(desk, kept, list), seen(desk, without, list)) ? without : kept
}

/** What the list shows; which decisions it rests on does not matter. */
function seen({ reading }: Desk, corrections: Corrections, list: ItemList) {
  const shown = entriesOf(workOut(reading, corrections), list).filter(({ isHidden }) => !isHidden)
  return shown.map(({ key, spans, fields, alike = [] }) => ({ key, spans, fields, alike }))
}

function leavesOthers(desk: Desk, list: ItemList, entry: LooseEntry, changed: Corrections): boolean {
  const decided = (entries: readonly LooseEntry[]) =>
    entries
      .filter(({ at }) => at !== null)
      .map(({ key, spans, fields, decision }) => ({ key, spans, fields, decision }))
  const before = decided(entriesOf(desk.workings, list).filter((other) => other.at !== entry.at))
  return equals(before, decided(entriesOf(workOut(desk.reading, changed), list)))
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}

/** A field nobody has said anything of; what names an item can't be empty. */
function emptied(value: unknown, field: string): unknown {
  if (field === 'people') return []
  return ['label', 'name', 'text', 'kind', 'format'].includes(field) ? value : null
}
