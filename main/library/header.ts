// library.json: which format, which library, and in a sealed one the key header. It decides whether a folder may be touched at all: it
// is made only in an empty folder, and one that can't be read is refused, never made anew.
import { basename, join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { type Failure, failed, type Result, success } from '../../domain/result.ts'
import { type Disk, listFolder, makeFolder, syncFolder } from './disk.ts'
import { type DurableFile, durableFile } from './durable.ts'
import { generationsKept, headerName, isHeaderFile, isOfNoAccount, lockName, temporaryToken } from './file-names.ts'
import { parseFields } from './record.ts'
import { convertingSchema } from './sealing/converting.ts'
import { type HeaderPlace, type KeyHeader, keyHeaderSchema } from './sealing/key-header.ts'
import { asResult, storageError } from './storage-error.ts'

const libraryFormat = 'aide-memoire-library'
const libraryVersion = 1

const schema = z.strictObject({
  format: z.literal(libraryFormat),
  version: z.literal(libraryVersion),
  id: z.uuid(),
  created: z.iso.datetime(),
  /** The key header of a sealed library; null in a plain one. */
  header: keyHeaderSchema.nullable(),
  /** There only while the library is being converted. */
  converting: convertingSchema.exactOptional(),
  /** Settings that travel with the library. */
  settings: z.record(z.string(), z.unknown()),
})
export type Header = z.output<typeof schema>
/** `warning` is set when library.json is damaged and its last good generation was read. */
export type OpenHeader = { readonly header: Header; readonly warning: Failure | null }

export type HeaderOptions = {
  readonly disk: Disk
  readonly folder: string
  readonly createIfMissing: boolean
  readonly now: () => Date
  /** Makes the key header of a new library; it is plain without. */
  readonly seal: ((place: HeaderPlace) => Promise<KeyHeader>) | null
}

/**
 * Reads a library's header, or makes one in an absent or empty folder. Failures: `file-missing` (no library there and none
 * wanted), `library-foreign` (other content), `library-damaged`, `library-newer`, and the disk's own.
 */
export async function openHeader(options: HeaderOptions): Promise<Result<OpenHeader>> {
  const { disk, folder } = options
  const listed = await asResult(() => contentOf(disk, folder))
  if (!listed.ok) return listed
  if (listed.value === 'not-a-folder') return failed('library-foreign', { file: basename(folder) })
  const file = durableFile(disk, join(folder, headerName), headerName)
  if (listed.value === 'library') return readHeader(file)
  if (listed.value === 'foreign') return failed('library-foreign', { file: basename(folder) })
  if (!options.createIfMissing) return failed('file-missing', { file: basename(folder) })
  return createHeader(file, options)
}

type Content = 'library' | 'foreign' | 'empty' | 'not-a-folder'

async function contentOf(disk: Disk, folder: string): Promise<Content> {
  const names = await listOrNull(disk, folder)
  if (names === null) return 'not-a-folder'
  if (names.some(isHeaderFile)) return 'library'
  return names.every((name) => isOfNoAccount(name) || isOurLeftOver(name)) ? 'empty' : 'foreign'
}

async function listOrNull(disk: Disk, folder: string): Promise<readonly string[] | null> {
  try {
    const entries = await listFolder(disk.fileSystem, folder)
    if (entries.length > 0) return entries.map(({ name }) => name)
    const info = await disk.fileSystem.lstat(folder).catch(() => null)
    return info === null || info.kind !== 'file' ? [] : null
  } catch (error) {
    throw storageError(error, basename(folder))
  }
}

/** What an interrupted start of ours leaves. */
function isOurLeftOver(name: string): boolean {
  return name === lockName || temporaryToken(name) !== null
}

async function createHeader(file: DurableFile, options: HeaderOptions): Promise<Result<OpenHeader>> {
  const place = { id: uuidv7(), created: options.now().toISOString() }
  const header: Header = {
    format: libraryFormat,
    version: libraryVersion,
    ...place,
    header: (await options.seal?.(place)) ?? null,
    settings: {},
  }
  const bytes = encodeHeader(header)
  const created = await asResult(async () => {
    await makeLibraryFolder(options)
    return file.create(bytes)
  })
  if (!created.ok) return created
  // Another start was faster: its library is the one.
  return created.value ? success({ header, warning: null }) : readHeader(file)
}

async function makeLibraryFolder({ disk, folder }: HeaderOptions): Promise<void> {
  try {
    for (const parent of await makeFolder(disk, folder)) await syncFolder(disk, parent)
  } catch (error) {
    throw storageError(error, basename(folder))
  }
}

async function readHeader(file: DurableFile): Promise<Result<OpenHeader>> {
  const bytes = await asResult(() => file.read())
  if (!bytes.ok) return bytes
  const current = bytes.value === null ? damaged() : decodeHeader(bytes.value)
  if (current.ok) return success({ header: current.value, warning: null })
  if (current.failure.code !== 'library-damaged') return current
  for (let number = 1; number <= generationsKept; number += 1) {
    const earlier = await asResult(() => file.generation(number))
    const decoded = earlier.ok && earlier.value !== null ? decodeHeader(earlier.value) : null
    if (decoded?.ok) return success({ header: decoded.value, warning: current.failure })
  }
  return current
}

/** The bytes of library.json. */
export function encodeHeader(header: Header): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(header, null, 2)}\n`)
}

/** A header from its bytes: `library-foreign`, `library-newer` or `library-damaged` otherwise. */
export function decodeHeader(bytes: Uint8Array): Result<Header> {
  const fields = parseFields(bytes)
  if (fields === null) return damaged()
  const { format, version } = fields
  if (typeof format === 'string' && format !== libraryFormat) return failed('library-foreign', { file: headerName })
  if (typeof version === 'number' && version > libraryVersion) return failed('library-newer', { file: headerName })
  const parsed = schema.safeParse(fields)
  if (!parsed.success) return damaged()
  // Without keys nobody could have said that it is being converted.
  const { header, converting } = parsed.data
  return header === null && converting !== undefined ? damaged() : success(parsed.data)
}

function damaged(): Result<never> {
  return failed('library-damaged', { file: headerName })
}
