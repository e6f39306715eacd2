// What opening a library needs of its keys, and what can be done with them while it is open.
import { join } from 'node:path'
import { type Failure, failed, type Result, success } from '../../../domain/result.ts'
import { type Disk, listFolder, removeFile, syncFolder } from '../disk.ts'
import { durableFile } from '../durable.ts'
import { headerName, isHeaderFile } from '../file-names.ts'
import { encodeHeader, type Header } from '../header.ts'
import { asResult } from '../storage-error.ts'
import { type DataKey, newDataKey } from './data-key.ts'
import type { DeriveKey } from './key-derivation.ts'
import {
  type HeaderPlace,
  type KeyHeader,
  newKeyHeader,
  type Secret,
  unlock,
  withPassphrase,
  withRecoveryKey,
} from './key-header.ts'
import { newRecoveryKey } from './recovery-key.ts'

export type LibraryKeys = {
  /** The key for one purpose; see data-key.ts. */
  readonly keyFor: DataKey['keyFor']
  /** Whether a recovery key was ever made. */
  readonly hasRecoveryKey: () => boolean
  /** True when this opens the library. */
  readonly check: (secret: Secret) => Promise<Result<null>>
  /** Wraps the data key anew; the former passphrase opens nothing any more. Failures as `check`, and `passphrase-empty`, the disk's. */
  readonly changePassphrase: (current: Secret, passphrase: string) => Promise<Result<null>>
  /** Makes a recovery key and gives it, to be shown once; the former one opens nothing any more. */
  readonly newRecoveryKey: (current: Secret) => Promise<Result<string>>
}

/** Makes the key header of a new library. Rejects when the key can't be derived. */
export async function headerOfNewLibrary(
  place: HeaderPlace,
  passphrase: string,
  derive: DeriveKey,
): Promise<KeyHeader> {
  const dataKey = newDataKey()
  const header = await newKeyHeader(place, dataKey, passphrase, derive)
  dataKey.forget()
  return header
}

/**
 * The data key of an existing library, or null for a plain one. Failures: `library-sealed` (no secret was given), `library-plain` (one was
 * given for nothing), and those of `unlock`.
 */
export async function unlockLibrary(
  header: Header,
  secret: Secret | null,
  derive: DeriveKey,
): Promise<Result<DataKey | null>> {
  if (header.header === null) return secret === null ? success(null) : failed('library-plain')
  if (secret === null) return failed('library-sealed')
  return unlock({ place: header, header: header.header, derive }, secret)
}

type KeysOptions = {
  readonly disk: Disk
  readonly folder: string
  readonly header: Header
  readonly dataKey: DataKey
  readonly derive: DeriveKey
  /** Why nothing can be written now, or null. */
  readonly mayWrite: () => Promise<Failure | null>
}

/** The keys of an open sealed library. */
export function libraryKeys({ disk, folder, header, dataKey, derive, mayWrite }: KeysOptions): LibraryKeys {
  let keys = headerOf(header)
  const file = durableFile(disk, join(folder, headerName), headerName)
  const unlocking = () => ({ place: header, header: keys, derive })
  const check = async (secret: Secret): Promise<Result<null>> => {
    const opened = await unlock(unlocking(), secret)
    if (!opened.ok) return opened
    opened.value.forget()
    return success(null)
  }
  const store = async (changed: KeyHeader): Promise<Result<null>> => {
    const failure = await mayWrite()
    if (failure !== null) return { ok: false, failure }
    const bytes = encodeHeader({ ...header, header: changed })
    const written = await asResult(() => file.write(bytes))
    if (!written.ok) return written
    keys = changed
    // What opened the library before must not open a copy of it; the copy that is kept is of the new one.
    return asResult(async () => {
      await removeEarlierHeaders(disk, folder)
      await file.write(bytes)
      return null
    })
  }
  return {
    keyFor: dataKey.keyFor,
    hasRecoveryKey: () => keys.recovery !== null,
    check,
    changePassphrase: async (current, passphrase) => {
      if (passphrase === '') return failed('passphrase-empty')
      const allowed = await check(current)
      return allowed.ok ? store(await withPassphrase(unlocking(), dataKey, passphrase)) : allowed
    },
    newRecoveryKey: async (current) => {
      const allowed = await check(current)
      if (!allowed.ok) return allowed
      const shown = newRecoveryKey()
      const stored = await store(withRecoveryKey(unlocking(), dataKey, shown))
      return stored.ok ? success(shown) : stored
    },
  }
}

function headerOf({ header }: Header): KeyHeader {
  if (header === null) throw new Error('a plain library has no keys')
  return header
}

async function removeEarlierHeaders(disk: Disk, folder: string): Promise<void> {
  for (const { name } of await listFolder(disk.fileSystem, folder)) {
    if (isHeaderFile(name) && name !== headerName) await removeFile(disk.fileSystem, join(folder, name))
  }
  await syncFolder(disk, folder)
}
