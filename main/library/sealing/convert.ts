// Converts a library: plain to sealed, sealed to plain, sealed to sealed under a new data key. library.json says so first; then one file
// after the other is rewritten; then library.json says that it is done. Killed at any step, every record is whole in the one form or in
// the other, and the next run goes on.
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type Failure, failed, type Result, success } from '../../../domain/result.ts'
import { type Disk, diskOf, syncFolder } from '../disk.ts'
import { headerName, manifestName } from '../file-names.ts'
import type { FileSystem } from '../file-system.ts'
import { type Header, openHeader } from '../header.ts'
import { takeLock } from '../lock.ts'
import { manifestFile } from '../manifest-file.ts'
import type { SeenGenerations } from '../manifest-keeper.ts'
import { nodeProcesses, type Processes } from '../processes.ts'
import { asResult, StorageError, storageError } from '../storage-error.ts'
import { openGuard, type WriteGuard } from '../write-guard.ts'
import { removeList, writeList } from './conversion-list.ts'
import { codesOf, contentOf, convertFile, removeFiles } from './convert-files.ts'
import { convertingTo, type Form, formerKeys } from './converting.ts'
import { sealOf } from './converting-seal.ts'
import { type DataKey, newDataKey } from './data-key.ts'
import { storeHeader } from './header-store.ts'
import type { DeriveKey } from './key-derivation.ts'
import { newKeyHeader, type Secret, unlock } from './key-header.ts'
import { canSeal } from './probe.ts'
import type { Seal } from './seal.ts'

export type ConvertOptions = {
  /** Absolute path of a library that nobody has open to write. */
  readonly folder: string
  readonly derive: DeriveKey
  readonly fileSystem: FileSystem
  readonly now: () => Date
  readonly host: string
  readonly pid: number
  readonly processes?: Processes
  /** What this machine remembers of sealed libraries. */
  readonly seen: Pick<SeenGenerations, 'get'>
  readonly report: (message: unknown) => void
  /** Told how many of how many files are through. */
  readonly onProgress?: (done: number, total: number) => void
  /** Stops after the file at hand; the library is half converted then, and goes on when it is opened or converted again. */
  readonly signal?: AbortSignal
}

/** What a library is to become; `as-begun` goes on with what was begun, if anything was. */
export type Wanted =
  | { readonly to: 'sealed'; readonly passphrase: string; readonly newKey: boolean }
  | { readonly to: 'plain' }
  | 'as-begun'

export type Converted = {
  /** `nothing`: it was of that form already. */
  readonly state: 'done' | 'stopped' | 'nothing'
  /** Records that could not be opened, so that they stand as they stood; relative to the library. */
  readonly left: readonly string[]
  /** Files that are not the library's own and were left alone: whatever is in them is not sealed by this. */
  readonly foreign: readonly string[]
}

/**
 * Converts the library in a folder. In: what opens it now (null for a plain one), and what it is to become. Failures: `file-missing`,
 * `library-foreign`, `library-damaged` (also when only a copy of library.json can be read), `library-newer`, `library-locked` and
 * `library-locked-elsewhere`, `library-sealed`, `library-plain`, `passphrase-empty`, `sealing-unavailable`, those of `unlock`, and the disk's. Whatever fails, the
 * library opens as before with what opened it, and the same call goes on where it was.
 */
export async function convertLibrary(
  options: ConvertOptions,
  secret: Secret | null,
  wanted: Wanted,
): Promise<Result<Converted>> {
  if (wanted !== 'as-begun' && wanted.to === 'sealed' && wanted.passphrase === '') return failed('passphrase-empty')
  if (!canSeal()) return failed('sealing-unavailable')
  const disk = diskOf(options.fileSystem)
  const there = await headerIn(options, disk)
  if (!there.ok) return there
  const { folder, host, pid, now, processes = nodeProcesses, report } = options
  const guard = await openGuard({
    take: (stale) => takeLock({ disk, folder, host, pid, processes, now }, stale),
    reason: failed('call-refused').failure,
    report,
  })
  try {
    const refusal = guard.readOnly()
    if (refusal !== null) return { ok: false, failure: refusal }
    return await locked({ ...options, disk, guard }, secret, wanted)
  } finally {
    await guard.close()
  }
}

type Parts = ConvertOptions & { readonly disk: Disk; readonly guard: WriteGuard }
/** A conversion that library.json speaks of. */
type Begun = { readonly header: Header; readonly dataKey: DataKey; readonly to: Form }

async function headerIn({ folder, now }: ConvertOptions, disk: Disk): Promise<Result<Header>> {
  const opened = await openHeader({ disk, folder, now, createIfMissing: false, seal: null })
  if (!opened.ok) return opened
  const { header, warning } = opened.value
  return warning === null ? success(header) : { ok: false, failure: warning }
}

/** With the lock in hand nobody of ours changes library.json: it is read again now. */
async function locked(parts: Parts, secret: Secret | null, wanted: Wanted): Promise<Result<Converted>> {
  const header = await headerIn(parts, parts.disk)
  if (!header.ok) return header
  const begun = await asStorage(() => begin(parts, header.value, secret, wanted))
  if (!begun.ok) return begun
  const underway = begun.value
  if (underway === null) return success({ state: 'nothing', left: [], foreign: [] })
  try {
    const converted = await asStorage(() => goOn(parts, underway))
    // What was begun is finished first; then comes the new key.
    const isFirst = header.value.converting?.to === 'sealed' && wanted !== 'as-begun' && isNewKey(wanted)
    return isFirst && converted.ok && converted.value.state === 'done' ? locked(parts, secret, wanted) : converted
  } finally {
    underway.dataKey.forget()
  }
}

