// Opens a library: what is built, in which order, and who gets what. The list comes from the catalogue at once; the files are
// checked after (`settled` tells when).

import type { Selectors } from '../../domain/notes/note.ts'
import type { Reading, StoredReading } from '../../domain/reading/reading.ts'
import { type Failure, failed, type MessageValues, type Result, success } from '../../domain/result.ts'
import type { Span } from '../../domain/span.ts'
import { openBackups } from '../backup/open-backups.ts'
import { createAnnouncer } from './announcer.ts'
import { briefingCommands } from './briefing-commands.ts'
import { briefingFiles } from './briefing-files.ts'
import { createCatalogue } from './catalogue.ts'
import { type CatalogueFile, catalogueFile } from './catalogue-file.ts'
import { keepCatalogue } from './catalogue-keeper.ts'
import { startChecking } from './checking.ts'
import { deleteForGood } from './delete-for-good.ts'
import { type Disk, diskOf } from './disk.ts'
import { conversionName } from './file-names.ts'
import type { FileSystem } from './file-system.ts'
import { type OpenHeader, openHeader } from './header.ts'
import type { HeldLock } from './held-lock.ts'
import { importCommands } from './import-notes.ts'
import type { Library } from './library.ts'
import { takeLock } from './lock.ts'
import { manifestFile } from './manifest-file.ts'
import { keepManifest, type ManifestKeeper, type SeenGenerations } from './manifest-keeper.ts'
import { mendHeader } from './mend-header.ts'
import { noteCommands } from './note-commands.ts'
import { previousCommands } from './previous-commands.ts'
import { nodeProcesses, type Processes } from './processes.ts'
import { readingAgain } from './reading-again.ts'
import { repairCommand } from './repair-command.ts'
import { reviseCommands } from './revise-commands.ts'
import { type ConvertOptions, convertLibrary } from './sealing/convert.ts'
import { type OpenSeal, sealOf } from './sealing/converting-seal.ts'
import type { DataKey } from './sealing/data-key.ts'
import type { DeriveKey } from './sealing/key-derivation.ts'
import type { Secret } from './sealing/key-header.ts'
import { headerOfNewLibrary, libraryKeys, unlockLibrary } from './sealing/library-keys.ts'
import { canSeal } from './sealing/probe.ts'
import { isAsOpened } from './sealing/same-header.ts'
import { openSession } from './session-keeper.ts'
import { createShelf, type Shelf } from './shelf.ts'
import { asResult, storageError } from './storage-error.ts'
import { storeNotes } from './store-notes.ts'
import { textFilter, wordsOfEntry } from './text-filter.ts'
import { verifyLibrary } from './verify.ts'
import { listLibrary } from './verify-files.ts'
import { wipeLibrary } from './wipe.ts'
import { openGuard } from './write-guard.ts'

export type OpenOptions = {
  /** Absolute path. */
  readonly folder: string
  /** The uuid of this machine: the name of its notes' folder. */
  readonly device: string
  /** Who writes notes here, as the notes will say. */
  readonly creator: string
  /** `read-only` takes no lock and writes nothing, except a new library when `createIfMissing` asks for one. */
  readonly mode: 'read-write' | 'read-only'
  /** Whether an absent or empty folder becomes a new library: sealed when `secret` is a passphrase, plain when it is null. */
  readonly createIfMissing: boolean
  /** What opens a sealed library; null for a plain one. */
  readonly secret: Secret | null
  readonly derive: DeriveKey
  /** What this machine remembers of sealed libraries. */
  readonly seen: SeenGenerations
  readonly fileSystem: FileSystem
  readonly now: () => Date
  readonly host: string
  readonly pid: number
  readonly processes?: Processes
  /** Told how far a conversion is that was interrupted and is finished before the library opens. */
  readonly onProgress?: NonNullable<ConvertOptions['onProgress']>
  /** Brings a text into the one form that is stored, or refuses it (domain/text/normalise.ts). */
  readonly normalise: (text: string) => Result<string>
  /** The number of the rules that `read` reads by: what older ones have read can be read again. */
  readonly engine: number
  /** Reads a text without keeping this thread busy for longer than one text takes. */
  readonly read: (text: string) => Promise<Reading>
  readonly describe: (text: string, span: Span, reading: StoredReading) => Selectors
  /** Makes words comparable for the filter (domain/text/fold.ts). */
  readonly fold: (text: string) => string
  /** The sentence for a message key, for `verify`. */
  readonly message: (key: string, values: MessageValues) => string
  /** Told of what happens out of sight: an Error, or a Failure of a background write. */
  readonly report: (message: unknown) => void
}

