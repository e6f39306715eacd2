// The folder that backups are put into by number, and from which old ones are removed: only files that this app made of this library,
// told by their name and by what their head says, and only once a newer one is whole.
import { join } from 'node:path'
import { backupsToRemove } from '../../domain/backups/schedule.ts'
import type { Result } from '../../domain/result.ts'
import { type Disk, listFolder, removeFile, syncFolder } from '../library/disk.ts'
import { temporaryToken } from '../library/file-names.ts'
import type { BackupReport } from './back-up.ts'
import { readBackupHead } from './backup-reader.ts'

/** The ending of a backup, without the dot; the system opens such files with this app. */
export const backupEnding = 'aidememoire'
const pattern = new RegExp(`^aide-memoire-(\\d{4,9})-\\d{4}-\\d\\d-\\d\\d\\.${backupEnding}$`)

/** The name of backup number `number`, made on an ISO date. */
export function backupName(number: number, date: string): string {
  return `aide-memoire-${String(number).padStart(4, '0')}-${date}.${backupEnding}`
}

/** The number in such a name, or null for every other name. */
export function backupNumber(name: string): number | null {
  const digits = pattern.exec(name)?.[1]
  return digits === undefined ? null : Number(digits)
}

export type RotationOptions = {
  readonly disk: Disk
  /** The folder chosen for backups, absolute. */
  readonly folder: string
  /** The library's id. */
  readonly library: string
  readonly kept: number
  readonly now: () => Date
  /** Makes a backup at a path where none is. */
  readonly make: (path: string) => Promise<Result<BackupReport>>
  /** Told of an old one that could not be removed, which costs nothing but room. */
  readonly report: (trouble: unknown) => void
}

/** Milliseconds after which the unfinished file of a process that ended is nobody's any more. */
const leftAfter = 24 * 60 * 60 * 1_000

/** Makes the next backup in the folder and then removes those beyond the number kept. Failures are those of `make`; then none is removed. */
export async function backUpInto(options: RotationOptions): Promise<Result<BackupReport>> {
  const { disk, folder, make, now } = options
  const names = await namesIn(disk, folder)
  // Numbers of other libraries count too: no two files are to have the same.
  let number = Math.max(0, ...names.map(({ number: known }) => known)) + 1
  let made = await make(join(folder, backupName(number, isoDate(now()))))
  // Another machine was faster.
  for (let tries = 0; tries < 10 && !made.ok && made.failure.code === 'file-exists'; tries += 1) {
    number += 1
    made = await make(join(folder, backupName(number, isoDate(now()))))
  }
  if (made.ok) await Promise.all([removeOld(options, number), removeUnfinished(options)]).catch(options.report)
  return made
}

/** Removes what a process left that was killed while it made a backup: one of our temporary names, and untouched for a day. */
async function removeUnfinished({ disk, folder, now }: RotationOptions): Promise<void> {
  for (const { name, kind } of await listFolder(disk.fileSystem, folder)) {
    if (kind !== 'file' || temporaryToken(name) === null || backupNumber(name.slice(1, -29)) === null) continue
    const { mtimeMs } = await disk.fileSystem.lstat(join(folder, name))
    if (now().getTime() - mtimeMs >= leftAfter) await removeFile(disk.fileSystem, join(folder, name))
  }
}

type Named = { readonly name: string; readonly number: number }

async function namesIn({ fileSystem }: Disk, folder: string): Promise<readonly Named[]> {
  const entries = await listFolder(fileSystem, folder).catch(() => [])
  return entries.flatMap(({ name, kind }) => {
    const number = backupNumber(name)
    return kind === 'file' && number !== null ? [{ name, number }] : []
  })
}

async function removeOld({ disk, folder, library, kept }: RotationOptions, made: number): Promise<void> {
  const ours: Named[] = []
  for (const named of await namesIn(disk, folder)) {
    const head = await readBackupHead(disk, join(folder, named.name))
    if (head.ok && head.value.library === library) ours.push(named)
  }
  const old = backupsToRemove(
    ours.map(({ number }) => number),
    made,
    kept,
  )
  for (const { name, number } of ours) {
    if (old.includes(number)) await removeFile(disk.fileSystem, join(folder, name))
  }
  if (old.length > 0) await syncFolder(disk, folder)
}

function isoDate(time: Date): string {
  return time.toISOString().slice(0, 10)
}
