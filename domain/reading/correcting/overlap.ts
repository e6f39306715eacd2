// How much two places of a text have in common, in UTF-16 units; places outside the text or empty have nothing in common with any.
import type { OffsetPair } from '../reading.ts'

/** Units that both spans cover. */
export function shared([a, aEnd]: OffsetPair, [b, bEnd]: OffsetPair): number {
  return Math.max(0, Math.min(aEnd, bEnd) - Math.max(a, b))
}

/** 0 for spans apart, 1 for the same: units both cover, of all that either covers. */
export function overlap(a: OffsetPair, b: OffsetPair): number {
  const both = shared(a, b)
  return both === 0 ? 0 : both / (a[1] - a[0] + (b[1] - b[0]) - both)
}

/** True when the spans share at least half of the shorter one. */
export function overlapsMostly(a: OffsetPair, b: OffsetPair): boolean {
  const both = shared(a, b)
  return both > 0 && both * 2 >= Math.min(a[1] - a[0], b[1] - b[0])
}

/** True for the same offsets. */
export function sameSpan(a: OffsetPair, b: OffsetPair): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

/** For sorting by place in the text, longer first. */
export function compareSpans(a: OffsetPair, b: OffsetPair): number {
  return a[0] - b[0] || b[1] - a[1]
}

/** Spans in order, each once. */
export function inOrder(spans: readonly OffsetPair[]): readonly OffsetPair[] {
  return spans.toSorted(compareSpans).filter((span, index, all) => {
    const before = all[index - 1]
    return before === undefined || !sameSpan(before, span)
  })
}
