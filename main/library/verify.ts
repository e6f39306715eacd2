// Reads every file of a library and says what is wrong with it. Writes nothing.
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { assertNever } from '../../domain/assert-never.ts'
import type { MessageValues, Result } from '../../domain/result.ts'
import { cataloguePlace, decodeCatalogue } from './catalogue-file.ts'
import { type Disk, readWhole } from './disk.ts'
import { entryFile, generationOf, generationsKept, notesFile } from './file-names.ts'
import { decodeHeader } from './header.ts'
import type { Problem, VerifyReport } from './library.ts'
import { currentSchema, decodeRecord, type RecordKind, type Stored } from './record.ts'
import { type EntryRecord, entryKind, type NotesRecord, notesKind, sessionKind } from './record-kinds.ts'
import type { Seal } from './sealing.ts'
import { systemCode } from './storage-error.ts'
import { type Finding, findingsInEntry, findingsInNotes } from './verify-content.ts'
import { type FileRole, listLibrary, type RecordRole, roleOf } from './verify-files.ts'

export type VerifyOptions = {
  readonly disk: Disk
  readonly folder: string
  readonly library: string
  readonly seal: Seal
  /** The sentence for a message key `verify.<code>`. */
  readonly message: (key: string, values: MessageValues) => string
}

/** Checks every file. A file that can't be opened is a finding like all others; nothing is repaired. */
export async function verifyLibrary(options: VerifyOptions): Promise<VerifyReport> {
  const files = await listLibrary(options.disk, options.folder)
  const names = new Set(files)
  const problems: Problem[] = []
  let checked = 0
  for (const file of files) {
    const role = roleOf(file)
    // A temporary file of our own is being written at this moment.
    if (role.role === 'temporary' && file.includes(`.${options.disk.token}`)) continue
    checked += 1
    await setImmediate()
    for (const { code, values = {} } of await findings(options, file, role, names)) {
      problems.push({ file, problem: options.message(`verify.${code}`, { file, ...values }), repaired: false })
    }
  }
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
      return []
    case 'temporary':
    case 'conflict':
    case 'unknown':
      return [{ code: role.role }]
    case 'header':
    case 'catalogue':
    case 'entry':
    case 'session':
    case 'notes':
      return readable(options, file, (bytes) => findingsInFile(options, file, role, names, bytes))
    default:
      return assertNever(role)
  }
}

type ReadRole = RecordRole | { readonly role: 'header' } | { readonly role: 'catalogue' }

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

async function findingsInFile(
  options: VerifyOptions,
  file: string,
  role: ReadRole,
  names: ReadonlySet<string>,
  bytes: Uint8Array,
): Promise<readonly Finding[]> {
  if (role.role === 'header') return decodeHeader(bytes).ok ? [] : [{ code: 'damaged' }]
  if (role.role === 'catalogue') {
    const items = decodeCatalogue(bytes, cataloguePlace(options.library), options.seal)
    return items === null ? [{ code: 'catalogue' }] : []
  }
  if (role.part === 'damaged') return [{ code: 'set-aside' }]
  const misplaced: readonly Finding[] = role.inPlace ? [] : [{ code: 'wrong-folder' }]
  if (role.part === 'generation') {
    const alone = names.has(currentOf(role)) ? [] : [{ code: 'current-missing' as const }]
    return [...misplaced, ...alone, ...decodeFindings(options, role, file, bytes, 'generation-damaged')]
  }
  const flaws = decodeFindings(options, role, file, bytes, 'damaged')
  if (flaws.length === 0) return [...misplaced, ...(await contentFindings(options, role, file, bytes))]
  const copied = flaws[0]?.code === 'damaged' && (await hasGoodCopy(options, role))
  return [...misplaced, ...(copied ? [{ code: 'damaged-with-copy' as const }] : flaws)]
}

function currentOf(role: RecordRole): string {
  if (role.role === 'notes') return notesFile(role.device, role.id)
  return role.role === 'entry' ? entryFile(role.id) : `sessions/${role.id}.json`
}

async function hasGoodCopy(options: VerifyOptions, role: RecordRole): Promise<boolean> {
  for (let number = 1; number <= generationsKept; number += 1) {
    const file = generationOf(currentOf(role), number)
    const found = await readWhole(options.disk.fileSystem, join(options.folder, file)).catch(() => null)
    if (found !== null && decodeFindings(options, role, file, found.bytes, 'damaged').length === 0) return true
  }
  return false
}

function decodeFindings(
  options: VerifyOptions,
  role: RecordRole,
  file: string,
  bytes: Uint8Array,
  code: Finding['code'],
): readonly Finding[] {
  const decoded = decodeAs(options, role, file, bytes)
  if (decoded.ok) return []
  return [{ code: decoded.failure.code === 'record-newer' ? 'newer' : code }]
}

function decodeAs(options: VerifyOptions, role: RecordRole, file: string, bytes: Uint8Array): Result<Stored> {
  switch (role.role) {
    case 'entry':
      return decode(options, entryKind, role.id, file, bytes)
    case 'notes':
      return decode(options, notesKind, role.id, file, bytes)
    case 'session':
      return decode(options, sessionKind, role.id, file, bytes)
    default:
      return assertNever(role)
  }
}

function decode<T extends Stored>(
  options: VerifyOptions,
  kind: RecordKind<T>,
  id: string,
  file: string,
  bytes: Uint8Array,
): Result<T> {
  const place = { library: options.library, record: id, kind: kind.name, schema: currentSchema(kind) }
  const opened = options.seal.open(bytes, place)
  return opened.ok ? decodeRecord(opened.value, kind, id, file) : opened
}

async function contentFindings(
  options: VerifyOptions,
  role: RecordRole,
  file: string,
  bytes: Uint8Array,
): Promise<readonly Finding[]> {
  if (role.role === 'session') return []
  if (role.role === 'entry') {
    const entry = decode<EntryRecord>(options, entryKind, role.id, file, bytes)
    return entry.ok ? findingsInEntry(entry.value) : []
  }
  const notes = decode<NotesRecord>(options, notesKind, role.id, file, bytes)
  if (!notes.ok) return []
  const entryPath = entryFile(role.id)
  const found = await readWhole(options.disk.fileSystem, join(options.folder, entryPath))
  if (found === null) return [{ code: 'briefing-missing' }]
  const entry = decode<EntryRecord>(options, entryKind, role.id, entryPath, found.bytes)
  return findingsInNotes(notes.value, role.device, entry.ok ? entry.value : null)
}
