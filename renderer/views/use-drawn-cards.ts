// Which cards are elements of the page: those near the view at once, the others in idle moments, until all are. From then on scrolling
// changes nothing in the page, which paints all its highlights anew whenever an element comes or goes (decision 13).
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type CardRange, cardsWithin, grownRange } from '../state/card-places.ts'
import type { View } from './use-note-lines.ts'

type ColumnNow = {
  readonly tops: readonly number[]
  readonly heights: readonly number[]
  readonly view: View
  /** False before it is known where anything stands: nothing is drawn then. */
  readonly measured: boolean
  /** The index of the active card, which is drawn wherever it is; -1 for none. */
  readonly activeAt: number
}

/** Cards come and go in groups, each laid out for itself: one more costs nothing for those that are there. */
export const groupSize = 32
/** How far beyond the view cards are drawn at once; CSS pixels. */
const beyond = 500
/** So long nothing comes after the view has moved; milliseconds. */
const rest = 200
/** Of more notes only those near the view are drawn: each card costs memory. */
const most = 3000

/** The groups to draw, in order. `settled` is told whether that is all of them. */
export function useDrawnCards(column: ColumnNow, settled: RefObject<boolean>): readonly number[] {
  const { tops, heights, view, measured, activeAt } = column
  const count = measured ? Math.ceil(tops.length / groupSize) : 0
  const isGrowing = count > 0 && tops.length <= most
  const [grown, setGrown] = useState<CardRange>({ from: 0, to: 0 })
  const range = useMemo(() => {
    const { from, to } = cardsWithin(tops, heights, view.top - beyond, view.top + view.height + beyond)
    const near = { from: Math.floor(from / groupSize), to: Math.ceil(to / groupSize) }
    return isGrowing ? grownRange(grown, near, count) : near
  }, [tops, heights, view, grown, count, isGrowing])
  const isWhole = count > 0 && range.from === 0 && range.to === count
  useLayoutEffect(() => {
    settled.current = isWhole
  }, [settled, isWhole])
  const moved = useRef({ top: view.top, time: Number.NEGATIVE_INFINITY })
  useEffect(() => {
    if (view.top !== moved.current.top) moved.current = { top: view.top, time: performance.now() }
    if (!isGrowing || isWhole) return
    const grow = () => setGrown({ from: range.from - 1, to: range.to + 1 })
    return whenIdle(grow, moved.current.time + rest - performance.now())
  }, [isGrowing, isWhole, range, view])
  return useMemo(() => {
    if (count === 0) return []
    const active = Math.floor(activeAt / groupSize)
    const drawn = Array.from({ length: range.to - range.from }, (_, nth) => range.from + nth)
    if (activeAt < 0 || (active >= range.from && active < range.to)) return drawn
    return active < range.from ? [active, ...drawn] : [...drawn, active]
  }, [count, range, activeAt])
}

/** The indexes of the cards of a group, of so many cards in all. */
export function indexesOf(group: number, all: number): readonly number[] {
  const from = group * groupSize
  return Array.from({ length: Math.max(0, Math.min(groupSize, all - from)) }, (_, nth) => from + nth)
}

/** Calls back in an idle moment after so many milliseconds; the returned function stops that. */
function whenIdle(act: () => void, after: number): () => void {
  let idle = 0
  const timer = setTimeout(
    () => {
      idle = requestIdleCallback(act)
    },
    Math.max(0, after),
  )
  return () => {
    clearTimeout(timer)
    cancelIdleCallback(idle)
  }
}
