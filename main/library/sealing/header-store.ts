// Puts another library.json in the former one's place so that no copy of the former stays behind: what opened the library before must not
// open a copy of it, and what was true of it before must not be believed again.
import { join } from 'node:path'
import type { Result } from '../../../domain/result.ts'
import { type Disk, listFolder, removeFile, syncFolder } from '../disk.ts'
import { durableFile } from '../durable.ts'
import { headerName, isHeaderFile } from '../file-names.ts'
import { encodeHeader, type Header } from '../header.ts'
import { asResult } from '../storage-error.ts'

/** Stores the header. `stored` is called once it is on the disk, when the copies are still to be removed. Failures are the disk's. */
export async function storeHeader(
  disk: Disk,
  folder: string,
  header: Header,
  stored: () => void = () => undefined,
): Promise<Result<null>> {
  const file = durableFile(disk, join(folder, headerName), headerName)
  const bytes = encodeHeader(header)
  const written = await asResult(() => file.write(bytes))
  if (!written.ok) return written
  stored()
  // The copy that is kept is of the new one.
  return asResult(async () => {
    await removeEarlierHeaders(disk, folder)
    await file.write(bytes)
    return null
  })
}

async function removeEarlierHeaders(disk: Disk, folder: string): Promise<void> {
  for (const { name } of await listFolder(disk.fileSystem, folder)) {
    if (isHeaderFile(name) && name !== headerName) await removeFile(disk.fileSystem, join(folder, name))
  }
  await syncFolder(disk, folder)
}
