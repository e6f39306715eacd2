// Names for exported files that every file system takes.

/** Most units of the name that come from the words. */
const longestWords = 60

/**
 * A file name from some words and the end of an id, which keeps names apart: small letters and digits of any script, dashes between.
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
  return `${slug === '' ? 'briefing' : slug}-${id.slice(-12)}.${extension}`
}
