// Bytes of files, and text of bytes: what is not plainly a text in a known encoding is refused with the reason, never guessed
// (CLI.md). Files are judged by their content, never by their names (SECURITY.md, Input).
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { TextDecoder } from 'node:util'
import { failed, type Result, success } from '../domain/result.ts'
import { largestFile } from '../domain/text/limits.ts'
import { failureCodeOf, systemCode } from './library/storage-error.ts'
import { hasManyControls, kindOfBytes, markedEncoding, widthOfUnits } from './text-signs.ts'

/** What opens a file for reading: Node's `open`, or a test's. */
export type TextFileSystem = {
  readonly open: (path: string, flags: number) => Promise<Pick<FileHandle, 'stat' | 'read' | 'close'>>
}
const nodeFiles: TextFileSystem = { open }

/** Encodings named to a person whose text is in none that shows itself. */
const likelyEncodings = 'windows-1251, windows-1252, koi8-r, gb18030'

/**
 * Text of a file's bytes. In: the bytes; a WHATWG encoding label, or null for UTF-8 or UTF-16 with a byte order mark; the file's name
 * for messages. Fails with text-too-large (bytes), text-binary, text-encoding, text-encoding-unknown. What comes out is not yet
 * normalised. `limit` in bytes.
 */
export function decodeText(
  bytes: Uint8Array,
  encoding: string | null,
  file: string,
  limit = largestFile,
): Result<string> {
  if (bytes.length > limit) return failed('text-too-large', { size: bytes.length, limit })
  const kind = kindOfBytes(bytes)
  if (kind !== null) return failed('text-binary', { kind, file })
  const label = encoding ?? markedEncoding(bytes) ?? 'utf-8'
  const decoder = decoderOf(label)
  if (decoder === null) return failed('text-encoding-unknown', { encoding: label })
  const text = decoded(decoder, bytes)
  if (text === null) return undecodable(bytes, { encoding, label: decoder.encoding, file })
  return hasManyControls(text) ? failedInOtherForm(bytes, encoding, file) : success(text)
}

/** A file's bytes and its bare name. */
export type FileBytes = { readonly file: string; readonly bytes: Uint8Array }

/**
 * The bytes of a file. Folders, devices and pipes are refused, never waited for; the size is checked before and while reading. Fails
 * with text-too-large (bytes), file-missing, file-is-folder, no-permission, disk-failed. `limit` in bytes.
 */
export async function readFileBytes(
  path: string,
  files: TextFileSystem = nodeFiles,
  limit = largestFile,
): Promise<Result<FileBytes>> {
  const file = basename(path)
  try {
    // Without O_NONBLOCK opening a named pipe waits until somebody writes to it. (Windows has neither.)
    const handle = await files.open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const bytes = await readBytes(handle, file, limit)
      return bytes.ok ? success({ file, bytes: bytes.value }) : bytes
    } finally {
      await handle.close()
    }
  } catch (error) {
    return fileFailure(error, file)
  }
}

async function readBytes(
  handle: Pick<FileHandle, 'stat' | 'read'>,
  file: string,
  limit: number,
): Promise<Result<Uint8Array>> {
  const stats = await handle.stat()
  if (!stats.isFile()) return failed('file-is-folder', { file })
  if (stats.size > limit) return failed('text-too-large', { size: stats.size, limit })
  const pieces = async function* () {
    for (;;) {
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(65_536))
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  }
  return collectBytes(pieces(), limit)
}

/** Joins pieces of at most `limit` bytes in all; more is text-too-large, and the rest is not read. */
export async function collectBytes(
  pieces: AsyncIterable<Uint8Array>,
  limit = largestFile,
): Promise<Result<Uint8Array>> {
  const kept: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (size > limit) return failed('text-too-large', { size, limit })
    kept.push(piece)
  }
  return success(Buffer.concat(kept))
}

function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label, { fatal: true })
  } catch {
    return null
  }
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

type Tried = { readonly encoding: string | null; readonly label: string; readonly file: string }

/** Why bytes did not decode: not a text at all, one in another encoding, or UTF-16 with half a character in it. */
function undecodable(bytes: Uint8Array, { encoding, label, file }: Tried) {
  if (label.startsWith('utf-16')) return failed('text-surrogate')
  const sample = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536)).toString('latin1')
  return hasManyControls(sample) ? failedInOtherForm(bytes, encoding, file) : wrongEncoding(encoding, likelyEncodings)
}

/** Many control characters: UTF-16 that does not say so, or no text. */
function failedInOtherForm(bytes: Uint8Array, encoding: string | null, file: string) {
  const width = widthOfUnits(bytes)
  return width === null ? failed('text-binary', { kind: 'other', file }) : wrongEncoding(encoding, width)
}

function wrongEncoding(encoding: string | null, encodings: string) {
  return failed('text-encoding', { tried: encoding ?? 'none', encodings })
}

function fileFailure(error: unknown, file: string) {
  const code = systemCode(error)
  if (code === null) throw error
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return failed('file-missing', { file })
  if (code === 'EISDIR' || code === 'ENXIO') return failed('file-is-folder', { file })
  return failed(failureCodeOf(code), { file, code })
}
