// Whose each mention is, for items known by their mentions: people, places, organisations. A decision's spans claim mentions from the
// items as read; an item left with none is no more. So one decision with the mentions of two items merges them, and two
// decisions with the mentions of one split it, whatever a better engine finds later.
import type { Decision } from '../corrections.ts'
import type { OffsetPair } from '../reading.ts'
import { inOrder, overlap } from './overlap.ts'
import { finder } from './touching.ts'

export type ReadMentions = { readonly name: string; readonly spans: readonly OffsetPair[] }
export type Claims = Pick<Decision<{ readonly name: string }>, 'verdict' | 'spans' | 'read'>

/** What a decision has. */
export type Owned = {
  /** Mentions in order: those of the reading, and its own words where the reading has nothing. */
  readonly spans: readonly OffsetPair[]
  /** The read items it stands for, the most fitting first. */
  readonly items: readonly number[]
  /** True when any of the mentions is the reading's. */
  readonly isPresent: boolean
}

export type Ownership = {
  readonly decided: readonly Owned[]
  /** For each read item: the mentions no decision has, in order. */
  readonly left: readonly (readonly OffsetPair[])[]
}

/** Shares the mentions out. Costs about what sorting them costs. */
export function ownMentions(items: readonly ReadMentions[], decisions: readonly Claims[]): Ownership {
  const claimant = claimantOf(decisions)
  const shares = items.map(({ spans }) => shareOut(spans, spans.map(claimant), decisions))
  const own = decisions.map((): OffsetPair[] => [])
  const stands = decisions.map((): number[] => [])
  for (const [index, item] of items.entries()) {
    const share = shares[index]
    if (share === undefined) continue
    for (const { decision, span } of share.owned) own[decision]?.push(span)
    const owner = ownerOf(item.name, share.counts, decisions)
    if (owner !== null) stands[owner]?.push(index)
  }
  const isRead = readAt(items)
  return {
    left: shares.map(({ left }) => left),
    decided: decisions.map(({ spans, read }, decision) => {
      const owned = [...(own[decision] ?? []), ...spans.filter((span) => !isRead(span))]
      const count = (item: number) => shares[item]?.counts.get(decision) ?? 0
      const place = (item: number) => items[item]?.spans[0]?.[0] ?? 0
      const isNamesake = (item: number) => Number(items[item]?.name === read?.name)
      return {
        spans: inOrder(owned.length > 0 ? owned : spans),
        isPresent: (own[decision] ?? []).length > 0,
        items: (stands[decision] ?? []).toSorted(
          (a, b) => isNamesake(b) - isNamesake(a) || count(b) - count(a) || place(a) - place(b),
        ),
      }
    }),
  }
}

type Share = {
  readonly owned: readonly { readonly decision: number; readonly span: OffsetPair }[]
  readonly left: readonly OffsetPair[]
  /** How many mentions of the item each decision claims by its own spans. */
  readonly counts: ReadonlyMap<number, number>
}

/** An item's mentions no decision claims go with most of the others: a better engine has found more of the same one. */
function shareOut(
  spans: readonly OffsetPair[],
  claimed: readonly (number | null)[],
  decisions: readonly Claims[],
): Share {
  const counts = new Map<number, number>()
  for (const decision of claimed) if (decision !== null) counts.set(decision, (counts.get(decision) ?? 0) + 1)
  // What was removed takes the rest with it only when it was most of the item.
  const heirs = [...counts].filter(([index, count]) => !isRemoved(decisions[index]) || count * 2 > spans.length)
  const heir = heirs.toSorted(([a, many], [b, more]) => more - many || a - b)[0]?.[0] ?? null
  const owners = claimed.map((decision) => decision ?? heir)
  return {
    counts,
    owned: spans.flatMap((span, index) => {
      const decision = owners[index] ?? null
      return decision === null ? [] : [{ decision, span }]
    }),
    left: inOrder(spans.filter((_, index) => (owners[index] ?? null) === null)),
  }
}

/** Which decision stands for an item: one that was made on an item of this name, else on any, that was not removed, with most of it. */
function ownerOf(name: string, counts: Share['counts'], decisions: readonly Claims[]): number | null {
  const rank = (index: number): readonly number[] => {
    const decision = decisions[index]
    const wasRead = decision !== undefined && decision.read !== null
    return [decision?.read?.name === name, wasRead, !isRemoved(decision), counts.get(index) ?? 0].map(Number)
  }
  const ranked = [...counts.keys()].map((index) => ({ index, rank: rank(index) }))
  const better = (a: readonly number[], b: readonly number[]) =>
    b.map((one, at) => one - (a[at] ?? 0)).find(Boolean) ?? 0
  return ranked.toSorted((a, b) => better(a.rank, b.rank) || a.index - b.index)[0]?.index ?? null
}

function isRemoved(decision: Claims | undefined): boolean {
  return decision?.verdict === 'removed'
}

/** Finds the decision whose claim covers a mention best; null where none touches it. */
function claimantOf(decisions: readonly Claims[]): (span: OffsetPair) => number | null {
  const claims = decisions.flatMap(({ spans }, decision) => spans.map((span) => ({ span, decision })))
  const touching = finder(claims, ({ span }) => span)
  return (mention) => {
    let best: { readonly decision: number; readonly share: number } | null = null
    for (const { span, decision } of touching(mention)) {
      const share = overlap(span, mention)
      if (best === null || share > best.share) best = { decision, share }
    }
    return best?.decision ?? null
  }
}

/** Tells whether any mention as read touches a span. */
function readAt(items: readonly ReadMentions[]): (span: OffsetPair) => boolean {
  const mentions = items.flatMap(({ spans }) => spans)
  const touching = finder(mentions, (span) => span)
  return (span) => touching(span).length > 0
}
