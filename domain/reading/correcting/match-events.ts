// Which item of a reading a decision is about, for items known by the words that report them: meetings and outcomes. One decision has
// at most one item and one item at most one decision; the best pair is taken first.

import { equals } from '../../equals.ts'
import type { Decision } from '../corrections.ts'
import type { OffsetPair } from '../reading.ts'
import { overlap, overlapsMostly } from './overlap.ts'
import { finder } from './touching.ts'

/** An item as read. */
export type ReadEvent<Fields> = { readonly span: OffsetPair; readonly fields: Fields }

type Pair = { readonly decision: number; readonly item: number; readonly score: number }

/**
 * In: decisions, items, and how alike the fields of the two are (null: different items). Out: for each decision the index of its
 * item, or null. An item that has not changed is always found; the rest goes by overlap and likeness together.
 */
export function matchEvents<Fields>(
  decisions: readonly Decision<Fields>[],
  items: readonly ReadEvent<Fields>[],
  likeness: (known: Fields, read: Fields) => number | null,
): readonly (number | null)[] {
  const found = decisions.map((): number | null => null)
  const free = new Set(items.keys())
  const take = (decision: number, item: number): void => {
    if (found[decision] !== null || !free.delete(item)) return
    found[decision] = item
  }
  for (const { decision, item } of unchanged(decisions, items)) take(decision, item)
  const open = [...decisions.keys()].filter((index) => found[index] === null)
  const at = finder([...free], (item) => items[item]?.span ?? [0, 0])
  const pairs = open.flatMap((decision) => pairsOf(decisions[decision], decision, items, at, likeness))
  for (const { decision, item } of pairs.toSorted((a, b) => b.score - a.score)) take(decision, item)
  return found
}

/** Pairs with the same words and the same fields: by far most, while the rules stay the same. */
function unchanged<Fields>(
  decisions: readonly Decision<Fields>[],
  items: readonly ReadEvent<Fields>[],
): readonly Omit<Pair, 'score'>[] {
  const byPlace = Map.groupBy(items.keys(), (index) => String(items[index]?.span))
  return decisions.flatMap(({ spans, read }, decision) => {
    const here = byPlace.get(String(spans[0])) ?? []
    const same = read === null ? [] : here.filter((item) => equals(items[item]?.fields, read))
    return same.map((item) => ({ decision, item }))
  })
}

function pairsOf<Fields>(
  known: Decision<Fields> | undefined,
  decision: number,
  items: readonly ReadEvent<Fields>[],
  at: (span: OffsetPair) => readonly number[],
  likeness: (known: Fields, read: Fields) => number | null,
): readonly Pair[] {
  const span = known?.spans[0]
  if (known === undefined || span === undefined) return []
  return at(span).flatMap((item) => {
    const candidate = items[item]
    if (candidate === undefined || !overlapsMostly(span, candidate.span)) return []
    const alike = likeness(known.read ?? known.fields, candidate.fields)
    return alike === null ? [] : [{ decision, item, score: overlap(span, candidate.span) + alike }]
  })
}
