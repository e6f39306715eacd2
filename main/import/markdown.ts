// Markdown: headings without their #, lists with their items, tables by row, stress without stars. Line ends stay line ends, since
// many notes are written a paragraph a line.
import { marked } from 'marked'
import { textOfPiece } from './html/html-text.ts'

/** The text of a Markdown document as a person reads it. Throws `TooDeep`. */
export function textOfMarkdown(markdown: string): string {
  return textOfPiece(marked.parse(markdown, { async: false, gfm: true, breaks: true }))
}
