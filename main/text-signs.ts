// Signs by which bytes that are no plain text give themselves away.

/** What a file is when it is not a plain text: chooses the words of the message `failure.text-binary`. */
export type BinaryKind =
  | 'pdf'
  | 'word'
  | 'doc'
  | 'docm'
  | 'spreadsheet'
  | 'presentation'
  | 'odt'
  | 'outlook'
  | 'archive'
  | 'rtf'
  | 'image'
  | 'other'

const signatures: readonly (readonly [kind: BinaryKind, first: readonly number[]])[] = [
  ['pdf', [...'%PDF-'].map((letter) => letter.charCodeAt(0))],
  ['rtf', [...'{\\rtf'].map((letter) => letter.charCodeAt(0))],
  ['word', [0x50, 0x4b, 0x03, 0x04]],
  ['word', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [...'GIF8'].map((letter) => letter.charCodeAt(0))],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
]

/** The kind of document or image whose signature the bytes begin with, or null; `word` stands for both of Microsoft's containers. */
export function kindOfBytes(bytes: Uint8Array): BinaryKind | null {
  const found = signatures.find(([, first]) => first.every((byte, index) => bytes[index] === byte))
  return found?.[0] ?? null
}

/** The encoding that a byte order mark at the beginning names, or null without one. */
export function markedEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}

/** More than one in this many characters being a control character means that it is no text. */
const charactersPerControl = 50

/** True when the beginning of the text holds more control characters (other than tabs, line and page ends) than a text would. */
export function hasManyControls(text: string): boolean {
  const sample = text.slice(0, 65_536)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const controls = sample.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u007F]/gu)?.length ?? 0
  return controls * charactersPerControl > sample.length
}

/** Of alphabets up to Arabic, the byte that names the block: 0 to 6. Tabs and line ends are above. */
const isBlockByte = (byte: number): boolean => byte <= 6

/**
 * The UTF-16 that bytes without a byte order mark look like: every second byte names the block of an alphabet and hardly any of
 * the others does. Null for neither.
 */
export function widthOfUnits(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4_096)
  const even = sample.filter((byte, index) => index % 2 === 0 && isBlockByte(byte)).length
  const odd = sample.filter((byte, index) => index % 2 === 1 && isBlockByte(byte)).length
  const most = sample.length * 0.4
  if (odd > most && even * 10 < odd) return 'utf-16le'
  return even > most && odd * 10 < even ? 'utf-16be' : null
}
