// This machine's name among the devices that share a library: a random id, made once and kept in the user's own folder.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type Disk, makeFolder, readWhole } from './library/disk.ts'
import { durableFile } from './library/durable.ts'
import { isUuid } from './library/file-names.ts'

const name = 'device.json'

/**
 * The device's id (a UUID) kept in this folder, made and written on first use. A file that can't be read or holds no id is
 * left as it is and gives a new id for this run only: notes written meanwhile are another device's, never lost.
 */
export async function deviceOf(disk: Disk, folder: string): Promise<string> {
  const kept = await readDevice(disk, folder)
  if (kept !== null) return kept
  const made = randomUUID()
  const file = durableFile(disk, join(folder, name), name)
  try {
    await makeFolder(disk, folder)
    await file.create(new TextEncoder().encode(`${JSON.stringify({ id: made })}\n`))
  } catch {
    return made
  }
  return (await readDevice(disk, folder)) ?? made
}

/** The id kept in this folder, or null; writes nothing. */
export async function readDevice(disk: Disk, folder: string): Promise<string | null> {
  try {
    const found = await readWhole(disk.fileSystem, join(folder, name))
    const value: unknown = found === null ? null : JSON.parse(new TextDecoder().decode(found.bytes))
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
    return typeof id === 'string' && isUuid(id) ? id : null
  } catch {
    return null
  }
}
