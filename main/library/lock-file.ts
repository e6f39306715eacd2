// What a lock says of its holder, read and written whole. The heartbeat is written over the file's beginning in place, so the
// text always has the same length.
import { z } from 'zod'
import { type Disk, readWhole, removeFile } from './disk.ts'
import { knowsNoLinks } from './generations.ts'
import { temporaryBeside, writeNew } from './new-file.ts'
import { systemCode } from './storage-error.ts'

const schema = z.strictObject({
  /** Random; tells one taking of the lock from every other. */
  token: z.string().regex(/^[0-9a-f]{32}$/),
  host: z.string(),
  pid: z.int().min(1),
  process: z.string().nullable(),
  /** ISO instants. */
  started: z.iso.datetime(),
  heartbeat: z.iso.datetime(),
})
export type Holder = z.output<typeof schema>
/** `holder` is null when the file can't be read; `changed` is then all that is known (milliseconds since 1970). */
export type LockFile = { readonly holder: Holder | null; readonly ino: number; readonly changed: number }

/** A lock's bytes; always as many for one holder, whatever the heartbeat. */
export function encodeHolder(holder: Holder): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(holder)}\n`)
}

/** The lock at `path`, or null when there is none. Rejects with the system's error. */
export async function readLock(disk: Disk, path: string): Promise<LockFile | null> {
  const found = await readWhole(disk.fileSystem, path)
  if (found === null) return null
  return { holder: decodeHolder(found.bytes), ino: found.info.ino, changed: found.info.mtimeMs }
}

/** Creates a lock (or a claim on one) at `path` with its whole content at once; false when there is one. */
export async function createHolder(disk: Disk, path: string, holder: Holder): Promise<boolean> {
  const temporary = await writeHolder(disk, path, holder)
  try {
    await disk.fileSystem.link(temporary, path)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    if (!knowsNoLinks(error)) throw error
    return await createDirectly(disk, path, holder)
  } finally {
    // The lock is taken or not by now; a name left over is tidied up at the next opening.
    await removeFile(disk.fileSystem, temporary).catch(() => undefined)
  }
}

/** Writes a holder to a temporary file beside `path` and gives that file's path. */
export async function writeHolder(disk: Disk, path: string, holder: Holder): Promise<string> {
  const temporary = temporaryBeside(disk, path)
  try {
    // Only into a folder that is there: a library on a disk that was pulled out is not begun anew by locking it.
    await writeNew(disk, temporary, encodeHolder(holder))
  } catch (error) {
    await removeFile(disk.fileSystem, temporary).catch(() => undefined)
    throw error
  }
  return temporary
}

/** Where a disk knows no second names: created under its own name, then filled. */
async function createDirectly(disk: Disk, path: string, holder: Holder): Promise<boolean> {
  try {
    await writeNew(disk, path, encodeHolder(holder))
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
}

function decodeHolder(bytes: Uint8Array): Holder | null {
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return null
  }
}
