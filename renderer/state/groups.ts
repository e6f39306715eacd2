// From rows to what the list draws: one view's rows, filtered, newest first, under a line for each month.
import { listedDay, newestFirst, type Row } from '../../domain/briefing.ts'
import type { View } from './library.ts'

export type ListItem =
  | { readonly kind: 'month' /** YYYY-MM */; readonly month: string; readonly count: number }
  | { readonly kind: 'row'; readonly row: Row /** Counted from 0 over rows only. */; readonly position: number }

/** The rows of one view, newest first. */
export function rowsOfView(rows: ReadonlyMap<string, Row>, view: View): readonly Row[] {
  const inBin = view === 'bin'
  return newestFirst([...rows.values()].filter((row) => (row.deleted !== null) === inBin))
}

/** Keeps the rows a filter names, in their order; `null` keeps all. */
export function matchingRows(rows: readonly Row[], matches: ReadonlySet<string> | null): readonly Row[] {
  return matches === null ? rows : rows.filter((row) => matches.has(row.id))
}

/** Puts a line with the month and its count before the rows of each month. In: rows newest first. */
export function groupByMonth(rows: readonly Row[]): readonly ListItem[] {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(monthOf(row), (counts.get(monthOf(row)) ?? 0) + 1)
  return rows.flatMap((row, position): ListItem[] => {
    const month = monthOf(row)
    const before = rows[position - 1]
    const item: ListItem = { kind: 'row', row, position }
    if (before !== undefined && monthOf(before) === month) return [item]
    return [{ kind: 'month', month, count: counts.get(month) ?? 0 }, item]
  })
}

function monthOf(row: Row): string {
  return listedDay(row).slice(0, 7)
}

/**
 * The row a key leads to. In: how many rows there are, the current position (-1 for none), the key and rows per page.
 * Out: a position from 0, or null when the key does not move or there is nothing to move to.
 */
export function movedPosition(count: number, position: number, key: string, page: number): number | null {
  if (count === 0) return null
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: position + 1,
    ArrowUp: position < 0 ? 0 : position - 1,
    PageDown: position + page,
    PageUp: position - page,
    Home: 0,
    End: count - 1,
  }
  const moved = moves[key]
  return moved === undefined ? null : Math.min(Math.max(moved, 0), count - 1)
}

/** The row that takes a leaving row's place in the list: the next, else the one before, else null. */
export function neighbourOf(rows: readonly Row[], id: string): string | null {
  const at = rows.findIndex((row) => row.id === id)
  return at < 0 ? null : (rows[at + 1]?.id ?? rows[at - 1]?.id ?? null)
}
