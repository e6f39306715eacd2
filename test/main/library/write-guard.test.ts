import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { failed, type Result, success } from '../../../domain/result.ts'
import type { HeldLock } from '../../../main/library/held-lock.ts'
import { openGuard, type WriteGuard } from '../../../main/library/write-guard.ts'

describe('the guard of writing', () => {
  const held = (isHeld: () => boolean): HeldLock => ({
    isHeld: async () => isHeld(),
    beat: async () => isHeld(),
    release: async () => undefined,
  })

  it.each<[string, (guard: WriteGuard) => Promise<unknown>]>([
    ['a look before a write', (guard) => guard.check()],
    ['the heartbeat of every minute', () => vi.advanceTimersByTimeAsync(60_000)],
  ])('turns read-only at once when %s finds that another took the lock', async (_, look) => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    let ours = true
    const take = async (): Promise<Result<HeldLock>> =>
      ours
        ? success(held(() => ours))
        : failed('library-locked-elsewhere', { host: 'embassy', since: 'x', mayTakeOver: 0 })
    const guard = await openGuard({ take, reason: failed('call-refused').failure, report: () => undefined })
    let told = 0
    guard.onChange(() => {
      told += 1
    })
    expect(await guard.check()).toBeNull()
    ours = false
    await look(guard)
    expect(guard.readOnly()?.code).toBe('library-locked-elsewhere')
    expect((await guard.check())?.code).toBe('library-locked-elsewhere')
    expect(told).toBe(1)
    await guard.close()
  })

  it.each([
    ['EROFS', 'disk-read-only'],
    ['EACCES', 'disk-read-only'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EIO', 'disk-failed'],
  ])('says what %s at the lock means for writing', async (code, expected) => {
    const take = () => Promise.reject(Object.assign(new Error(code), { code, syscall: 'open' }))
    const guard = await openGuard({ take, reason: failed('call-refused').failure, report: () => undefined })
    expect(guard.readOnly()?.code).toBe(expected)
    await guard.close()
  })

  it('gets back a lock that somebody merely removed, once, however many ask', async () => {
    let taken = 0
    let there = true
    const take = async (): Promise<Result<HeldLock>> => {
      if (there && taken > 0) return failed('library-locked', { host: 'office', pid: 1 })
      taken += 1
      there = true
      const number = taken
      return success(held(() => there && number === taken))
    }
    const guard = await openGuard({ take, reason: failed('call-refused').failure, report: () => undefined })
    there = false
    expect(await Promise.all([guard.check(), guard.check(), guard.check()])).toEqual([null, null, null])
    expect(taken).toBe(2)
    expect(await guard.takeOver()).toBeNull()
    await guard.close()
  })

  it('refuses everything once closed', async () => {
    const guard = await openGuard({
      take: async () => success(held(() => true)),
      reason: failed('call-refused').failure,
      report: () => undefined,
    })
    await guard.close()
    expect((await guard.check())?.code).toBe('call-refused')
  })
})
