import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupSchedules, backupsToRemove, isBackupDue } from '../../../domain/backups/schedule.ts'

const hour = 3_600_000
const noon = Date.parse('2026-11-24T12:00:00Z')
const at = (hours: number) => new Date(noon + hours * hour)
const ago = (hours: number) => at(-hours).toISOString()
const instant = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })

describe('a backup is due', () => {
  it.each<[string, 'off' | 'daily' | 'weekly', string | null, string | null, boolean]>([
    ['never when the schedule is off', 'off', null, null, false],
    ['at once when there never was one', 'daily', null, null, true],
    ['a day after the last', 'daily', ago(24), ago(24), true],
    ['not within the day', 'daily', ago(23), ago(23), false],
    ['a week after the last', 'weekly', ago(168), ago(168), true],
    ['not within the week', 'weekly', ago(167), ago(167), false],
    ['not within an hour of a failed try', 'daily', ago(48), ago(0.9), false],
    ['an hour after a failed try', 'daily', ago(48), ago(1), true],
    ['when the last was made by a clock far ahead', 'daily', ago(-24 * 365), ago(-24 * 365), true],
    ['not when the clock was set back by an hour', 'daily', ago(-1), ago(-1), false],
    ['when the time kept is no time', 'daily', 'x', 'x', true],
  ])('%s', (_, schedule, made, tried, due) => {
    expect(isBackupDue(schedule, { made, tried }, at(0))).toBe(due)
  })

  it('never again right after it was made or tried, whatever the clock says (property)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...backupSchedules), instant, instant, (schedule, now, earlier) => {
        const time = now.toISOString()
        expect(isBackupDue(schedule, { made: time, tried: earlier.toISOString() }, now)).toBe(false)
        expect(isBackupDue(schedule, { made: earlier.toISOString(), tried: time }, now)).toBe(false)
      }),
    )
  })

  it('within two periods of any last one, however wrong the clock was then (property)', () => {
    fc.assert(
      fc.property(instant, instant, (made, now) => {
        const times = { made: made.toISOString(), tried: null }
        const later = new Date(now.getTime() + 48 * hour)
        expect(isBackupDue('daily', times, now) || isBackupDue('daily', times, later)).toBe(true)
      }),
    )
  })
})

describe('the backups to remove', () => {
  const numbers = fc.array(fc.nat(60), { maxLength: 40 })

  it.each<[string, readonly number[], number, number, readonly number[]]>([
    ['are those beyond the number kept', [1, 2, 3, 4], 4, 2, [2, 1]],
    ['are none while there are fewer', [1, 2], 2, 7, []],
    ['are never the new one', [5], 5, 0, []],
    ['are never those that are newer by number', [1, 8, 9], 2, 1, [1]],
  ])('%s', (_, all, made, kept, removed) => {
    expect(backupsToRemove(all, made, kept)).toEqual(removed)
  })

  it('are older than every one that stays, and so many stay as are to be kept (property)', () => {
    fc.assert(
      fc.property(numbers, fc.nat(60), fc.nat(10), (others, made, kept) => {
        const all = [...new Set([...others, made])]
        const removed = backupsToRemove(all, made, kept)
        const stay = all.filter((number) => !removed.includes(number))
        expect(stay).toContain(made)
        expect(stay.length).toBeGreaterThanOrEqual(Math.min(Math.max(kept, 1), all.length))
        for (const number of removed) expect(stay.every((other) => other > number)).toBe(true)
        expect(backupsToRemove(stay, made, kept)).toEqual([])
      }),
    )
  })
})
