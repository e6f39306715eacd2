// Where the notes' cards stand beside a text: each as near to its words as the others let it, never one over another, in the order
// of the text. Least squares under "not before the one above", which pooling neighbours solves exactly in linear time.

export type Cards = {
  /** Where each card would stand alone, in reading order; CSS pixels from the top of the column. */
  readonly wanted: readonly number[]
  /** How high each card is, CSS pixels. */
  readonly heights: readonly number[]
  /** The least distance between two cards, CSS pixels. */
  readonly gap: number
}

/**
 * The top of every card, CSS pixels from the top of the column, none above it. The card at `active` (-1 for none) stands exactly where
 * it wants to as long as those before it have room above; the sum of the squares of all other displacements is the least there is.
 */
export function cardPlaces({ wanted, heights, gap }: Cards, active = -1): readonly number[] {
  const above = offsetsOf(heights, gap)
  // Without the room that the cards above take, "one under another" is "not less than the one before".
  const targets = wanted.map((top, at) => top - (above[at] ?? 0))
  return settled(targets, active).map((target, at) => target + (above[at] ?? 0))
}

function settled(targets: readonly number[], active: number): readonly number[] {
  const fixed = targets[active]
  if (fixed === undefined) return pooled(targets).map((target) => Math.max(0, target))
  const held = Math.max(0, fixed)
  const before = pooled(targets.slice(0, active)).map((target) => Math.min(held, Math.max(0, target)))
  const after = pooled(targets.slice(active + 1)).map((target) => Math.max(held, target))
  return [...before, held, ...after]
}

/** The numbers nearest to these (least squares) that never fall: neighbours that would are given their mean. */
function pooled(targets: readonly number[]): readonly number[] {
  const pools: { sum: number; count: number }[] = []
  for (const target of targets) {
    let pool = { sum: target, count: 1 }
    for (let last = pools.at(-1); last !== undefined && meanOf(last) > meanOf(pool); last = pools.at(-1)) {
      pools.pop()
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count }
    }
    pools.push(pool)
  }
  return pools.flatMap((pool) => new Array<number>(pool.count).fill(meanOf(pool)))
}

/**
 * Which cards are drawn as one line, for each in order: all of a pile of cards that touch each other, if one of them would otherwise
 * stand more than `limit` CSS pixels from its words. It follows from the cards alone, so that opening one never folds or unfolds others.
 */
export function crowdedCards(cards: Cards, limit: number): readonly boolean[] {
  const tops = cardPlaces(cards)
  const crowded = new Array<boolean>(tops.length).fill(false)
  let from = 0
  for (let at = 0; at < tops.length; at += 1) {
    if (touches(cards, tops, at)) continue
    const isFar = tops.slice(from, at + 1).some((top, nth) => Math.abs(top - (cards.wanted[from + nth] ?? top)) > limit)
    if (isFar && at > from) crowded.fill(true, from, at + 1)
    from = at + 1
  }
  return crowded
}

/** Indexes that follow each other, half-open: of cards, or of groups of them. */
export type CardRange = { readonly from: number; readonly to: number }

/** The indexes of the cards that a part of the column shows. In: CSS pixels from the top of the column. */
export function cardsWithin(
  tops: readonly number[],
  heights: readonly number[],
  top: number,
  bottom: number,
): CardRange {
  const from = firstIndex(tops.length, (at) => (tops[at] ?? 0) + (heights[at] ?? 0) > top)
  return {
    from,
    to: Math.max(
      from,
      firstIndex(tops.length, (at) => (tops[at] ?? 0) >= bottom),
    ),
  }
}

/** What was drawn and what is near now as one range within `count`; what is near alone when they don't touch. */
export function grownRange(drawn: CardRange, near: CardRange, count: number): CardRange {
  const from = Math.max(0, drawn.from)
  const to = Math.min(count, drawn.to)
  if (from >= to || from > near.to || to < near.from) return near
  return { from: Math.min(from, near.from), to: Math.max(to, near.to) }
}

/** The height of the column down to the last card's end, CSS pixels. */
export function columnHeight(tops: readonly number[], heights: readonly number[]): number {
  return (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0)
}

function touches({ heights, gap }: Cards, tops: readonly number[], at: number): boolean {
  const next = tops[at + 1]
  // Half a pixel of rounding is no distance.
  return next !== undefined && next - ((tops[at] ?? 0) + (heights[at] ?? 0)) < gap + 0.5
}

function offsetsOf(heights: readonly number[], gap: number): readonly number[] {
  let offset = 0
  return heights.map((height) => {
    const own = offset
    offset += height + gap
    return own
  })
}

function meanOf({ sum, count }: { readonly sum: number; readonly count: number }): number {
  return sum / count
}

/** Binary search: the first index for which a condition holds that holds for all later ones; `count` for none. */
function firstIndex(count: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
