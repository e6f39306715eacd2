// Whether library.json still is of the form and key that it was opened with. Another process may have converted the library while it was
// only read here; to write to it then would put records in clear into a sealed one, or under a key that is gone.
import { join } from 'node:path'
import { type Disk, readWhole } from '../disk.ts'
import { headerName } from '../file-names.ts'
import { decodeHeader, type Header } from '../header.ts'
import type { DataKey } from './data-key.ts'
import { isSignedWith } from './key-header.ts'

type Opened = {
  readonly disk: Disk
  readonly folder: string
  readonly header: Header
  readonly dataKey: DataKey | null
}

/** True while it is; also when it can't be read, which is another's finding. Another passphrase is no other key. */
export async function isAsOpened({ disk, folder, header, dataKey }: Opened): Promise<boolean> {
  const found = await readWhole(disk.fileSystem, join(folder, headerName))
  const decoded = found === null ? null : decodeHeader(found.bytes)
  if (!decoded?.ok) return true
  const now = decoded.value
  if (now.id !== header.id || now.converting?.to !== header.converting?.to) return false
  if (now.header === null || dataKey === null) return now.header === null && dataKey === null
  return isSignedWith(now, dataKey.keyFor, now.header)
}
