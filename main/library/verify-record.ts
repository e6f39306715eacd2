// What is wrong with one file that can be read: whether it is what its name says, in its place, and true to its text.
import { join } from 'node:path'
import { assertNever } from '../../domain/assert-never.ts'
import type { Result } from '../../domain/result.ts'
import { cataloguePlace, decodeCatalogue } from './catalogue-file.ts'
import { readWhole } from './disk.ts'
import { entryFile, generationOf, generationsKept, headerName, notesFile, sessionFile } from './file-names.ts'
import { decodeHeader } from './header.ts'
import { currentSchema, decodeRecord, type RecordKind, type Stored } from './record.ts'
import { type EntryRecord, entryKind, type NotesRecord, notesKind, sessionKind } from './record-kinds.ts'
import type { VerifyOptions } from './verify.ts'
import { type Finding, findingsInEntry, findingsInNotes } from './verify-content.ts'
import type { HeaderRole, RecordRole } from './verify-files.ts'

type ReadRole = RecordRole | HeaderRole | { readonly role: 'catalogue' }

/** Findings in a file's bytes. In: what the file is by its name, and the names of all files. Rejects with the system's error. */
export async function findingsInFile(
  options: VerifyOptions,
  file: string,
  role: ReadRole,
  names: ReadonlySet<string>,
  bytes: Uint8Array,
): Promise<readonly Finding[]> {
  if (role.role !== 'catalogue' && role.part === 'damaged') return [{ code: 'set-aside' }]
  if (role.role !== 'catalogue' && role.part === 'repaired') return []
  if (role.role === 'header') return findingsInHeader(options, role, names, bytes)
  if (role.role === 'catalogue') {
    const items = decodeCatalogue(bytes, cataloguePlace(options.library), options.seal)
    return items === null ? [{ code: 'catalogue' }] : []
  }
  const misplaced: readonly Finding[] = role.inPlace ? [] : [{ code: 'wrong-folder' }]
  if (role.part === 'generation') {
    const alone = names.has(currentOf(role)) ? [] : [{ code: 'current-missing' as const }]
    return [...misplaced, ...alone, ...decodeFindings(options, role, file, bytes, 'generation-damaged')]
  }
  const flaws = decodeFindings(options, role, file, bytes, 'damaged')
  if (flaws.length === 0) return [...misplaced, ...(await contentFindings(options, role, file, bytes, names))]
  const isGood = (copy: Uint8Array) => decodeAs(options, role, file, copy).ok
  const copied = flaws[0]?.code === 'damaged' && (await hasGoodCopy(options, currentOf(role), isGood))
  return [...misplaced, ...(copied ? [{ code: 'damaged-with-copy' as const }] : flaws)]
}

async function findingsInHeader(
  options: VerifyOptions,
  { part }: HeaderRole,
  names: ReadonlySet<string>,
  bytes: Uint8Array,
): Promise<readonly Finding[]> {
  const isGood = (content: Uint8Array) => decodeHeader(content).ok
  if (part === 'generation') {
    const alone = names.has(headerName) ? [] : [{ code: 'current-missing' as const }]
    return [...alone, ...(isGood(bytes) ? [] : [{ code: 'generation-damaged' as const }])]
  }
  if (isGood(bytes)) return []
  return [{ code: (await hasGoodCopy(options, headerName, isGood)) ? 'damaged-with-copy' : 'damaged' }]
}

/** The current file of the record that a file belongs to, relative to the library. */
export function currentOf(role: RecordRole): string {
  if (role.role === 'notes') return notesFile(role.device, role.id)
  return role.role === 'entry' ? entryFile(role.id) : sessionFile(role.id)
}

async function hasGoodCopy(
  { disk, folder }: VerifyOptions,
  current: string,
  isGood: (bytes: Uint8Array) => boolean,
): Promise<boolean> {
  for (let number = 1; number <= generationsKept; number += 1) {
    const file = generationOf(current, number)
    const found = await readWhole(disk.fileSystem, join(folder, file)).catch(() => null)
    if (found !== null && isGood(found.bytes)) return true
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

/** A record's bytes as what its file's name says it is: `record-damaged` or `record-newer` otherwise. */
export function decodeAs(options: VerifyOptions, role: RecordRole, file: string, bytes: Uint8Array): Result<Stored> {
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
  names: ReadonlySet<string>,
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
  if (found === null) {
    // With a copy of it left the briefing is still there, and its own finding says so.
    return names.has(generationOf(entryPath, 1)) ? [] : [{ code: 'briefing-missing' }]
  }
  const entry = decode<EntryRecord>(options, entryKind, role.id, entryPath, found.bytes)
  return findingsInNotes(notes.value, role.device, entry.ok ? entry.value : null)
}
