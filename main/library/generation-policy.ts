// Which earlier generations of a record are kept: the last ten, and beyond them the newest of each of the last fourteen days on which
// it was changed. Counted in days of change and in the order they were made, never by today's date: a clock that runs ahead for
// one save, or back, must not make two weeks' work old. Pure.

/** How many of the newest are kept whatever their day. */
export const lastKept = 10
/** Of how many days of change the newest is kept. */
export const daysKept = 14
/** The most that can be kept of one record: the days beyond the last ten, at least one of which the ten share. */
export const mostKept = lastKept + daysKept - 1

/**
 * Those that need not be kept. In: all generations, newest first (by the order they were made), each with the instant its bytes were
 * written, in milliseconds since 1970. A day is one of UTC. Days that lie apart in the order are two days, even when a clock
 * that was put back gave them one date.
 */
export function notKept<T extends { readonly written: number }>(newestFirst: readonly T[]): readonly T[] {
  let days = 0
  let newer: string | null = null
  return newestFirst.filter((generation, index) => {
    const day = dayOf(generation.written)
    const isNewestOfDay = day !== newer
    newer = day
    if (isNewestOfDay) days += 1
    return index >= lastKept && !(isNewestOfDay && days <= daysKept)
  })
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
