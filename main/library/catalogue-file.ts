// The catalogue on disk: rebuildable, so neither flushed nor kept in generations, and ignored when anything about it is wrong.
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Item } from './catalogue.ts'
import { type Disk, fileMode, makeFolder, readWhole, removeFile, writeAll } from './disk.ts'
import { catalogueName, temporaryName } from './file-names.ts'
import { parseFields } from './record.ts'
import type { RecordPlace, Seal } from './sealing/seal.ts'

/** Raised whenever rows are made differently: an older catalogue is then rebuilt. */
const catalogueVersion = 2
/** Items turned into JSON between two turns of the event loop: about a millisecond. */
const slice = 250

const maybe = z.string().nullable()
const count = z.number()
const stamp = z.strictObject({ size: count, mtimeMs: count, revision: count })
const schema = z.strictObject({
  version: z.literal(catalogueVersion),
  library: z.string(),
  items: z.array(
    z.strictObject({
      row: z.strictObject({
        id: z.string(),
        title: maybe,
        opening: z.string(),
        date: maybe,
        place: maybe,
        source: maybe,
        marking: z.strictObject({ scheme: z.string(), level: z.string(), caveats: z.array(z.string()) }).nullable(),
        events: count,
        outcomes: count,
        counterpart: maybe,
        notes: count,
        versions: count,
        created: z.string(),
        deleted: maybe,
      }),
      engine: count,
      entry: stamp.nullable(),
      notes: z.record(z.string(), stamp),
    }),
  ),
})

export type CatalogueFile = {
  /** The stored items, or null when there are none that can be used. Never rejects. */
  readonly read: () => Promise<readonly Item[] | null>
  /** Writes the items in slices. Rejects with the system's error. */
  readonly write: (items: readonly Item[]) => Promise<void>
}

/** The catalogue's file of the library with this id. */
export function catalogueFile(disk: Disk, folder: string, library: string, seal: Seal): CatalogueFile {
  const path = join(folder, catalogueName)
  const place = cataloguePlace(library)
  return {
    read: async () => {
      const found = await readWhole(disk.fileSystem, path).catch(() => null)
      return found === null ? null : decodeCatalogue(found.bytes, place, seal)
    },
    write: async (items) => {
      const bytes = seal.seal(await encodeCatalogue(items, library), place, 1)
      await writeUnflushed(disk, path, bytes)
    },
  }
}

/** What the catalogue's bytes are bound to. */
export function cataloguePlace(library: string): RecordPlace {
  return { library, record: 'catalogue', kind: 'catalogue', schema: catalogueVersion }
}

/** Items from the file's bytes, or null when they are damaged or another library's or version's. */
export function decodeCatalogue(bytes: Uint8Array, place: RecordPlace, seal: Seal): readonly Item[] | null {
  const opened = seal.open(bytes, place)
  const parsed = opened.ok ? schema.safeParse(parseFields(opened.value)) : null
  return parsed?.success && parsed.data.library === place.library ? parsed.data.items : null
}

async function encodeCatalogue(items: readonly Item[], library: string): Promise<Uint8Array> {
  const parts: string[] = []
  for (let start = 0; start < items.length; start += slice) {
    const part = JSON.stringify(items.slice(start, start + slice)).slice(1, -1)
    parts.push(part)
    await setImmediate()
  }
  const head = `{"version":${catalogueVersion},"library":${JSON.stringify(library)},"items":[`
  return new TextEncoder().encode(`${head}${parts.join(',\n')}]}`)
}

async function writeUnflushed(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const { fileSystem } = disk
  await makeFolder(disk, dirname(path))
  const temporary = join(dirname(path), temporaryName('catalogue.json', disk.token, '0000000000000000'))
  const descriptor = await fileSystem.open(temporary, 'wx', fileMode)
  try {
    await writeAll(fileSystem, descriptor, bytes).finally(() => fileSystem.close(descriptor))
    await fileSystem.rename(temporary, path)
  } catch (error) {
    await removeFile(fileSystem, temporary).catch(() => undefined)
    throw error
  }
}
