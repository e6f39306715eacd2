// Quoting loosely: what typing, mail and house style change in words without changing them are white space, quotation marks and
// dashes. Two texts that differ in nothing else hold the same words (CLI.md, states of a note).

const quotationMarks = '"“”„‟«»‹›'
const apostrophes = "'’‘‚‛ʼʻ`´"
const dashes = '\\-‐‑‒–—―−'
const quotationMark = new RegExp(`[${quotationMarks}]`, 'gu')
const apostrophe = new RegExp(`[${apostrophes}]`, 'gu')

/** A pattern (global) that finds a quote whatever white space, quotation marks and dashes the text prints it with. */
export function loosePattern(quote: string): RegExp {
  const source = quote
    .trim()
    .split(/\s+/u)
    .map((word) => [...word].map(looseCharacter).join(''))
    .join('\\s+')
  return new RegExp(source, 'gu')
}

function looseCharacter(character: string): string {
  if (quotationMarks.includes(character)) return `[${quotationMarks}]`
  if (apostrophes.includes(character)) return `[${apostrophes}]`
  if (/[\p{Pd}−]/u.test(character)) return `[${dashes}]`
  return character.replace(/[\\^$.*+?()[\]{}|/-]/u, '\\$&')
}

/** Words in the form in which contexts are compared: lower case, white space, quotation marks and dashes all alike. */
export function looseForm(words: string): string {
  return words
    .toLowerCase()
    .replace(quotationMark, '"')
    .replace(apostrophe, "'")
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/\s+/gu, ' ')
}
