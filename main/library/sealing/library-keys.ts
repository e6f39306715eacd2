// What opening a library needs of its keys, and what can be done with them while it is open.
import { type Failure, failed, type Result, success } from '../../../domain/result.ts'
import type { Disk } from '../disk.ts'
import type { Header } from '../header.ts'
import { type DataKey, newDataKey } from './data-key.ts'
import { storeHeader } from './header-store.ts'
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
    return storeHeader(disk, folder, { ...header, header: changed }, () => {
      keys = changed
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
