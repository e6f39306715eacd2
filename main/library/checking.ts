// What goes on behind an open library: its list is checked against the files, and the bin is emptied.
import { isOverdue, removeForGood } from './bin.ts'
import type { BriefingFiles } from './briefing-files.ts'
import type { Catalogue } from './catalogue.ts'
import { checkCatalogue } from './check.ts'
import type { Disk } from './disk.ts'
import type { Shelf } from './shelf.ts'
import { asResult, storageError } from './storage-error.ts'
import type { WriteGuard } from './write-guard.ts'

export type CheckingParts = {
  readonly disk: Disk
  readonly folder: string
  readonly now: () => Date
  readonly report: (message: unknown) => void
  readonly files: BriefingFiles
  readonly catalogue: Catalogue
  readonly guard: WriteGuard
  readonly shelf: Shelf
  /** Told when all files were looked at, before the library's state is. */
  readonly compared: () => Promise<void>
}

export type Checking = {
  /** Resolves when the check that runs now is through. */
  readonly settled: () => Promise<void>
  /** Temporary files of earlier processes that were removed since this was asked last, relative to the library. */
  readonly tidied: () => readonly string[]
  /** Checks once more. */
  readonly again: () => Promise<void>
  /** Stops after the folder at hand. */
  readonly stop: () => Promise<void>
}

/** Begins to check the files, and then empties what is overdue in the bin. Never rejects: what fails is reported. */
export function startChecking(parts: CheckingParts): Checking {
  const { disk, folder, files, catalogue, guard, shelf, report } = parts
  let stopped = false
  const tidied: string[] = []
  const check = async (): Promise<void> => {
    const devices = await files.findDevices()
    if (!devices.ok) report(devices.failure)
    await checkCatalogue({
      disk,
      folder,
      catalogue,
      devices: files.devices,
      refresh: shelf.refresh,
      foundDamage: (id, file) => catalogue.setDamaged(id, [file]),
      mayTidy: () => guard.readOnly() === null,
      tidied: (file) => tidied.push(file),
      isStopped: () => stopped,
      report,
    })
    if (!stopped) await parts.compared()
    // Tells the library's state, damage found on the way included.
    await shelf.refresh([])
    if (!stopped && guard.readOnly() === null) await emptyBin()
  }
  const emptyBin = async (): Promise<void> => {
    const overdue = catalogue.rows().filter((row) => isOverdue(row, parts.now()))
    for (const { id } of overdue) {
      const removed = await shelf.write(id, () => asResult(() => purge(id)))
      if (!removed.ok) report(removed.failure)
    }
  }
  /** Only what its own, undamaged file says is overdue: a row may come from an older copy, which may be wrong about it. */
  const purge = async (id: string): Promise<void> => {
    files.forget(id)
    const read = await files.readEntry(id)
    if (!read.ok || read.value.warning !== null) return
    const { record } = read.value
    if (record === null || !isOverdue(record, parts.now())) return
    try {
      await removeForGood(disk, folder, id, files.devices())
    } catch (error) {
      throw storageError(error, `${id}.json`)
    }
    shelf.drop(id)
  }
  let running = check().catch(report)
  return {
    settled: () => running.then(() => undefined),
    tidied: () => tidied.splice(0),
    again: () => {
      running = running.then(check).catch(report)
      return running.then(() => undefined)
    },
    stop: async () => {
      stopped = true
      await running
    },
  }
}
