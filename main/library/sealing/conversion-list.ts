// What stood in the library when its sealing began: a code of each record's bytes, sealed. While the conversion lasts a file that is not
// sealed under the library's key counts only when it is, byte for byte, one of these: nothing can be planted meanwhile, nor later by
// putting library.json back as it was.
import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { type Disk, readWhole, removeFile, syncFolder } from '../disk.ts'
import { durableFile } from '../durable.ts'
import { conversionName } from '../file-names.ts'
import { parseFields } from '../record.ts'
import type { DataKey } from './data-key.ts'
import { recordSeal } from './record-seal.ts'
import type { RecordPlace } from './seal.ts'

const schema = z.strictObject({ codes: z.array(z.string()) })

/** True for bytes that stood in this place when the conversion began. */
export type IsListed = (bytes: Uint8Array, place: Pick<RecordPlace, 'record'>) => boolean

type ListOptions = {
  readonly disk: Disk
  readonly folder: string
  readonly library: string
  readonly dataKey: DataKey
}

/** The code of a record's bytes in its place; means nothing without the key. */
export function codeOf(dataKey: DataKey, bytes: Uint8Array, { record }: Pick<RecordPlace, 'record'>): string {
  return createHmac('sha256', dataKey.keyFor('listed')).update(`${record}\0`).update(bytes).digest('base64')
}

/** Writes the list durably. Rejects with a StorageError. */
export async function writeList(options: ListOptions, codes: readonly string[]): Promise<void> {
  const { disk, folder, library, dataKey } = options
  const bytes = new TextEncoder().encode(JSON.stringify({ codes }))
  await removeList(disk, folder)
  await durableFile(disk, join(folder, conversionName), conversionName).write(
    recordSeal(dataKey).seal(bytes, listPlace(library), 1),
  )
}

/** Reads the list. One that is missing or damaged lists nothing: what it held is left as it is then. Rejects with the system's error. */
export async function readList({ disk, folder, library, dataKey }: ListOptions): Promise<IsListed> {
  const found = await readWhole(disk.fileSystem, join(folder, conversionName))
  const opened = found === null ? null : recordSeal(dataKey).open(found.bytes, listPlace(library))
  const parsed = opened?.ok ? schema.safeParse(parseFields(opened.value)) : null
  const codes = new Set(parsed?.success ? parsed.data.codes : [])
  return (bytes, place) => codes.size > 0 && codes.has(codeOf(dataKey, bytes, place))
}

/** Removes the list. Rejects with the system's error. */
export async function removeList(disk: Disk, folder: string): Promise<void> {
  await removeFile(disk.fileSystem, join(folder, conversionName))
  await syncFolder(disk, folder)
}

function listPlace(library: string): RecordPlace {
  return { library, record: conversionName, kind: 'conversion', schema: 1 }
}
