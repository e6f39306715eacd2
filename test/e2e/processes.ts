// Which processes a test run has started and whether they are gone. Linux: /proc says it; elsewhere only a pid is asked.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It ended meanwhile, or belongs to somebody else.
    return ''
  }
}

// A process that ended but was not fetched by its parent is gone for our purposes.
const isZombie = (pid: number): boolean => /^\d+ \(.*\) Z/s.test(read(`/proc/${pid}/stat`))

/** Whether a process runs. */
export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return !isZombie(pid)
}

/** Pids of running processes whose environment holds `entry` (`NAME=value`), this one left out. */
export const processesWith = (entry: string): readonly number[] => {
  if (!existsSync('/proc/self/environ')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && read(`/proc/${pid}/environ`).split('\0').includes(entry) && !isZombie(pid))
}

/** What a process was started with, for messages. */
export const commandOf = (pid: number): string => read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').slice(0, 120)

/** Asks `condition` until it holds or `milliseconds` are over; says whether it held. */
export const until = async (condition: () => boolean, milliseconds: number): Promise<boolean> => {
  const end = Date.now() + milliseconds
  while (!condition()) {
    if (Date.now() > end) return false
    await wait(20)
  }
  return true
}

/** Sends a signal to a process that may be gone already. */
export const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name)
  } catch {
    // Gone.
  }
}
