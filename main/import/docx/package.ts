// The zip that a Word document is. It is looked over before anything is unpacked: how many files, under which names, how large and
// how much smaller than they unpack to. Only its texts can be read then, each no longer than it said it was.
import { buffer } from 'node:stream/consumers'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { failed, type Result, success } from '../../../domain/result.ts'
import type { BinaryKind } from '../../text-signs.ts'
import { highestRatio, largestPackage, largestPart, mostPackageFiles } from '../limits.ts'

/** The texts of a package by their names. */
export type Package = {
  readonly exists: (name: string) => boolean
  /** Unpacks a part as UTF-8; rejects when there is none, when it is no text, and when it is not as long as the package says. */
  readonly read: (name: string) => Promise<string>
}

const contentTypes = '[Content_Types].xml'

/**
 * Opens a Word document's package. Fails with document-oversized for one that unpacks into too much, document-encrypted, and text-binary
 * for other packages (spreadsheets, documents with macros, archives). Rejects for one that is damaged.
 */
export async function openPackage(bytes: Uint8Array, file: string): Promise<Result<Package>> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  if (zip.entryCount > mostPackageFiles) return failed('document-oversized', { file })
  const entries = await entriesOf(zip)
  if ([...entries.values()].some((entry) => entry.isEncrypted())) return failed('document-encrypted', { file })
  if (isOversized([...entries.values()])) return failed('document-oversized', { file })
  const opened = packageOf(zip, entries)
  const foreign = await foreignKind(opened)
  return foreign === null ? success(opened) : failed('text-binary', { kind: foreign, file })
}

/** yauzl refuses names that lead out of the package; names that stand twice would be read differently by different programs. */
async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName)) throw new Error(`two files are called ${entry.fileName}`)
    entries.set(entry.fileName, entry)
  }
  return entries
}

function isOversized(entries: readonly Entry[]): boolean {
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  return total > largestPackage || entries.some(shrankTooMuch)
}

function shrankTooMuch({ fileName, compressedSize, uncompressedSize }: Entry): boolean {
  if (isText(fileName) && uncompressedSize > largestPart) return true
  return uncompressedSize > 1_000_000 && uncompressedSize > compressedSize * highestRatio
}

function isText(name: string): boolean {
  return /\.(?:xml|rels)$/iu.test(name)
}

function packageOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Package {
  return {
    exists: (name) => entries.has(name),
    read: async (name) => {
      const entry = entries.get(name)
      if (entry === undefined || !isText(name)) throw new Error(`no text is called ${name}`)
      const unpacked = await buffer(await zip.openReadStreamPromise(entry))
      return unpacked.toString('utf8')
    },
  }
}

/** What a package is when it is no Word document; null for one. */
async function foreignKind({ exists, read }: Package): Promise<BinaryKind | null> {
  if (!exists(contentTypes)) return exists('mimetype') && exists('content.xml') ? 'odt' : 'archive'
  const types = await read(contentTypes)
  if (/macroEnabled/iu.test(types)) return 'docm'
  if (/wordprocessingml\.(?:document|template)\.main\+xml/u.test(types)) return null
  if (types.includes('spreadsheetml')) return 'spreadsheet'
  return types.includes('presentationml') ? 'presentation' : 'archive'
}
