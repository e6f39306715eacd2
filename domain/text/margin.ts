// Prose that a program broke at a margin (older mail, cables) is told from lines that are paragraphs of their own.

/** Margins outside these, in UTF-16 units, are not taken for a program's. */
const narrowestMargin = 45
const widestMargin = 120

/**
 * True for lines that are one paragraph broken at a margin: at most of the line ends the sentence goes on, and the next line's
 * first word would not have fitted any more.
 */
export function isBrokenAtMargin(lines: readonly string[]): boolean {
  const margin = lines.reduce((widest, line) => Math.max(widest, line.length), 0)
  if (lines.length < 2 || margin < narrowestMargin || margin > widestMargin) return false
  const breaks = lines.slice(1).filter((next, index) => isBreak(lines[index] ?? '', next, margin))
  return breaks.length * 2 > lines.length - 1
}

function isBreak(line: string, next: string, margin: number): boolean {
  const nextWord = /^\S+/u.exec(next)?.[0] ?? ''
  const goesOn = !/[.!?:;…。！？؟][\p{Pf}\p{Pe}"']*$/u.test(line) || /^\p{Ll}/u.test(next)
  return goesOn && line.length + 1 + nextWord.length > margin
}
