// Mends library.json from its last good copy, for the one who has just taken the lock: until then nothing else is written.
import { failed, type Result, success } from '../../domain/result.ts'
import type { Disk } from './disk.ts'
import { headerName, headerPart } from './file-names.ts'
import { decodeHeader } from './header.ts'
import { mend } from './mend.ts'
import { asResult } from './storage-error.ts'

/** Mends the header of the library in `folder`: `library-damaged` where there is no good copy, or the disk's failure. */
export async function mendHeader(disk: Disk, folder: string, now: () => Date): Promise<Result<null>> {
  const worth = (bytes: Uint8Array) => {
    const decoded = decodeHeader(bytes)
    if (decoded.ok) return 'good'
    return decoded.failure.code === 'library-damaged' ? 'damaged' : 'refused'
  }
  const mended = await asResult(() =>
    mend({ disk, folder, file: headerName, now, worth, partOf: headerPart, startsAnew: false }),
  )
  if (!mended.ok) return mended
  return mended.value ? success(null) : failed('library-damaged', { file: headerName })
}
