// How long a library takes to open, each time in a new process, as after a start of the app.
import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { percentile } from './statistics.ts'

/** Medians: milliseconds from the call to the rows and to the end of all checks; bytes of main's resident memory. */
export type Opening = {
  readonly listReady: number
  readonly settled: number
  readonly idleBytes: number
  readonly openBytes: number
}

const times = 3

/** Opens the library of `rows` briefings in `folder` several times; without its catalogue when that is to be rebuilt. */
export async function measureOpening(folder: string, rows: number, catalogue: boolean): Promise<Opening> {
  const openings: Opening[] = []
  if (catalogue) await openOnce(folder, rows)
  for (let time = 0; time < times; time += 1) {
    if (!catalogue) await rm(join(folder, 'cache'), { recursive: true, force: true })
    openings.push(await openOnce(folder, rows))
  }
  const median = (of: keyof Opening) =>
    percentile(
      openings.map((opening) => opening[of]),
      0.5,
    )
  return {
    listReady: median('listReady'),
    settled: median('settled'),
    idleBytes: median('idleBytes'),
    openBytes: median('openBytes'),
  }
}

async function openOnce(folder: string, rows: number): Promise<Opening> {
  const script = join(import.meta.dirname, 'open-once.ts')
  const args = ['--expose-gc', '--disable-warning=ExperimentalWarning', script, folder, String(rows)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout) as Opening
}
