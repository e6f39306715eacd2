// How long a library takes to open, each time in a new process, as after a start of the app.
import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Protection } from './bench-library.ts'
import { percentile } from './statistics.ts'

/**
 * Medians: milliseconds of deriving the key (0 in a plain library); milliseconds from the call to the rows and to the end of all checks
 * without it; bytes of main's resident memory.
 */
export type Opening = {
  readonly unlocked: number
  readonly listReady: number
  readonly settled: number
  readonly idleBytes: number
  readonly openBytes: number
}

const times = 3

/** Opens the library of `rows` briefings in `folder` several times; without its catalogue when that is to be rebuilt. */
export async function measureOpening(
  folder: string,
  rows: number,
  catalogue: boolean,
  protection: Protection = 'plain',
): Promise<Opening> {
  const openings: Opening[] = []
  if (catalogue) await openOnce(folder, rows, protection)
  for (let time = 0; time < times; time += 1) {
    if (!catalogue) await rm(join(folder, 'cache'), { recursive: true, force: true })
    openings.push(await openOnce(folder, rows, protection))
  }
  const median = (of: keyof Opening) =>
    percentile(
      openings.map((opening) => opening[of]),
      0.5,
    )
  return {
    unlocked: median('unlocked'),
    listReady: median('listReady'),
    settled: median('settled'),
    idleBytes: median('idleBytes'),
    openBytes: median('openBytes'),
  }
}

async function openOnce(folder: string, rows: number, protection: Protection): Promise<Opening> {
  const script = join(import.meta.dirname, 'open-once.ts')
  const args = ['--expose-gc', '--disable-warning=ExperimentalWarning', script, folder, String(rows), protection]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout) as Opening
}
