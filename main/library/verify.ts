// Reads every file of a library and says what is wrong with it. Writes nothing.
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { assertNever } from '../../domain/assert-never.ts'
import type { MessageValues } from '../../domain/result.ts'
import { type Disk, readWhole } from './disk.ts'
import { manifestName } from './file-names.ts'
import type { Problem, VerifyReport } from './library.ts'
import type { Standing } from './manifest-keeper.ts'
import type { Seal } from './sealing/seal.ts'
import { systemCode } from './storage-error.ts'
import type { Finding } from './verify-content.ts'
import { type FileRole, listLibrary, roleOf } from './verify-files.ts'
import { findingsInFile } from './verify-record.ts'

export type VerifyOptions = {
  readonly disk: Disk
  readonly folder: string
  readonly library: string
  readonly seal: Seal
  /** The sentence for a message key `verify.<code>`. */
  readonly message: (key: string, values: MessageValues) => string
  /** What the list of records says is missing or older. */
  readonly standing: () => Standing
}

/** One thing found wanting, in which file (relative to the library) and what that file is by its name. */
export type Found = Finding & { readonly file: string; readonly role: FileRole }
/** `kept` are the files that hold damaged bytes which a repair has dealt with: told, and no problem. */
export type Findings = {
  readonly checked: number
  readonly found: readonly Found[]
  readonly kept: readonly string[]
}

/** Checks every file. A file that can't be opened is a finding like all others; nothing is written. */
export async function verifyLibrary(options: VerifyOptions): Promise<VerifyReport> {
  const { checked, found, kept } = await findProblems(options)
  return { ok: found.length === 0, checked, problems: found.map((one) => problemOf(options, one, false)), kept }
}

/** A finding as the report tells it. */
export function problemOf({ message }: VerifyOptions, { file, code, values }: Found, repaired: boolean): Problem {
  return { file, problem: message(`verify.${code}`, { file, ...values }), repaired }
}

/** What is wrong with each file, as data. */
export async function findProblems(options: VerifyOptions): Promise<Findings> {
  const { files, unreadable } = await listLibrary(options.disk, options.folder)
  const names = new Set(files)
  const found: Found[] = unreadable.map(({ file, code }) => ({
    file,
    role: { role: 'unknown' },
    code: 'unreadable',
    values: { code },
  }))
  const kept: string[] = []
  let checked = 0
  for (const file of files) {
    const role = roleOf(file)
    // A temporary file of our own is being written at this moment.
    if (role.role === 'temporary' && file.includes(`.${options.disk.token}`)) continue
    checked += 1
    await setImmediate()
    if ('part' in role && role.part === 'repaired') kept.push(file)
    for (const finding of await findings(options, file, role, names)) found.push({ ...finding, file, role })
  }
  const { withdrawn, rolledBack } = options.standing()
  const listed = { role: 'unknown' } as const
  for (const { file, kind } of withdrawn) found.push({ file, role: listed, code: `record-${kind}` })
  if (rolledBack) found.push({ file: manifestName, role: listed, code: 'rolled-back' })
  return { checked, found, kept }
}

async function findings(
  options: VerifyOptions,
  file: string,
  role: FileRole,
  names: ReadonlySet<string>,
): Promise<readonly Finding[]> {
  switch (role.role) {
    case 'lock':
    case 'conversion':
      return []
    case 'temporary':
    case 'conflict':
    case 'unknown':
      return [{ code: role.role }]
    case 'header':
    case 'catalogue':
    case 'manifest':
    case 'entry':
    case 'session':
    case 'notes':
      return readable(options, file, (bytes) => findingsInFile(options, file, role, names, bytes))
    default:
      return assertNever(role)
  }
}

async function readable(
  options: VerifyOptions,
  file: string,
  check: (bytes: Uint8Array) => Promise<readonly Finding[]> | readonly Finding[],
): Promise<readonly Finding[]> {
  try {
    const found = await readWhole(options.disk.fileSystem, join(options.folder, file))
    return found === null ? [] : await check(found.bytes)
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    return [{ code: 'unreadable', values: { code } }]
  }
}
