// When a sealed library is locked by itself: nobody at the computer, sleep, a locked screen, a minimised window, each if it is wanted.
import type { PowerMonitor } from 'electron'
import type { LockSettings } from '../../domain/settings.ts'

/** Milliseconds between two looks at how long nobody has touched the computer. */
export const lookEvery = 5_000

export type LockWatchOptions = {
  readonly power: Pick<PowerMonitor, 'on' | 'getSystemIdleTime' | 'getSystemIdleState'>
  readonly settings: () => LockSettings
  /** Whether there is anything to lock. */
  readonly isOpen: () => boolean
  readonly lock: () => void
}

export type LockWatch = {
  /** The window was minimised. */
  readonly minimised: () => void
  readonly stop: () => void
}

/** Watches from now on. Screens that lock are told by an event on macOS and Windows; elsewhere, where it is known, by the idle state. */
export function watchForLock({ power, settings, isOpen, lock }: LockWatchOptions): LockWatch {
  const when = (wanted: keyof LockSettings) => () => {
    if (settings()[wanted] && isOpen()) lock()
  }
  power.on('suspend', when('suspend'))
  // Sleep may come before everything is closed, or without being told: then it is done on waking.
  power.on('resume', when('suspend'))
  power.on('lock-screen', when('screen'))
  const timer = setInterval(() => {
    if (isOpen() && mustLock(power, settings())) lock()
  }, lookEvery)
  timer.unref()
  return { minimised: when('minimise'), stop: () => clearInterval(timer) }
}

function mustLock(power: LockWatchOptions['power'], { idle, screen }: LockSettings): boolean {
  if (idle !== null && power.getSystemIdleTime() >= idle * 60) return true
  return screen && power.getSystemIdleState(60) === 'locked'
}
