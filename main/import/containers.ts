// Microsoft's older container (OLE): old Word files, Outlook messages, and newer files under a password. None is opened; the names
// of the streams inside say which it is, and so what a person can do.
import { failed } from '../../domain/result.ts'
import type { BinaryKind } from '../text-signs.ts'

const streams: readonly (readonly [name: string, kind: BinaryKind])[] = [
  ['WordDocument', 'doc'],
  ['__properties_version1.0', 'outlook'],
  ['Workbook', 'spreadsheet'],
  ['PowerPoint Document', 'presentation'],
]

/** Why an older container is not read: it is encrypted, or which kind it is. */
export function refusedContainer(bytes: Uint8Array, file: string) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const holds = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return failed('document-encrypted', { file })
  const kind = streams.find(([name]) => holds(name))?.[1] ?? 'other'
  return failed('text-binary', { kind, file })
}
