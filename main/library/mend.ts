// Puts one file in order that is kept with earlier copies: library.json or a record. Bytes are copied, never made anew, and none
// is removed: what can't be read is put aside first. Whenever it stops, a good copy lies beside, and doing it again finishes it.
import { dirname, join } from 'node:path'
import { type Disk, listFolder, readWhole, syncFolder } from './disk.ts'
import { type DurableFile, durableFile } from './durable.ts'
import { damagedName, type RecordPart, repairedName } from './file-names.ts'
import { mostKept } from './generation-policy.ts'
import { renameOver } from './generations.ts'
import { isMissing, storageError } from './storage-error.ts'

export type Mending = {
  readonly disk: Disk
  readonly folder: string
  /** The current file, relative to the library. */
  readonly file: string
  readonly now: () => Date
  /** What bytes are worth: `refused` are those of a later version, which are left alone. */
  readonly worth: (bytes: Uint8Array) => 'good' | 'damaged' | 'refused'
  /** What a file in the same folder is to this one; null when it is no part of it. */
  readonly partOf: (name: string) => RecordPart | null
  /** True for what may start anew: damaged and without a good copy it is only put aside. */
  readonly startsAnew: boolean
}

/** Mends one file. Out: true when it is sound now, false when nothing was touched. Rejects with a StorageError. */
export async function mend(mending: Mending): Promise<boolean> {
  const { disk, folder, file } = mending
  const durable = durableFile(disk, join(folder, file), file)
  if (!(await mendCurrent(mending, durable))) return false
  try {
    await putDamageAside(mending)
  } catch (error) {
    throw storageError(error, file)
  }
  return true
}

async function mendCurrent(mending: Mending, durable: DurableFile): Promise<boolean> {
  const bytes = await durable.read()
  const worth = bytes === null ? 'missing' : mending.worth(bytes)
  if (worth === 'good' || worth === 'refused') return worth === 'good'
  const copy = await goodCopy(mending, durable)
  if (copy === null && !mending.startsAnew) return false
  // Put aside before the copy is written: with the current file gone, writing keeps its hands off the earlier copies.
  if (worth === 'damaged') await durable.setAside(await freeTime(mending, damagedName))
  if (copy !== null) await durable.write(copy)
  return true
}

/** The newest earlier copy that can be read, or null. */
async function goodCopy({ worth }: Mending, durable: DurableFile): Promise<Uint8Array | null> {
  for (let number = 1; number <= mostKept; number += 1) {
    const bytes = await durable.generation(number)
    if (bytes !== null && worth(bytes) === 'good') return bytes
    // The newest may be missing while older ones are there; after the last of these there is none.
    if (bytes === null && number > 1) return null
  }
  return null
}

/** Earlier copies that can't be read, and what writes have put aside, get a name that says a repair has seen to them. */
async function putDamageAside(mending: Mending): Promise<void> {
  const { disk, folder, file } = mending
  const within = join(folder, dirname(file))
  let moved = false
  for (const { name, kind } of await listFolder(disk.fileSystem, within)) {
    if (kind !== 'file' || !(await isDamage(mending, name))) continue
    const aside = repairedName(file, await freeTime(mending, repairedName))
    await renameOver(disk, join(within, name), join(folder, aside))
    moved = true
  }
  if (moved) await syncFolder(disk, within)
}

async function isDamage({ disk, folder, file, partOf, worth }: Mending, name: string): Promise<boolean> {
  const part = partOf(name)
  if (part !== 'generation') return part === 'damaged'
  const found = await readWhole(disk.fileSystem, join(folder, dirname(file), name))
  return found !== null && worth(found.bytes) === 'damaged'
}

/** The first instant from now on (ISO) whose name nobody has: two files may be put aside within a millisecond. */
async function freeTime({ disk, folder, file, now }: Mending, nameAt: typeof damagedName): Promise<string> {
  for (let at = now().getTime(); ; at += 1) {
    const time = new Date(at).toISOString()
    if (!(await isThere(disk, join(folder, nameAt(file, time)), file))) return time
  }
}

async function isThere(disk: Disk, path: string, file: string): Promise<boolean> {
  try {
    await disk.fileSystem.lstat(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw storageError(error, file)
  }
}
