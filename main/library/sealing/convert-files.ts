// One file after the other from one form into the other. Each is whole at any moment, the old bytes or the new ones, and no earlier copy
// of it stays behind.

import { dirname, join, posix } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { assertNever } from '../../../domain/assert-never.ts'
import { type Disk, readWhole, removeFile, syncFolder } from '../disk.ts'
import { manifestName } from '../file-names.ts'
import { renameOver } from '../generations.ts'
import { manifestPlace } from '../manifest-file.ts'
import { temporaryBeside, writeNew } from '../new-file.ts'
import { parseFields, placeOf } from '../record.ts'
import { entryKind, notesKind, sessionKind } from '../record-kinds.ts'
import { failureCodeOf, StorageError, storageError } from '../storage-error.ts'
import { listLibrary, type RecordRole, roleOf } from '../verify-files.ts'
import { currentOf } from '../verify-record.ts'
import { codeOf } from './conversion-list.ts'
import type { Form } from './converting.ts'
import type { DataKey } from './data-key.ts'
import { isSealed, recordSeal } from './record-seal.ts'
import type { RecordPlace, Seal } from './seal.ts'

/** A file with a record in it, whole, earlier, set aside or copied by a sync engine. */
export type RecordFile = { readonly file: string; readonly place: RecordPlace }
export type Content = {
  readonly records: readonly RecordFile[]
  /** Caches and left-overs, which go: they may hold anything, and nobody needs them. */
  readonly disposable: readonly string[]
  /** True when there is a list of the records; it is among these. */
  readonly hasManifest: boolean
  /** What is not ours: sync engines' copies that do not say of what, and everything else. */
  readonly foreign: readonly string[]
}

/** What there is to convert. Rejects with a StorageError when a folder can't be looked into: nothing may be overlooked. */
export async function contentOf(disk: Disk, folder: string, library: string): Promise<Content> {
  const { files, unreadable } = await listLibrary(disk, folder)
  const [first] = unreadable
  if (first !== undefined) throw new StorageError(failureCodeOf(first.code), { file: first.file, code: first.code })
  const records: RecordFile[] = []
  const disposable: string[] = []
  const foreign: string[] = []
  for (const file of files) {
    const role = roleOf(file)
    switch (role.role) {
      case 'entry':
      case 'notes':
      case 'session':
        records.push({ file, place: placeIn(role, library) })
        break
      case 'manifest':
        if (file === manifestName) records.push({ file, place: manifestPlace(library) })
        else disposable.push(file)
        break
      case 'catalogue':
        disposable.push(file)
        break
      case 'temporary':
        if (!file.includes(`.${disk.token}`)) disposable.push(file)
        break
      case 'conflict':
      case 'unknown': {
        const place = role.role === 'conflict' ? placeOfCopy(file, library) : null
        if (place === null) foreign.push(file)
        else records.push({ file, place })
        break
      }
      case 'header':
      case 'lock':
      case 'conversion':
        break
      default:
        assertNever(role)
    }
  }
  return { records, disposable, foreign, hasManifest: files.includes(manifestName) }
}

/** What a sync engine's copy of a record was sealed for, or null when its name does not say: made plain without it, it would be lost. */
function placeOfCopy(file: string, library: string): RecordPlace | null {
  const of = roleOf(`${posix.dirname(file)}/${posix.basename(file).slice(0, 36)}.json`)
  return of.role === 'entry' || of.role === 'notes' || of.role === 'session' ? placeIn(of, library) : null
}

function placeIn(role: RecordRole, library: string): RecordPlace {
  const kinds = { entry: entryKind, notes: notesKind, session: sessionKind } as const
  return placeOf(kinds[role.role], library, currentOf(role))
}

/** Codes of the bytes of all records as they stand. Rejects with a StorageError. */
export async function codesOf(
  disk: Disk,
  folder: string,
  records: readonly RecordFile[],
  dataKey: DataKey,
): Promise<readonly string[]> {
  const codes: string[] = []
  for (const { file, place } of records) {
    await setImmediate()
    const found = await readRecord(disk, folder, file)
    if (found !== null) codes.push(codeOf(dataKey, found, place))
  }
  return codes
}

/** Removes files of the library. Rejects with a StorageError. */
export async function removeFiles(disk: Disk, folder: string, files: readonly string[]): Promise<void> {
  for (const file of files) {
    try {
      await removeFile(disk.fileSystem, join(folder, file))
      await syncFolder(disk, dirname(join(folder, file)))
    } catch (error) {
      throw storageError(error, file)
    }
  }
}

export type FileConversion = {
  readonly disk: Disk
  readonly folder: string
  readonly to: Form
  readonly dataKey: DataKey
  /** Reads both forms, writes the new one. */
  readonly seal: Seal
}

/**
 * Converts one file, unless that was done. Out: `converted`, or `left` when it neither is of the new form nor can be opened. Rejects with
 * a StorageError. The folder it lies in is still to be flushed.
 */
export async function convertFile(
  { disk, folder, to, dataKey, seal }: FileConversion,
  { file, place }: RecordFile,
): Promise<'converted' | 'left'> {
  const bytes = await readRecord(disk, folder, file)
  if (bytes === null) return 'converted'
  const isDone = to === 'plain' ? !isSealed(bytes) : recordSeal(dataKey).open(bytes, place).ok
  if (isDone) return 'converted'
  const opened = seal.open(bytes, place)
  if (!opened.ok) return 'left'
  const { schema, revision } = numbersIn(opened.value, place)
  const converted = seal.seal(opened.value, { ...place, schema }, revision)
  if (to === 'sealed') mustOpen(recordSeal(dataKey), converted, place, opened.value)
  try {
    await replaceWhole(disk, join(folder, file), converted)
  } catch (error) {
    throw storageError(error, file)
  }
  return 'converted'
}

/** What is sealed is opened once more before the clear bytes go. */
function mustOpen(seal: Seal, sealed: Uint8Array, place: RecordPlace, expected: Uint8Array): void {
  const opened = seal.open(sealed, place)
  if (!opened.ok || Buffer.compare(opened.value, expected) !== 0)
    throw new Error(`${place.record} was not sealed rightly`)
}

async function readRecord(disk: Disk, folder: string, file: string): Promise<Uint8Array | null> {
  try {
    return (await readWhole(disk.fileSystem, join(folder, file)))?.bytes ?? null
  } catch (error) {
    throw storageError(error, file)
  }
}

/** The schema and the revision that the record was written in, as far as it can be read: what is damaged is sealed as well. */
function numbersIn(bytes: Uint8Array, { schema }: RecordPlace): { readonly schema: number; readonly revision: number } {
  const fields = parseFields(bytes)
  const number = (value: unknown, otherwise: number) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 32 ? value : otherwise
  return { schema: number(fields?.schema, schema), revision: number(fields?.revision, 0) }
}

/** Puts bytes in a file's place; a link that somebody put there is followed. */
async function replaceWhole(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const { kind } = await disk.fileSystem.lstat(path)
  const target = kind === 'link' ? await disk.fileSystem.realpath(path) : path
  const temporary = temporaryBeside(disk, target)
  try {
    await writeNew(disk, temporary, bytes)
    await renameOver(disk, temporary, target)
  } catch (error) {
    await removeFile(disk.fileSystem, temporary).catch(() => undefined)
    throw error
  }
  if (target !== path) await syncFolder(disk, dirname(target))
}
