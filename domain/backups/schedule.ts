// When a backup is due, and which older ones make room for a new one. Clocks are set back, or were wrong: neither may lose a backup or
// make one after the other, so how far a time is away counts on both sides, and what is older is told by numbers, never by dates.

export const backupSchedules = ['off', 'daily', 'weekly'] as const
export type BackupSchedule = (typeof backupSchedules)[number]

/** How many backups are kept at least, at most, and unless somebody says otherwise. */
export const fewestKept = 1
export const mostKept = 100
export const usuallyKept = 7

const hour = 60 * 60 * 1_000
const day = 24 * hour
const periods: Readonly<Record<Exclude<BackupSchedule, 'off'>, number>> = { daily: day, weekly: 7 * day }
/** Milliseconds after a failed try before the next. */
export const triesAgainAfter = hour

export type BackupTimes = {
  /** ISO instants: when the last good one was made, and when one was last tried; null for never. */
  readonly made: string | null
  readonly tried: string | null
}

/** True when a backup should be made now, a missed one too. */
export function isBackupDue(schedule: BackupSchedule, { made, tried }: BackupTimes, now: Date): boolean {
  if (schedule === 'off') return false
  return isAway(made, now, periods[schedule]) && isAway(tried, now, triesAgainAfter)
}

/** A time that far ahead is as good as one that long ago: it was written by a clock that was wrong. */
function isAway(time: string | null, now: Date, milliseconds: number): boolean {
  const instant = time === null ? Number.NaN : Date.parse(time)
  return Number.isNaN(instant) || Math.abs(now.getTime() - instant) >= milliseconds
}

/**
 * Which backups to remove once number `made` is there and whole. In: the numbers of those that this app made of this library, in any order;
 * how many to keep, the new one among them. Out: some of the numbers below `made`, the lowest; never `made` or a higher one.
 */
export function backupsToRemove(numbers: readonly number[], made: number, kept: number): readonly number[] {
  const older = [...new Set(numbers)].filter((number) => number < made).sort((a, b) => b - a)
  return older.slice(Math.max(kept, fewestKept) - 1)
}
