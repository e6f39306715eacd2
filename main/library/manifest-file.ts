// The list of a sealed library's records on the disk, sealed like them. It is written when nothing else is going on, so that it costs a note
// nothing. Its number grows with each writing; the newest one is remembered outside the folder, which alone shows a folder rolled back whole.
import { join } from 'node:path'
import { z } from 'zod'
import type { Disk } from './disk.ts'
import { durableFile } from './durable.ts'
import { manifestName } from './file-names.ts'
import type { Records } from './manifest.ts'
import { parseFields } from './record.ts'
import type { RecordPlace, Seal } from './sealing/seal.ts'

const schema = z.strictObject({
  schema: z.literal(1),
  /** How often it was written. */
  generation: z.int().min(1),
  records: z.record(z.string(), z.int().min(0)),
})

export type Manifest = { readonly generation: number; readonly records: Records }

export type ManifestFile = {
  /** The list, null where there is none, 'unreadable' where it is damaged or another library's. Rejects with a StorageError. */
  readonly read: () => Promise<Manifest | null | 'unreadable'>
  /** Durable when it resolves. Rejects with a StorageError. */
  readonly write: (manifest: Manifest) => Promise<void>
}

/** The list's file in a library's folder. */
export function manifestFile(disk: Disk, folder: string, library: string, seal: Seal): ManifestFile {
  const file = durableFile(disk, join(folder, manifestName), manifestName)
  const place = manifestPlace(library)
  return {
    read: async () => {
      const bytes = await file.read()
      return bytes === null ? null : (decodeManifest(bytes, place, seal) ?? 'unreadable')
    },
    write: async ({ generation, records }) => {
      const content = JSON.stringify({ schema: 1, generation, records: Object.fromEntries(records) })
      await file.write(seal.seal(new TextEncoder().encode(content), place, generation))
    },
  }
}

/** What the list's bytes are bound to. */
export function manifestPlace(library: string): RecordPlace {
  return { library, record: manifestName, kind: 'manifest', schema: 1 }
}

/** A list from its file's bytes, or null when they are not one of this library. */
export function decodeManifest(bytes: Uint8Array, place: RecordPlace, seal: Seal): Manifest | null {
  const opened = seal.open(bytes, place)
  const parsed = opened.ok ? schema.safeParse(parseFields(opened.value)) : null
  if (parsed === null || !parsed.success) return null
  return { generation: parsed.data.generation, records: new Map(Object.entries(parsed.data.records)) }
}
