// Edits of whose a mention is: merging, splitting, "yes, one person", and a new item from selected words.
import type { MentionList } from '../corrected.ts'
import type { Corrections } from '../corrections.ts'
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
} from './decide.ts'
import { printed } from './mention-entries.ts'
import { overlap, overlapsMostly, sameSpan, shared } from './overlap.ts'

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
 * A new person, place or organisation from words. Words that are one mention among several of an item are split off from it; words
 * that are an item's only mention are that item already, and nothing changes.
 */
export function addMention(desk: Desk, list: MentionList, span: OffsetPair): Corrections {
  const name = printed(desk.reading, span)
  const owner = ownerOf(desk, list, span)
  if (owner === null) return deciding(withoutRemoved(desk, list, span), list, null, newItem(list, [span], name))
  const mention = owner.spans.filter((own) => overlapsMostly(own, span))
  return splitOff(desk, list, owner, mention, name)
}

/** The item shown that has most of these words. */
function ownerOf(desk: Desk, list: MentionList, span: OffsetPair): LooseEntry | null {
  const shown = entriesOf(desk.workings, list).filter(({ isHidden }) => !isHidden)
  const ranked = shown
    .map((entry) => ({
      entry,
      most: Math.max(0, ...entry.spans.filter(mostlyIn(span)).map((own) => overlap(own, span))),
    }))
    .toSorted((a, b) => b.most - a.most)
  const best = ranked[0]
  return best !== undefined && best.most > 0 ? best.entry : null
}

function mostlyIn(span: OffsetPair): (own: OffsetPair) => boolean {
  return (own) => overlapsMostly(own, span)
}

/** Words that are an item again are no longer among what was removed. */
function withoutRemoved(desk: Desk, list: MentionList, span: OffsetPair): Corrections {
  return entriesOf(desk.workings, list).reduce((corrections, { at, decision }) => {
    if (decision?.verdict !== 'removed') return corrections
    const spans = decision.spans.filter((own) => !overlapsMostly(own, span))
    return spans.length === decision.spans.length
      ? corrections
      : deciding(corrections, list, at, { ...decision, spans })
  }, desk.corrections)
}

function newItem(list: MentionList, spans: readonly OffsetPair[], name: string): LooseDecision {
  const fields = list === 'people' ? { name, role: null, affiliation: null } : { name }
  return { verdict: 'added', spans, settled: ['name'], fields, read: null }
}
