// Libraries on simulated disks: opened as by a process that is gone by the next opening, worked on, and looked at after a crash.
import { openLibrary } from '../../main/library/open-library.ts'
import type { Processes } from '../../main/library/processes.ts'
import { expectSuccess, noteInput, optionsFor } from '../main/library/plain-support.ts'
import type { DiskState } from './disk-state.ts'
import { type Allowed, lostIn, type Telling } from './ledger.ts'
import { simulatedDisk } from './simulated-disk.ts'
import type { Variant } from './variants.ts'

export const libraryFolder = '/library'
const living = 2
const gone = 3
/** Of two processes, the one that does the work is gone whenever another looks. */
const processes: Processes = { isAlive: async (pid) => pid === living, identityOf: async () => null }

/** Options for a library on a disk in memory, opened by the process that will be gone. */
export function simulatedOptions(variant: Variant, fileSystem: ReturnType<typeof simulatedDisk>['fileSystem']) {
  return optionsFor(libraryFolder, { ...variant.options, fileSystem, pid: gone, processes })
}

export type TimedTelling = Telling & { /** Steps of the disk when it was told. */ readonly at: number }

/**
 * What is wrong with a library after a crash: promised things that are lost, files that are damaged, a library that does not open or
 * can't be written. Empty when all is well.
 */
export async function flawsAfterCrash(
  variant: Variant,
  state: DiskState,
  allowed: Allowed,
): Promise<readonly string[]> {
  const { fileSystem } = simulatedDisk(state)
  const opened = await openLibrary({ ...simulatedOptions(variant, fileSystem), pid: living })
  if (!opened.ok) return [`opening: ${opened.failure.code}`]
  const library = opened.value
  await library.settled()
  const { readOnly } = library.state()
  const flaws = [...(readOnly === null ? [] : [`read-only: ${readOnly.code}`]), ...(await lostIn(library, allowed))]
  // The catalogue is never flushed, since it can be made again.
  const { problems } = await library.verify()
  flaws.push(
    ...problems
      .filter(({ problem }) => problem !== 'verify.catalogue')
      .map(({ file, problem }) => `${problem} ${file}`),
  )
  const [row] = library.rows().filter(({ deleted }) => deleted === null)
  if (row !== undefined && readOnly === null)
    expectSuccess(await library.addNote(row.id, noteInput({ version: row.versions, text: 'after the crash' })))
  await library.close()
  return flaws
}