/** Makes library.json speak of the conversion, unless it does. Null when there is nothing to convert. */
async function begin(
  parts: Parts,
  header: Header,
  secret: Secret | null,
  wanted: Wanted,
): Promise<Result<Begun | null>> {
  if (header.header === null) {
    if (wanted === 'as-begun') return success(null)
    return wanted.to === 'plain' ? failed('library-plain') : beginSealing(parts, header, wanted.passphrase, [])
  }
  if (secret === null) return failed('library-sealed')
  const unlocked = await unlock({ place: header, header: header.header, derive: parts.derive }, secret)
  if (!unlocked.ok) return unlocked
  const dataKey = unlocked.value
  const underway = header.converting
  const to = wanted === 'as-begun' ? underway?.to : wanted.to
  // The way it goes already, or a new key, for which that must be finished first.
  if (underway !== undefined && underway.to === to) return success({ header, dataKey, to })
  const isAsWanted = underway === undefined && to === 'sealed' && wanted !== 'as-begun' && !isNewKey(wanted)
  if (to === undefined || isAsWanted || wanted === 'as-begun') {
    dataKey.forget()
    return success(null)
  }
  const former = underway === undefined ? success([]) : formerKeys(underway, header, dataKey)
  if (!former.ok) return former
  if (wanted.to === 'sealed') return beginSealing(parts, header, wanted.passphrase, [dataKey, ...former.value])
  const converting = convertingTo('plain', header, dataKey, former.value)
  for (const key of former.value) key.forget()
  return said(parts, { ...header, converting }, dataKey, 'plain')
}

function isNewKey(wanted: Exclude<Wanted, 'as-begun'>): boolean {
  return wanted.to === 'sealed' && wanted.newKey
}

/** Always under a new key: what library.json once said of conversions under a former one is never true again. */
async function beginSealing(
  parts: Parts,
  header: Header,
  passphrase: string,
  former: readonly DataKey[],
): Promise<Result<Begun>> {
  const { disk, folder } = parts
  const dataKey = newDataKey()
  const keyHeader = await newKeyHeader(header, dataKey, passphrase, parts.derive)
  const { records } = await contentOf(disk, folder, header.id)
  await mustHold(parts)
  await writeList({ disk, folder, library: header.id, dataKey }, await codesOf(disk, folder, records, dataKey))
  const converting = convertingTo('sealed', header, dataKey, former)
  for (const key of former) key.forget()
  return said(parts, { ...header, header: keyHeader, converting }, dataKey, 'sealed')
}

async function said({ disk, folder }: Parts, header: Header, dataKey: DataKey, to: Form): Promise<Result<Begun>> {
  const stored = await storeHeader(disk, folder, header)
  return stored.ok ? success({ header, dataKey, to }) : stored
}

async function goOn(parts: Parts, { header, dataKey, to }: Begun): Promise<Result<Converted>> {
  const { disk, folder, signal, onProgress = () => undefined } = parts
  const opened = await sealOf(disk, folder, header, dataKey)
  if (!opened.ok) return opened
  await mustHold(parts)
  if (to === 'sealed') await beginManifest(parts, header, opened.value.seal)
  const content = await contentOf(disk, folder, header.id)
  await removeFiles(disk, folder, content.disposable)
  const left: string[] = []
  const total = content.records.length
  onProgress(0, total)
  for (const [index, record] of content.records.entries()) {
    if (signal?.aborted === true) return success({ state: 'stopped', left, foreign: content.foreign })
    await setImmediate()
    await mustHold(parts)
    const outcome = await convertFile({ disk, folder, to, dataKey, seal: opened.value.seal }, record)
    if (outcome === 'left') left.push(record.file)
    onProgress(index + 1, total)
  }
  // A library.json of which the keys open nothing is not this library's: it is the last thing to throw keys away by.
  if (to === 'plain' && total > 0 && left.length === total) return failed('library-damaged', { file: headerName })
  await flush(disk, folder, content.records)
  await mustHold(parts)
  const finished = await finish(parts, header, to)
  for (const key of opened.value.former) key.forget()
  return finished.ok ? success({ state: 'done', left, foreign: content.foreign }) : finished
}

/** A library that was plain has no list of its records: an empty one, as new as this machine knows of, says that nothing is missing. */
async function beginManifest({ disk, folder, seen }: Parts, { id }: Header, seal: Seal): Promise<void> {
  if ((await contentOf(disk, folder, id)).hasManifest) return
  const generation = Math.max(1, await seen.get(id))
  await manifestFile(disk, folder, id, seal).write({ generation, records: new Map() })
}

async function flush(disk: Disk, folder: string, records: readonly { readonly file: string }[]): Promise<void> {
  for (const below of new Set(records.map(({ file }) => dirname(join(folder, file))))) await syncFolder(disk, below)
}

/** All is converted: nothing needs the list any more, and then nothing speaks of a conversion. */
async function finish({ disk, folder }: Parts, header: Header, to: Form): Promise<Result<null>> {
  await removeList(disk, folder)
  // A plain library has no list of its records.
  if (to === 'plain') await removeFiles(disk, folder, [manifestName])
  const { converting: _, ...rest } = header
  return storeHeader(disk, folder, to === 'plain' ? { ...rest, header: null } : rest)
}

async function mustHold({ guard }: Parts): Promise<void> {
  const failure: Failure | null = await guard.check()
  if (failure !== null) throw new StorageError(failure.code, failure.values)
}

/** Storage work whose system errors become failures as well. */
function asStorage<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  return asResult(async () => {
    try {
      return await work()
    } catch (error) {
      throw storageError(error, headerName)
    }
  }).then((result) => (result.ok ? result.value : result))
}
