import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultSettings, type LockSettings } from '../../../domain/settings.ts'
import { type LockWatchOptions, lookEvery, watchForLock } from '../../../main/locking/lock-watch.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Idle = ReturnType<LockWatchOptions['power']['getSystemIdleState']>

/** A watch over a computer that tells what the test has it tell. */
function watched(settings: Partial<LockSettings> = {}, isOpen = true) {
  const events = new EventEmitter()
  const lock = vi.fn()
  const computer = { seconds: 0, state: 'active' as Idle }
  const power = {
    on: events.on.bind(events),
    getSystemIdleTime: () => computer.seconds,
    getSystemIdleState: () => computer.state,
  } as unknown as LockWatchOptions['power']
  const watch = watchForLock({
    power,
    settings: () => ({ ...defaultSettings.lock, ...settings }),
    isOpen: () => isOpen,
    lock,
  })
  return { events, lock, computer, watch }
}

describe('a sealed library is locked by itself', () => {
  it.each([
    { event: 'suspend', off: { suspend: false } },
    { event: 'resume', off: { suspend: false } },
    { event: 'lock-screen', off: { screen: false } },
  ])('on $event, unless that is switched off or nothing is open', ({ event, off }) => {
    const [on, unwanted, closed] = [watched(), watched(off), watched({}, false)]
    for (const { events } of [on, unwanted, closed]) events.emit(event)
    expect(on.lock).toHaveBeenCalledOnce()
    expect(unwanted.lock).not.toHaveBeenCalled()
    expect(closed.lock).not.toHaveBeenCalled()
  })

  it('when the window is minimised, only if that is switched on', () => {
    const [off, on] = [watched(), watched({ minimise: true })]
    for (const { watch } of [off, on]) watch.minimised()
    expect(off.lock).not.toHaveBeenCalled()
    expect(on.lock).toHaveBeenCalledOnce()
  })

  it.each([
    { seconds: 599, idle: 10, locked: false },
    { seconds: 600, idle: 10, locked: true },
    { seconds: 600, idle: null, locked: false },
    { seconds: 61, idle: 1, locked: true },
  ] as const)('after $seconds s of nobody with $idle minutes chosen: $locked', ({ seconds, idle, locked }) => {
    const { computer, lock } = watched({ idle })
    computer.seconds = seconds
    vi.advanceTimersByTime(lookEvery)
    expect(lock).toHaveBeenCalledTimes(locked ? 1 : 0)
  })

  it('where the system tells of a locked screen by its idle state alone', () => {
    const [on, off] = [watched(), watched({ screen: false })]
    for (const { computer } of [on, off]) computer.state = 'locked'
    vi.advanceTimersByTime(lookEvery)
    expect(on.lock).toHaveBeenCalledOnce()
    expect(off.lock).not.toHaveBeenCalled()
  })

  it('no more once it was stopped', () => {
    const { computer, lock, watch } = watched()
    computer.seconds = 10_000
    watch.stop()
    vi.advanceTimersByTime(10 * lookEvery)
    expect(lock).not.toHaveBeenCalled()
  })
})
