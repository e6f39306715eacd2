// What a file is, by its bytes. Names are not asked: a page saved as .txt is a page, a program named .docx is no document.
import { kindOfBytes, markedEncoding } from '../text-signs.ts'

/** `package` is a zip, which a Word document is; `compound` is Microsoft's older container; `other` is refused by name. */
export type DocumentKind = 'text' | 'html' | 'email' | 'pdf' | 'package' | 'compound' | 'other'

/** How many bytes at the beginning are looked at. */
const opening = 65_536

/** The kind of document the bytes begin like; what shows no sign of any is text, or turns out not to be when it is decoded. */
export function kindOfDocument(bytes: Uint8Array): DocumentKind {
  const signed = kindOfBytes(bytes)
  if (signed === 'pdf') return 'pdf'
  if (signed === 'word') return bytes[0] === 0x50 ? 'package' : 'compound'
  if (signed !== null) return 'other'
  const words = beginning(bytes)
  if (isHtml(words)) return 'html'
  return isEmail(words) ? 'email' : 'text'
}

function beginning(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, opening))
  const encoding = markedEncoding(bytes)
  if (encoding === null) return buffer.toString('latin1')
  if (encoding === 'utf-8') return buffer.subarray(3).toString('latin1')
  if (encoding === 'utf-16le') return buffer.subarray(2).toString('utf16le')
  const units = Buffer.from(buffer.subarray(2, buffer.length & ~1))
  return units.swap16().toString('utf16le')
}

/** Elements that a piece of a page begins with; text that begins with one and ends with the end of one is HTML too. */
const pieceStart = /^<(?:head|body|title|meta|article|main|section|div|p|h[1-6]|table|ul|ol)(?=[\s>])[^<]*>/iu

function isHtml(words: string): boolean {
  const start = words.replace(/^(?:\s|<\?xml[^>]{0,200}\?>|<!--(?:(?!-->).){0,4000}-->)+/su, '')
  if (/^<(?:!doctype\s+html|html)(?=[\s>])/iu.test(start)) return true
  return pieceStart.test(start) && (start.match(/<\/[a-z][a-z0-9]*\s*>/giu)?.length ?? 0) > 0
}

/** Headers that programs write and people don't, so that a memorandum with From, To and Subject stays a text. */
const programHeader =
  /^(?:received|return-path|delivered-to|message-id|mime-version|dkim-signature|content-transfer-encoding|content-type|authentication-results|x-[\w-]+):/iu

function isEmail(words: string): boolean {
  const [head = ''] = words.replace(/^From [^\n]*\n/u, '').split(/\r?\n\r?\n/u, 1)
  const lines = head.split(/\r?\n/u).filter((line) => line !== '')
  // The last line may have been cut off where the beginning ends.
  const whole = words.length >= opening && head.length >= words.length ? lines.slice(0, -1) : lines
  if (whole.length < 2 || !whole.every((line) => /^(?:[!-9;-~]+[ \t]*:|[ \t])/u.test(line))) return false
  return whole.some((line) => programHeader.test(line)) || hasMailAddressAndDate(whole)
}

function hasMailAddressAndDate(lines: readonly string[]): boolean {
  const hasSender = lines.some((line) => /^from:[^@]*[^@\s]@[^@\s]/iu.test(line))
  return hasSender && lines.some((line) => /^date:\s*(?:\w{3},\s*)?\d{1,2} \w{3} \d{4} \d{2}:\d{2}/iu.test(line))
}
