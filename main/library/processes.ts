// Whether the process that holds a lock still lives. A process number alone is not enough: it is used again after a while.
import { readFile } from 'node:fs/promises'

export type Processes = {
  readonly isAlive: (pid: number) => Promise<boolean>
  /** What tells this process from a later one with the same number; null where the system doesn't say. */
  readonly identityOf: (pid: number) => Promise<string | null>
}

/** The processes of this machine. */
export const nodeProcesses: Processes = {
  isAlive: async (pid) => signalReaches(pid) && (await statOf(pid))?.state !== 'Z',
  identityOf: async (pid) => {
    const stat = await statOf(pid)
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => null)
    return stat === null || boot === null ? null : `${boot.trim()}/${stat.started}`
  },
}

function signalReaches(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process: it lives, we may not signal it.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * State and start time (clock ticks since boot) from /proc/<pid>/stat, fields 3 and 22 of proc_pid_stat(5); the name before
 * them is in brackets and may hold brackets itself.
 */
async function statOf(pid: number): Promise<{ readonly state: string; readonly started: string } | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ')
  const [state, started] = [fields?.[0], fields?.[19]]
  return state === undefined || started === undefined ? null : { state, started }
}