/** Milliseconds that opening waits for a first check when there is no catalogue: small libraries are complete by then. */
const firstLook = 150

/**
 * Opens the library in a folder. Failures: `file-missing`, `library-foreign`, `library-damaged`, `library-newer`,
 * those of `unlockLibrary`, `passphrase-empty`, `sealing-unavailable`, or the disk's. A library that can be read but not written (locked, read-only disk) opens; its state says why.
 */
export async function openLibrary(options: OpenOptions): Promise<Result<Library>> {
  const disk = diskOf(options.fileSystem)
  const { secret, derive } = options
  if (secret?.text === '') return failed('passphrase-empty')
  if (secret !== null && !canSeal()) return failed('sealing-unavailable')
  const header = await openHeader({
    ...options,
    disk,
    createIfMissing: options.createIfMissing && secret?.kind !== 'recovery-key',
    seal: secret === null ? null : (place) => headerOfNewLibrary(place, secret.text, derive),
  })
  if (!header.ok) return header
  const dataKey = await unlockLibrary(header.value.header, secret, derive)
  if (!dataKey.ok) return dataKey
  if (isUnfinished(options, header.value)) {
    dataKey.value?.forget()
    return openFinished(options, disk)
  }
  return openWith(options, disk, header.value, dataKey.value)
}

async function openWith(
  options: OpenOptions,
  disk: Disk,
  opened: OpenHeader,
  dataKey: DataKey | null,
): Promise<Result<Library>> {
  const seal = await asResult(async () => {
    try {
      return await sealOf(disk, options.folder, opened.header, dataKey)
    } catch (error) {
      throw storageError(error, conversionName)
    }
  })
  if (!seal.ok) return seal
  return seal.value.ok ? success(await assemble(options, disk, opened, dataKey, seal.value.value)) : seal.value
}

function isUnfinished({ mode }: OpenOptions, { header, warning }: OpenHeader): boolean {
  return header.converting !== undefined && mode === 'read-write' && warning === null
}

/** Goes on with a conversion that was interrupted before the library is opened; where that can't be done both forms are read. */
async function openFinished(options: OpenOptions, disk: Disk): Promise<Result<Library>> {
  const { secret, derive, report } = options
  const converted = await convertLibrary(options, secret, 'as-begun')
  if (!converted.ok) report(converted.failure)
  const header = await openHeader({ ...options, disk, createIfMissing: false, seal: null })
  if (!header.ok) return header
  const isPlain = header.value.header.header === null
  const dataKey = await unlockLibrary(header.value.header, isPlain ? null : secret, derive)
  return dataKey.ok ? openWith(options, disk, header.value, dataKey.value) : dataKey
}

