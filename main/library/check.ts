// "List first, check after": compares the catalogue with the files in the background, folder by folder, and has read again
// what differs. A briefing's entry and notes lie in folders of the same two digits, so each such pair is checked by itself.
import { join, posix } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Stamp } from './briefing-files.ts'
import type { Catalogue, Item } from './catalogue.ts'
import { type Disk, listFolder, removeFile } from './disk.ts'
import { isClaim, recordName, shardOf, shards, temporaryToken } from './file-names.ts'

export type CheckOptions = {
  readonly disk: Disk
  readonly folder: string
  readonly catalogue: Catalogue
  readonly devices: () => readonly string[]
  /** Reads these briefings again; some may be gone. */
  readonly refresh: (ids: readonly string[]) => Promise<void>
  /** Told of damaged bytes that an earlier write set aside: whose they are, and the path of the record in the library. */
  readonly foundDamage: (id: string, file: string) => void
  /** True when temporary files left by an earlier process may be removed. */
  readonly mayTidy: () => boolean
  /** Told of each temporary file that was removed, by its path in the library. */
  readonly tidied: (file: string) => void
  readonly isStopped: () => boolean
  readonly report: (message: unknown) => void
}

/** Briefings read again between two turns of the event loop: a few milliseconds. */
const slice = 8

type Sizes = { readonly size: number; readonly mtimeMs: number }
type Seen = { entry: Sizes | null; readonly notes: Map<string, Sizes> }

/** Checks the whole library once. A folder that can't be listed is reported and left as the catalogue has it. */
export async function checkCatalogue(options: CheckOptions): Promise<void> {
  const known = Map.groupBy(
    Array.from(options.catalogue.items(), ({ row }) => row.id),
    shardOf,
  )
  for (const relative of ['', 'sessions', 'cache']) await tidy(options, relative).catch(options.report)
  const present = await presentShards(options)
  for (const shard of new Set([...present, ...known.keys()])) {
    if (options.isStopped()) return
    try {
      await checkShard(options, shard, known.get(shard) ?? [])
    } catch (error) {
      options.report(error)
    }
  }
}

/** Folders of two digits that are there, of entries or any device's notes: most libraries have few of the 256. */
async function presentShards({ disk, folder, devices }: CheckOptions): Promise<readonly string[]> {
  const parents = ['entries', ...devices().map((device) => join('notes', device))]
  const lists = await Promise.all(parents.map((parent) => listFolder(disk.fileSystem, join(folder, parent))))
  const names = new Set(lists.flat().map(({ name }) => name))
  return shards.filter((shard) => names.has(shard))
}

async function checkShard(options: CheckOptions, shard: string, known: readonly string[]): Promise<void> {
  const seen = new Map<string, Seen>()
  const seenOf = (id: string): Seen => {
    const found = seen.get(id) ?? { entry: null, notes: new Map<string, Sizes>() }
    seen.set(id, found)
    return found
  }
  await listRecords(options, join('entries', shard), (id, sizes) => {
    seenOf(id).entry = sizes
  })
  for (const device of options.devices()) {
    await listRecords(options, join('notes', device, shard), (id, sizes) => {
      seenOf(id).notes.set(device, sizes)
    })
  }
  const present = [...seen].filter(([id, found]) => differs(found, options.catalogue.get(id))).map(([id]) => id)
  const gone = known.filter((id) => !seen.has(id))
  const changed = [...present, ...gone]
  for (let start = 0; start < changed.length && !options.isStopped(); start += slice) {
    await options.refresh(changed.slice(start, start + slice))
    await setImmediate()
  }
}

/** Removes what an interrupted write or an interrupted taking of the lock left in a folder that holds no briefings. */
async function tidy(options: CheckOptions, relative: string): Promise<void> {
  const { disk, folder, mayTidy } = options
  // Whoever holds the lock needs no claims on earlier ones.
  if (!mayTidy()) return
  for (const { name } of await listFolder(disk.fileSystem, join(folder, relative))) {
    if (isLeftOver(disk, name)) await removeLeftOver(options, relative, name)
    else if (isClaim(name)) await removeFile(disk.fileSystem, join(folder, relative, name))
  }
}

async function removeLeftOver({ disk, folder, tidied }: CheckOptions, relative: string, name: string): Promise<void> {
  await removeFile(disk.fileSystem, join(folder, relative, name))
  tidied(posix.join(relative.replaceAll('\\', '/'), name))
}

/** Only names of our own pattern, and none that this opening is writing at this moment. */
function isLeftOver(disk: Disk, name: string): boolean {
  const token = temporaryToken(name)
  return token !== null && token !== disk.token
}

/** A generation without its current file counts as changed: reading it again tells. */
const unknownSizes: Sizes = { size: -1, mtimeMs: -1 }

async function listRecords(
  options: CheckOptions,
  relative: string,
  found: (id: string, sizes: Sizes) => void,
): Promise<void> {
  const { disk } = options
  const folder = join(options.folder, relative)
  const entries = await listFolder(disk.fileSystem, folder)
  const names = entries.map(({ name }) => name)
  const current = names.flatMap((name) => (recordName(name)?.part === 'current' ? [name] : []))
  const present = new Set(current)
  for (const name of names) {
    const record = recordName(name)
    if (record?.part === 'generation' && !present.has(`${record.id}.json`)) found(record.id, unknownSizes)
    if (record?.part === 'damaged') options.foundDamage(record.id, join(relative, `${record.id}.json`))
    if (isLeftOver(disk, name) && options.mayTidy()) await removeLeftOver(options, relative, name)
  }
  await Promise.all(
    current.map(async (name) => {
      const info = await disk.fileSystem.lstat(join(folder, name)).catch(() => unknownSizes)
      found(name.slice(0, 36), info)
    }),
  )
}

function differs(seen: Seen, item: Item | undefined): boolean {
  // Notes without their entry: nothing to list; `verify` tells.
  if (item === undefined) return seen.entry !== null
  const devices = Object.keys(item.notes)
  return (
    !matches(seen.entry, item.entry) ||
    devices.length !== seen.notes.size ||
    devices.some((device) => !matches(seen.notes.get(device) ?? null, item.notes[device] ?? null))
  )
}

function matches(sizes: Sizes | null, stamp: Stamp | null): boolean {
  return sizes !== null && stamp !== null && sizes.size === stamp.size && sizes.mtimeMs === stamp.mtimeMs
}
