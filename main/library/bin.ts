// The bin keeps a briefing thirty days; then its files go for good. Notes go first and the entry last, so that an
// interrupted emptying is found and finished at the next start.
import { dirname, join } from 'node:path'
import { binKeeps, type Row } from '../../domain/briefing.ts'
import { type Disk, listFolder, removeFile, syncFolder } from './disk.ts'
import { entryFile, notesFile, temporaryToken } from './file-names.ts'

/** True for a briefing whose time in the bin is over. `deleted` is an ISO instant, or null while it is not there. */
export function isOverdue({ deleted }: Pick<Row, 'deleted'>, now: Date): boolean {
  return deleted !== null && Date.parse(deleted) < now.getTime() - binKeeps
}

/**
 * Removes every file of a briefing: each device's notes on it, its own, and what lies beside both under its id (earlier copies, damaged
 * bytes put aside, copies a sync engine made, what a write that was cut off left). Rejects with the system's error.
 */
export async function removeForGood(disk: Disk, folder: string, id: string, devices: readonly string[]): Promise<void> {
  for (const device of devices) await removeRecord(disk, join(folder, notesFile(device, id)), id)
  await removeRecord(disk, join(folder, entryFile(id)), id)
}

async function removeRecord(disk: Disk, path: string, id: string): Promise<void> {
  const folder = dirname(path)
  const names = (await listFolder(disk.fileSystem, folder)).map(({ name }) => name)
  const current = `${id}.json`
  const isOf = (name: string) => name.startsWith(id) || (name.startsWith(`.${id}.`) && temporaryToken(name) !== null)
  const beside = names.filter((name) => isOf(name) && name !== current)
  // The current file last: a generation alone would count as the briefing.
  for (const name of [...beside, current]) await removeFile(disk.fileSystem, join(folder, name))
  if (names.length > 0) await syncFolder(disk, folder)
}
