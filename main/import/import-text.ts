// Documents in, plain text out: the one way by which files, dropped bytes and pasted rich text become a text. What a file is, its
// bytes say (kinds.ts). Plain text is decoded here; everything else is converted on a thread (converter.ts).
import { assertNever } from '../../domain/assert-never.ts'
import { failed, type Result, success } from '../../domain/result.ts'
import { largestFile } from '../../domain/text/limits.ts'
import { decodeText, readFileBytes } from '../text-files.ts'
import { markedEncoding } from '../text-signs.ts'
import { refusedContainer } from './containers.ts'
import type { ImportedText } from './convert-job.ts'
import type { Convert } from './converter.ts'
import { charsetOf } from './html/charset.ts'
import { kindOfDocument } from './kinds.ts'
import { isMarkdown } from './markdown-signs.ts'

export type { ImportedText } from './convert-job.ts'

export type Given = {
  /** The file's bare name, for messages. */
  readonly file: string
  /** A WHATWG label that a person named for a text or a page, or null to go by the bytes. */
  readonly encoding: string | null
}

export type Importer = {
  /** The text of a document's bytes. Fails as `decodeText`, `convert` and `createConverter` do. */
  readonly importBytes: (bytes: Uint8Array, given: Given) => Promise<Result<ImportedText>>
  /** The text of a file; fails as `importBytes` and `readFileBytes` do. */
  readonly importFile: (path: string, encoding: string | null) => Promise<Result<ImportedText>>
  /** All the words of HTML that a person copied; `name` stands for it in messages. */
  readonly importRich: (html: string, name: string) => Promise<Result<ImportedText>>
}

/** Builds the importer over a converter. What comes out is not yet normalised. */
export function createImporter(convert: Convert): Importer {
  const importBytes: Importer['importBytes'] = async (bytes, given) => {
    const { file, encoding } = given
    if (bytes.length > largestFile) return failed('text-too-large', { size: bytes.length, limit: largestFile })
    const kind = kindOfDocument(bytes)
    switch (kind) {
      case 'text':
      case 'other':
        return importPlain(bytes, given, convert)
      case 'html': {
        const html = decodeText(bytes, encoding ?? pageEncoding(bytes), file)
        if (!html.ok) return html
        return html.value.includes('\0') ? failed('text-nul') : convert({ kind: 'page', words: html.value, file })
      }
      case 'compound':
        return refusedContainer(bytes, file)
      case 'email':
      case 'pdf':
      case 'package':
        return convert({ kind, bytes, file })
      default:
        return assertNever(kind)
    }
  }
  return {
    importBytes,
    importFile: async (path, encoding) => {
      const read = await readFileBytes(path)
      return read.ok ? importBytes(read.value.bytes, { file: read.value.file, encoding }) : read
    },
    importRich: (html, name) => convert({ kind: 'piece', words: html, file: name }),
  }
}

/** A byte order mark decides, then what the page says of itself; null leaves it to strict UTF-8. */
function pageEncoding(bytes: Uint8Array): string | null {
  return markedEncoding(bytes) ?? charsetOf(bytes)
}

async function importPlain(
  bytes: Uint8Array,
  { file, encoding }: Given,
  convert: Convert,
): Promise<Result<ImportedText>> {
  const text = decodeText(bytes, encoding, file)
  if (!text.ok) return text
  if (isMarkdown(file, text.value)) return convert({ kind: 'markdown', words: text.value, file })
  return success({ text: text.value, format: 'text', attachments: [] })
}