async function assemble(
  options: OpenOptions,
  disk: Disk,
  { header, warning }: OpenHeader,
  dataKey: DataKey | null,
  { seal, former }: OpenSeal,
): Promise<Library> {
  const { folder, now, report } = options
  const records = { disk, folder, library: header.id, seal, now, device: options.device }
  if (warning !== null) report(warning)

  const announcer = createAnnouncer(report)
  const files = briefingFiles(records)
  const cache = catalogueFile(disk, folder, header.id, seal)
  const cached = await cache.read()
  const catalogue = createCatalogue(cached ?? [])
  const manifest =
    dataKey === null
      ? null
      : await keepManifest({
          ...options,
          library: header.id,
          catalogue,
          file: manifestFile(disk, folder, header.id, seal),
          present: async () => new Set((await listLibrary(disk, folder)).files),
        })
  const standing = manifest?.standing ?? (() => ({ withdrawn: [], rolledBack: false }))
  const opening = lockTaker(options, disk, warning, () => isAsOpened({ disk, folder, header, dataKey }))
  const guard = await openGuard({
    take: opening.take,
    reason: warning ?? failed('call-refused').failure,
    report,
  })
  const texts = textFilter(async (id) => wordsOfEntry(await shelf.inTurn(id, () => files.readEntry(id))), options.fold)
  const shelf: Shelf = createShelf({
    folder,
    files,
    catalogue,
    guard,
    announcer,
    texts,
    standing,
    engine: options.engine,
  })
  const session = await openSession({ ...records, mayWrite: guard.check, report })
  const mayWrite = async () => (await guard.check()) === null
  const keeper = keepCatalogue({
    catalogue,
    file: savingBoth(cache, manifest),
    isSaved: cached !== null,
    mayWrite,
    report,
  })
  const compared = async () => manifest?.compare()
  const checking = startChecking({ disk, folder, now, report, files, catalogue, guard, shelf, compared })
  // What was another's to write may have changed meanwhile.
  guard.onChange(() => {
    announcer.tellState(shelf.state())
    if (guard.readOnly() === null) void checking.again().catch(report)
  })
  if (cached === null) await Promise.race([checking.settled(), disk.wait(firstLook)])

  const checked = { disk, folder, library: header.id, seal, message: options.message, standing }
  const { tell } = announcer
  const { inTurn } = shelf
  const keyFor = dataKey?.keyFor ?? null
  const backups = openBackups({ ...options, disk, keyFor, inTurn, flush: session.flush })
  const briefings = briefingCommands({ ...options, shelf, files, tell })
  const again = readingAgain({ ...options, shelf, files, catalogue, guard, tell, report })
  const store = storeNotes({ shelf, files, device: options.device, tell })
  const notes = noteCommands({ ...options, shelf, storeNotes: store })
  const versions = reviseCommands({ ...options, shelf, files, storeNotes: store, tell })
  const close = async () => {
    try {
      await Promise.all([checking.stop(), again.stop(), backups.close()])
      await session.flush()
      await shelf.idle()
      await keeper.close()
      await guard.close()
    } finally {
      for (const key of [dataKey, ...former]) key?.forget()
    }
  }
  return {
    id: header.id,
    keys: dataKey === null ? null : libraryKeys({ ...options, disk, header, dataKey, mayWrite: guard.check }),
    ...briefings,
    ...notes,
    ...versions,
    ...previousCommands({ ...records, shelf, files, storeNotes: store, tell }),
    ...importCommands({ ...options, shelf, storeNotes: store }),
    state: shelf.state,
    rows: catalogue.rows,
    settled: checking.settled,
    readAgain: again.start,
    stopReading: again.stop,
    filter: async (query) => texts.filter(query, catalogue.rows()),
    session: session.get,
    saveSession: session.save,
    verify: () => verifyLibrary(checked),
    repair: repairCommand({
      ...checked,
      now,
      begin: () => {
        opening.mayMend()
        return guard.tryAgain()
      },
      guard,
      shelf,
      session,
      files,
      catalogue,
      checking,
      manifest,
    }),
    backUp: backups.backUp,
    onChange: announcer.listen,
    takeOver: async () => {
      const failure = await guard.takeOver()
      if (failure !== null) return { ok: false, failure }
      await checking.again()
      return success(shelf.state())
    },
    deleteForGood: deleteForGood({ disk, folder, files, shelf, session, saveList: keeper.save }),
    wipe: async () => {
      const refusal = await guard.check()
      if (refusal !== null) return { ok: false, failure: refusal }
      guard.freeze()
      await Promise.all([checking.stop(), again.stop(), backups.close()])
      await shelf.idle()
      const wiped = await wipeLibrary({ disk, folder, header })
      await close()
      return wiped
    },
    close,
  }
}

/**
 * How this opening takes the lock; null when it never writes. A library whose library.json is damaged is only read until a person
 * has it mended: that is then the first thing done under the lock.
 */
function lockTaker(options: OpenOptions, disk: Disk, warning: Failure | null, isSame: () => Promise<boolean>) {
  const { folder, host, pid, now, processes = nodeProcesses } = options
  let refusal = warning
  let isMended = warning === null
  const take = async (stale: boolean): Promise<Result<HeldLock>> => {
    if (refusal !== null) return { ok: false, failure: refusal }
    const lock = await takeLock({ disk, folder, host, pid, processes, now }, stale)
    if (!lock.ok) return lock
    if (isMended) return onlyIf(isSame, lock.value)
    const mended = await mendHeader(disk, folder, now)
    isMended = mended.ok
    if (mended.ok) return onlyIf(isSame, lock.value)
    await lock.value.release()
    return mended
  }
  return {
    take: options.mode === 'read-only' ? null : take,
    mayMend: () => {
      refusal = null
    },
  }
}

/** Keeps a lock that was taken if the library is what was opened; else somebody converted it meanwhile, and it is given back. */
async function onlyIf(isSame: () => Promise<boolean>, lock: HeldLock): Promise<Result<HeldLock>> {
  const same = await isSame().catch(async (error: unknown) => {
    await lock.release()
    throw error
  })
  if (same) return success(lock)
  await lock.release()
  return failed('library-changed')
}

/** The list of a sealed library's records is written whenever its catalogue is. */
function savingBoth(file: CatalogueFile, manifest: ManifestKeeper | null): CatalogueFile {
  if (manifest === null) return file
  return {
    read: file.read,
    write: async (items) => {
      await file.write(items)
      await manifest.save()
    },
  }
}
