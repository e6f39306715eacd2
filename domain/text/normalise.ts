// Every text is normalised once, when it comes in, so that offsets mean the same everywhere afterwards. CLI.md: only the
// composition (NFC), the line ends and a leading byte order mark change; what a person could see or cite stays as it came.
import { failed, type Result, success } from '../result.ts'
import { largestText } from './limits.ts'

/** A character that prints: neither white space nor one of those that only steer others (joiners, direction marks). */
const printing = /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u

/**
 * In: any string. Out: the same in NFC, with `\n` as the only line end of the three (CR LF, CR, LF) and no byte order mark in
 * front; normalising again changes nothing. Fails with text-too-large (`size`, `limit`: UTF-16 units), text-nul,
 * text-surrogate (half a character, as a broken export leaves) and text-empty (nothing that prints).
 */
export function normalise(text: string): Result<string> {
  if (text.length > largestText) return tooLarge(text)
  if (text.includes('\0')) return failed('text-nul')
  if (!text.isWellFormed()) return failed('text-surrogate')
  if (!printing.test(text)) return failed('text-empty')
  const normal = text
    .replace(/^\uFEFF+/u, '')
    .replace(/\r\n?/gu, '\n')
    .normalize('NFC')
  // A few characters grow in NFC, so the limit is checked on what will be stored as well.
  return normal.length > largestText ? tooLarge(normal) : success(normal)
}

function tooLarge(text: string) {
  return failed('text-too-large', { size: text.length, limit: largestText })
}
