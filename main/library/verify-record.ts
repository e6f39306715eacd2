// What is wrong with one file that can be read: whether it is what its name says, in its place, and true to its text.
import { join } from 'node:path'
import { assertNever } from '../../domain/assert-never.ts'
import type { Result } from '../../domain/result.ts'
import { cataloguePlace, decodeCatalogue } from './catalogue-file.ts'
import { readWhole } from './disk.ts'
import { entryFile, generationOf, headerName, headerPart, notesFile, recordName, sessionFile } from './file-names.ts'
import { decodeHeader } from './header.ts'
import { decodeManifest, manifestPlace } from './manifest-file.ts'
import { decodeRecord, placeOf, type RecordKind, type Stored } from './record.ts'
import { type EntryRecord, entryKind, type NotesRecord, notesKind, sessionKind } from './record-kinds.ts'
import type { VerifyOptions } from './verify.ts'
import { type Finding, findingsInEntry, findingsInNotes } from './verify-content.ts'
import type { HeaderRole, RecordRole } from './verify-files.ts'

type ReadRole = RecordRole | HeaderRole | { readonly role: 'catalogue' } | { readonly role: 'manifest' }

/** Findings in a file's bytes. In: what the file is by its name, and the names of all files. Rejects with the system's error. */
export async function findingsInFile(
  options: VerifyOptions,
  file: string,
  role: ReadRole,
  names: ReadonlySet<string>,
  bytes: Uint8Array,
): Promise<readonly Finding[]> {
  if (role.role === 'header') return findingsInHeader(options, role, names, bytes)
  if (role.role === 'catalogue') {
    const items = decodeCatalogue(bytes, cataloguePlace(options.library), options.seal)
    return items === null ? [{ code: 'catalogue' }] : []
  }
  if (role.role === 'manifest') {
    const manifest = decodeManifest(bytes, manifestPlace(options.library), options.seal)
    return manifest === null ? [{ code: 'manifest' }] : []
  }
  if (role.part === 'damaged') return [{ code: 'set-aside' }]
  if (role.part === 'repaired') return []
  const misplaced: readonly Finding[] = role.inPlace ? [] : [{ code: 'wrong-folder' }]
  if (role.part === 'generation') {
    const alone = names.has(currentOf(role)) ? [] : [{ code: 'current-missing' as const }]
    return [...misplaced, ...alone, ...decodeFindings(options, role, file, bytes, 'generation-damaged')]
  }
  const flaws = decodeFindings(options, role, file, bytes, 'damaged')
  if (flaws.length === 0) return [...misplaced, ...(await contentFindings(options, role, file, bytes, names))]
  const copied = flaws[0]?.code === 'damaged' && (await hasGoodCopy(options, role, names))
  return [...misplaced, ...(copied ? [{ code: 'damaged-with-copy' as const }] : flaws)]
}

async function findingsInHeader(
  { disk, folder }: VerifyOptions,
  { part }: HeaderRole,
  names: ReadonlySet<string>,
  bytes: Uint8Array,
): Promise<readonly Finding[]> {
  if (part === 'damaged') return [{ code: 'set-aside' }]
  if (part === 'repaired') return []
  const isGood = decodeHeader(bytes).ok
  if (part === 'generation') {
    const alone = names.has(headerName) ? [] : [{ code: 'current-missing' as const }]
    return [...alone, ...(isGood ? [] : [{ code: 'generation-damaged' as const }])]
  }
  if (isGood) return []
  for (const file of [...names].filter((name) => headerPart(name) === 'generation')) {
    const copy = await readWhole(disk.fileSystem, join(folder, file)).catch(() => null)
    if (copy !== null && decodeHeader(copy.bytes).ok) return [{ code: 'damaged-with-copy' }]
  }
  return [{ code: 'damaged' }]
}

/** The current file of the record that a file belongs to, relative to the library. */
export function currentOf(role: RecordRole): string {
  if (role.role === 'notes') return notesFile(role.device, role.id)
  return role.role === 'entry' ? entryFile(role.id) : sessionFile(role.id)
}

async function hasGoodCopy(options: VerifyOptions, role: RecordRole, names: ReadonlySet<string>): Promise<boolean> {
  const current = currentOf(role)
  const beside = current.slice(0, current.lastIndexOf('/') + 1)
  for (const file of names) {
    if (!file.startsWith(beside)) continue
    const record = recordName(file.slice(beside.length))
    if (record?.part !== 'generation' || record.id !== role.id) continue
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

/** A record's bytes as what its file's name says it is: `record-damaged` or `record-newer` otherwise. */
export function decodeAs(options: VerifyOptions, role: RecordRole, file: string, bytes: Uint8Array): Result<Stored> {
  switch (role.role) {
    case 'entry':
      return decode(options, entryKind, recordIn(role), file, bytes)
    case 'notes':
      return decode(options, notesKind, recordIn(role), file, bytes)
    case 'session':
      return decode(options, sessionKind, recordIn(role), file, bytes)
    default:
      return assertNever(role)
  }
}

/** A record by its id and its current file, to which the bytes of its earlier copies are bound as well. */
function recordIn(role: RecordRole) {
  return { id: role.id, current: currentOf(role) }
}

function decode<T extends Stored>(
  options: VerifyOptions,
  kind: RecordKind<T>,
  { id, current }: { readonly id: string; readonly current: string },
  file: string,
  bytes: Uint8Array,
): Result<T> {
  const opened = options.seal.open(bytes, placeOf(kind, options.library, current))
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
    const entry = decode<EntryRecord>(options, entryKind, recordIn(role), file, bytes)
    return entry.ok ? findingsInEntry(entry.value) : []
  }
  const notes = decode<NotesRecord>(options, notesKind, recordIn(role), file, bytes)
  if (!notes.ok) return []
  const entryPath = entryFile(role.id)
  const found = await readWhole(options.disk.fileSystem, join(options.folder, entryPath))
  if (found === null) {
    // With a copy of it left the briefing is still there, and its own finding says so.
    return names.has(generationOf(entryPath, 1)) ? [] : [{ code: 'briefing-missing' }]
  }
  const entry = decode<EntryRecord>(options, entryKind, { id: role.id, current: entryPath }, entryPath, found.bytes)
  return findingsInNotes(notes.value, role.device, entry.ok ? entry.value : null)
}
