// Lines of a normalised text with their exact places, for what reads heads and paragraphs.

/** A line that has words: UTF-16 offsets of its first and past its last printing character, and those words. */
export type Line = {
  readonly start: number
  readonly end: number
  readonly words: string
  /** True when at least one blank line stands between this line and the one before. */
  readonly afterBlank: boolean
}

/** How many first lines can be headline, dateline or a date of their own. */
export const headLines = 12

/** The lines with words of a normalised text, up to offset `limit`, in order. Lines of white space alone only set `afterBlank`. */
export function linesOf(text: string, limit: number = text.length): readonly Line[] {
  const lines: Line[] = []
  let blank = false
  let start = 0
  while (start <= limit && start < text.length) {
    const lineEnd = endOfLine(text, start)
    const printed = text.slice(start, lineEnd)
    const words = printed.trim()
    if (words === '') blank = true
    else {
      const first = start + (printed.length - printed.trimStart().length)
      lines.push({ start: first, end: first + words.length, words, afterBlank: blank && lines.length > 0 })
      blank = false
    }
    start = lineEnd + 1
  }
  return lines
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end === -1 ? text.length : end
}

/** Any run of white space as one space, none at the ends: how printed words are compared and shown on one line. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
