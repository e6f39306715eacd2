// Tables: those of data become a row a line; those that only lay out a page or a mail are read as if they were not there.
import { isSilent } from './shown.ts'
import { type Element, elementsOf, findElement, rawText } from './tree.ts'

/** The words of a cell on one line, and how many of its printing characters stand in links. */
export type Line = { readonly words: string; readonly linkedLetters: number }

/** Longest cell of a table of data, in UTF-16 units; tables with longer ones lay a page out. */
const longestCell = 400

/** True for a table of data: several cells in a row, short words in each, no tables, lists or headings inside. */
export function isGrid(table: Element): boolean {
  if (findElement(table, ({ tagName }) => /^(?:table|h[1-6]|ul|ol|blockquote|pre)$/u.test(tagName)) !== null)
    return false
  const rows = rowsOf(table).map(cellsOf)
  const isShort = (cell: Element) => rawText(cell).replace(/\s+/gu, ' ').length <= longestCell
  return rows.some((cells) => cells.length > 1) && rows.flat().every(isShort)
}

/** The rows of a table of data that hold words, cells parted by a bar. `lineOf` reads one cell. */
export function gridLines(table: Element, lineOf: (cell: Element) => Line): readonly Line[] {
  return rowsOf(table)
    .filter((row) => !isSilent(row))
    .map((row) => joined(cellsOf(row).map(lineOf)))
    .filter(({ words }) => words !== '')
}

function joined(cells: readonly Line[]): Line {
  const words = cells.map((cell) => cell.words).join(' | ')
  return {
    words: /[^\s|]/u.test(words) ? words.replace(/(?: \|\s*)+$/u, '') : '',
    linkedLetters: cells.reduce((sum, { linkedLetters }) => sum + linkedLetters, 0),
  }
}

function rowsOf(table: Element): readonly Element[] {
  return elementsOf(table).flatMap((child) =>
    child.tagName === 'tr' ? [child] : /^t(?:head|body|foot)$/u.test(child.tagName) ? rowsOf(child) : [],
  )
}

function cellsOf(row: Element): readonly Element[] {
  return elementsOf(row).filter((cell) => (cell.tagName === 'td' || cell.tagName === 'th') && !isSilent(cell))
}
