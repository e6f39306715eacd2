// What goes into a backup, read file by file. Each file is whole, since writes are renames; the files of one briefing are read in its turn,
// so that inside the program that writes they are of one moment too. Elsewhere the entry is read last: notes that are older than their
// text are carried over when it is opened, while notes on a version that is not there would be a finding.
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { compare } from '../../domain/compare.ts'
import { type Disk, readWhole } from '../library/disk.ts'
import { headerName, manifestName } from '../library/file-names.ts'
import { encodeHeader, type Header } from '../library/header.ts'
import { StorageError, storageError } from '../library/storage-error.ts'
import { listLibrary } from '../library/verify-files.ts'
import { goesAlong, isBriefing, isLeftOut, turnOf } from './backup-paths.ts'

/** Runs work when nothing else is done on a briefing. */
export type InTurn = <T>(id: string, work: () => Promise<T>) => Promise<T>

export type SnapshotOptions = {
  readonly disk: Disk
  readonly folder: string
  readonly header: Header
  readonly inTurn: InTurn
}

type FileBytes = { readonly path: string; readonly bytes: Uint8Array }

export type Snapshot = {
  /** How many files there were when they were listed. */
  readonly total: number
  readonly files: () => AsyncGenerator<FileBytes>
  /** What was read so far, and what of the folder is left out. */
  readonly counts: () => { readonly briefings: number; readonly leftOut: number }
}

/** Milliseconds after which a file that is gone is looked for once more: where disks know no second names it may be in between. */
const lookAgainAfter = 100

/** Lists a library's files; rejects with a StorageError when a folder of it can't be listed. */
export async function snapshotOf(options: SnapshotOptions): Promise<Snapshot> {
  const { files, unreadable } = await listLibrary(options.disk, options.folder)
  const [first] = unreadable
  if (first !== undefined) throw new StorageError('disk-failed', first)
  const wanted = files.filter((file) => file !== headerName && goesAlong(file))
  let briefings = 0
  return {
    total: wanted.length + 1,
    counts: () => ({ briefings, leftOut: files.filter(isLeftOut).length }),
    files: async function* () {
      yield { path: headerName, bytes: encodeHeader(options.header) }
      for (const [turn, paths] of byTurn(wanted)) {
        for (const file of await options.inTurn(turn, () => readAll(options, paths))) {
          if (isBriefing(file.path)) briefings += 1
          yield file
        }
        // Quick disks answer at once: whoever works in the window comes in between.
        await setImmediate()
      }
    },
  }
}

/** Files by whose turn they are read in: the list of all records first, since records may be newer than it, and of a briefing its entry last. */
function byTurn(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const turns = new Map<string, string[]>(paths.includes(manifestName) ? [[manifestName, []]] : [])
  for (const path of paths.toSorted(compare)) {
    const turn = turnOf(path)
    const known = turns.get(turn)
    if (known === undefined) turns.set(turn, [path])
    else known.push(path)
  }
  for (const known of turns.values()) known.sort((a, b) => Number(isBriefing(a)) - Number(isBriefing(b)))
  return turns
}

async function readAll(options: SnapshotOptions, paths: readonly string[]): Promise<readonly FileBytes[]> {
  const found: FileBytes[] = []
  for (const path of paths) {
    const bytes = await readOne(options, path)
    // Deleted since it was listed.
    if (bytes !== null) found.push({ path, bytes })
  }
  return found
}

async function readOne({ disk, folder }: SnapshotOptions, path: string): Promise<Uint8Array | null> {
  const read = async () => (await readWhole(disk.fileSystem, join(folder, path)))?.bytes ?? null
  try {
    const bytes = await read()
    if (bytes !== null || !path.endsWith('.json')) return bytes
    await disk.wait(lookAgainAfter)
    return await read()
  } catch (error) {
    throw storageError(error, path)
  }
}
