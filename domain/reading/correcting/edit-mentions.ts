// Edits of whose a mention is: merging, splitting, "yes, one person", and a new item from selected words.
import type { MentionList } from '../corrected.ts'
import { type Corrections, noDecisions } from '../corrections.ts'
import type { OffsetPair } from '../reading.ts'
import {
  allClaims,
  type Desk,
  deciding,
  decisionOn,
  entriesOf,
  type LooseDecision,
  type LooseEntry,
  settling,
  settlingAsSeen,
  shownEntry,
  withDecisions,
} from './decide.ts'
import { printed } from './mention-entries.ts'
import { overlapsMostly, sameSpan, shared } from './overlap.ts'

/** Two items as one: the first with the mentions of both, and what was said of the second where the first has nothing. */
export function merge(desk: Desk, list: MentionList, into: string, from: string): Corrections {
  const first = shownEntry(desk, list, into)
  const second = shownEntry(desk, list, from)
  if (first === null || second === null || first === second) return desk.corrections
  const claims = [...allClaims(list, first), ...allClaims(list, second)]
  const settled = second.decision?.settled.filter((name) => first.fields[name]?.value === null) ?? []
  const adopted = settled.map((name) => [name, second.fields[name]?.value] as const)
  const one = settling(decisionOn(first, claims), Object.fromEntries(adopted))
  const merged = deciding(desk.corrections, list, first.at, one)
  return second.at === null ? merged : deciding(merged, list, second.at, null)
}

/** Chosen mentions of an item as another one, named by the longest of them; not all of them, and none of anyone else's. */
export function split(desk: Desk, list: MentionList, key: string, spans: readonly OffsetPair[]): Corrections {
  const entry = shownEntry(desk, list, key)
  if (entry === null) return desk.corrections
  const chosen = entry.spans.filter((span) => spans.some((wanted) => shared(wanted, span) > 0))
  const names = chosen.map((span) => printed(desk.reading, span))
  const longest = names.reduce((best, name) => (name.length > best.length ? name : best), '')
  return splitOff(desk, list, entry, chosen, longest)
}

function splitOff(
  desk: Desk,
  list: MentionList,
  entry: LooseEntry,
  chosen: readonly OffsetPair[],
  name: string,
): Corrections {
  const isChosen = (span: OffsetPair) => chosen.some((one) => sameSpan(one, span) || overlapsMostly(one, span))
  const rest = allClaims(list, entry).filter((span) => !isChosen(span))
  if (chosen.length === 0 || rest.length === 0) return desk.corrections
  const kept = settlingAsSeen(decisionOn(entry, rest), ['name'])
  const parted = deciding(desk.corrections, list, entry.at, kept)
  return deciding(parted, list, null, newItem(list, chosen, name))
}

/** Every mention of a person said to be theirs. */
export function onePerson(desk: Desk, key: string): Corrections {
  const entry = shownEntry(desk, 'people', key)
  if (entry === null) return desk.corrections
  return deciding(desk.corrections, 'people', entry.at, decisionOn(entry, allClaims('people', entry)))
}

/**
 * A new person, place or organisation from words. What it takes of others is held apart from the rest of those; words that are an
 * item's only mention, or were added already, are that item, and nothing changes.
 */
export function addMention(desk: Desk, list: MentionList, span: OffsetPair): Corrections {
  const touched = entriesOf(desk.workings, list).flatMap((entry) => {
    const mentions = entry.isHidden ? [] : entry.spans.filter((own) => overlapsMostly(own, span))
    return mentions.length === 0 ? [] : [{ entry, mentions }]
  })
  const isThere = touched.some(({ entry, mentions }) => isJust(entry, mentions, span))
  if (isThere) return desk.corrections
  const whole = touched.flatMap(({ mentions }) => mentions).filter((own) => isMostOf(span, own))
  const parted = touched
    .toSorted((a, b) => (b.entry.at ?? 0) - (a.entry.at ?? 0))
    .reduce((corrections, { entry, mentions }) => withoutMentions(corrections, list, entry, mentions), desk.corrections)
  const free = withoutRemoved(parted, list, span)
  return deciding(free, list, null, newItem(list, whole.length > 0 ? whole : [span], printed(desk.reading, span)))
}

/** True for an item that is these words and no others. */
function isJust(entry: LooseEntry, mentions: readonly OffsetPair[], span: OffsetPair): boolean {
  const isAdded = entry.decision?.verdict === 'added' && entry.decision.spans.some((own) => sameSpan(own, span))
  return isAdded || (entry.spans.length === mentions.length && mentions.some((own) => isMostOf(span, own)))
}

/** True when a mention covers at least half of the selected words. */
function isMostOf(span: OffsetPair, own: OffsetPair): boolean {
  return shared(span, own) * 2 >= span[1] - span[0]
}

/** An item without mentions that became another's: what is left of it stays its own; without any it is no more. */
function withoutMentions(
  corrections: Corrections,
  list: MentionList,
  entry: LooseEntry,
  mentions: readonly OffsetPair[],
): Corrections {
  const rest = allClaims(list, entry).filter((own) => !mentions.some((one) => overlapsMostly(one, own)))
  if (rest.length > 0) return deciding(corrections, list, entry.at, settlingAsSeen(decisionOn(entry, rest), ['name']))
  return entry.at === null ? corrections : deciding(corrections, list, entry.at, null)
}

/** Words that are an item again are no longer among what was removed. */
function withoutRemoved(corrections: Corrections, list: MentionList, span: OffsetPair): Corrections {
  const known: readonly LooseDecision[] = (corrections.decisions ?? noDecisions)[list]
  const isFree = (own: OffsetPair) => !overlapsMostly(own, span)
  const changed = known.map((decision) =>
    decision.verdict === 'removed' ? { ...decision, spans: decision.spans.filter(isFree) } : decision,
  )
  return withDecisions(corrections, list, changed)
}

function newItem(list: MentionList, spans: readonly OffsetPair[], name: string): LooseDecision {
  const fields = list === 'people' ? { name, role: null, affiliation: null } : { name }
  return { verdict: 'added', spans, settled: ['name'], fields, read: null }
}
