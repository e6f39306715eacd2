// `verify --repair`: what can be put right without losing anything. Damaged files come back from their last good copies, the damaged
// bytes are kept beside; what an interrupted write left goes. Everything else is told and not touched.
import { dirname, join } from 'node:path'
import type { Failure, Result } from '../../domain/result.ts'
import { removeFile, syncFolder } from './disk.ts'
import { headerName, manifestName, recordName } from './file-names.ts'
import type { RepairReport } from './library.ts'
import { mend } from './mend.ts'
import { sessionKind } from './record-kinds.ts'
import { asResult, storageError } from './storage-error.ts'
import { type Found, findProblems, problemOf, type VerifyOptions } from './verify.ts'
import type { Finding } from './verify-content.ts'
import type { FileRole, RecordRole } from './verify-files.ts'
import { currentOf, decodeAs } from './verify-record.ts'

export type RepairOptions = VerifyOptions & {
  readonly now: () => Date
  /** Gets the lock, and library.json mended: why nothing can be written, or null. */
  readonly begin: () => Promise<Failure | null>
  /** Runs work on a record when its turn comes and writing is allowed, so that nobody else writes it meanwhile. */
  readonly inTurn: <T>(role: RecordRole, work: () => Promise<Result<T>>) => Promise<Result<T>>
  /** Runs work on what belongs to no record, when writing is allowed. */
  readonly whenAllowed: <T>(work: () => Promise<Result<T>>) => Promise<Result<T>>
  /** Puts library.json's earlier copies in order. */
  readonly mendHeader: () => Promise<Result<null>>
  /** Has the list of records follow what was repaired: which records were brought back, and whether the list itself went. */
  readonly relist: (mended: readonly RecordRole[], anew: boolean) => Promise<Result<null>>
  /** Temporary files that this opening has removed already, relative to the library. */
  readonly tidied: () => readonly string[]
}

/** What can be made again from the records or is of no use; the list of records and that of briefings are written anew at the end. */
const removable: ReadonlySet<FileRole['role']> = new Set(['temporary', 'catalogue', 'manifest'])

/** What a repair may be able to put right. */
const repairable: ReadonlySet<Finding['code']> = new Set([
  'temporary',
  'catalogue',
  'manifest',
  'damaged',
  'damaged-with-copy',
  'generation-damaged',
  'set-aside',
  'current-missing',
])

/** `mended` are the records that are sound now. */
export type Repaired = { readonly report: RepairReport; readonly mended: readonly RecordRole[] }

/** Repairs a library and checks it once more; without the lock it only checks. One step that fails does not keep others from being done. */
export async function repairLibrary(options: RepairOptions): Promise<Repaired> {
  const before = await findProblems(options)
  const wanting = before.found.filter(({ code }) => repairable.has(code))
  const refusal = await options.begin()
  const { failures, mended } = refusal === null ? await repairAll(options, wanting) : nothingDone
  const after = await findProblems(options)
  const remaining = new Set(after.found.map(keyOf))
  const tidied = options.tidied().map((file): Found => ({ file, role: { role: 'temporary' }, code: 'temporary' }))
  const gone = new Map([...tidied, ...wanting].map((found) => [keyOf(found), found]))
  for (const key of remaining) gone.delete(key)
  // What looks well after a step that failed may not have reached the disk.
  const isDone = (found: Found) => refusal === null && !failures.has(stepOf(found))
  const problems = [
    ...[...gone.values()].map((found) => problemOf(options, found, isDone(found))),
    ...after.found.map((found) => problemOf(options, found, false)),
  ]
  const ok = problems.every(({ repaired }) => repaired)
  const [failure = null] = refusal === null ? failures.values() : [refusal]
  return { report: { ok, checked: after.checked, problems, kept: after.kept, failure }, mended }
}

function keyOf({ file, code }: Found): string {
  return `${code} ${file}`
}

/** The file of which everything is repaired in one step. */
function stepOf({ file, role }: Found): string {
  if (role.role === 'header') return headerName
  if (role.role === 'manifest') return manifestName
  return 'inPlace' in role ? currentOf(role) : file
}

type Done = { readonly failures: ReadonlyMap<string, Failure>; readonly mended: readonly RecordRole[] }
const nothingDone: Done = { failures: new Map(), mended: [] }

async function repairAll(options: RepairOptions, wanting: readonly Found[]): Promise<Done> {
  const failures = new Map<string, Failure>()
  const mended: RecordRole[] = []
  const done = <T>(step: string, result: Result<T>): T | null => {
    if (!result.ok) failures.set(step, result.failure)
    return result.ok ? result.value : null
  }
  if (wanting.some(({ role }) => role.role === 'header'))
    done(headerName, await options.whenAllowed(options.mendHeader))
  for (const role of recordsIn(wanting)) {
    const result = await options.inTurn(role, () => asResult(() => mendRecord(options, role)))
    if (done(currentOf(role), result) === true) mended.push(role)
  }
  for (const { file, role } of wanting) {
    if (!removable.has(role.role)) continue
    done(file, await options.whenAllowed(() => asResult(() => remove(options, file))))
  }
  const anew = wanting.some(({ role }) => role.role === 'manifest')
  if (mended.length > 0 || anew) done(manifestName, await options.whenAllowed(() => options.relist(mended, anew)))
  return { failures, mended }
}

/** Each record once, and only those that lie where they belong: the others are nobody's. */
function recordsIn(found: readonly Found[]): readonly RecordRole[] {
  const roles = new Map<string, RecordRole>()
  for (const { role } of found) if ('inPlace' in role && role.inPlace) roles.set(currentOf(role), role)
  return [...roles.values()]
}

function mendRecord(options: RepairOptions, role: RecordRole): Promise<boolean> {
  const file = currentOf(role)
  return mend({
    ...options,
    file,
    worth: (bytes) => {
      const decoded = decodeAs(options, role, file, bytes)
      if (decoded.ok) return 'good'
      return decoded.failure.code === 'record-newer' ? 'refused' : 'damaged'
    },
    partOf: (name) => {
      const record = recordName(name)
      return record?.id === role.id ? record.part : null
    },
    startsAnew: role.role === 'session' && sessionKind.startsAnew,
  })
}

async function remove({ disk, folder }: RepairOptions, file: string): Promise<null> {
  try {
    await removeFile(disk.fileSystem, join(folder, file))
    await syncFolder(disk, join(folder, dirname(file)))
    return null
  } catch (error) {
    throw storageError(error, file)
  }
}
