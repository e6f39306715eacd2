// Names for exported files that every file system takes.
import { messageText } from '../messages.ts'

/** Most units of the name that come from the words. */
const longestWords = 60

/**
 * A file name from some words and the end of an id, which keeps names apart: small letters and digits of any script, dashes between;
 * the catalogue's word for a briefing where the words have neither.
 * In: words, an id, an extension without its dot.
 */
export function fileNameOf(words: string, id: string, extension: string): string {
  const slug = words
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, longestWords)
    .toWellFormed()
    .replace(/\uFFFD/gu, '')
    .replace(/^-+|-+$/gu, '')
  return `${slug === '' ? messageText('cli.export.no-name') : slug}-${id.slice(-12)}.${extension}`
}
