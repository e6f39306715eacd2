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

/** Checks every file. A file that can't be opened is a finding like all others; nothing is repaired. */
export async function verifyLibrary(options: VerifyOptions): Promise<VerifyReport> {
  const { files, unreadable } = await listLibrary(options.disk, options.folder)
  const names = new Set(files)
  const problems: Problem[] = []
  const find = (file: string, code: Finding['code'], values: MessageValues) =>
    problems.push({ file, problem: options.message(`verify.${code}`, { file, ...values }), repaired: false })
  for (const { file, code } of unreadable) find(file, 'unreadable', { code })
  let checked = 0
  for (const file of files) {
    const role = roleOf(file)
    // A temporary file of our own is being written at this moment.
    if (role.role === 'temporary' && file.includes(`.${options.disk.token}`)) continue
    checked += 1
    await setImmediate()
    for (const { code, values = {} } of await findings(options, file, role, names)) find(file, code, values)
  }
  const { withdrawn, rolledBack } = options.standing()
  for (const { file, kind } of withdrawn) find(file, `record-${kind}`, {})
  if (rolledBack) find(manifestName, 'rolled-back', {})
  return { ok: problems.length === 0, checked, problems }
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
