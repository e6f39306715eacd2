// PDF documents: the text layer, its lines joined into paragraphs, without what repeats at the edges of pages.
import { failed, type Result, success } from '../../../domain/result.ts'
import { largestText } from '../../../domain/text/limits.ts'
import { mostPages } from '../limits.ts'
import { type Line, linesOf } from './lines.ts'
import { paragraphsOf } from './paragraphs.ts'
import { openPdf, piecesOf } from './reader.ts'
import { withoutRunningHeads } from './running-heads.ts'

/**
 * The text of a PDF document. Fails with document-encrypted, document-oversized (too many pages), text-too-large and
 * document-without-text (pictures of pages, or letters that no table gives a meaning); rejects for a damaged one.
 */
export async function textOfPdf(bytes: Uint8Array, file: string): Promise<Result<string>> {
  const document = await openPdf(bytes)
  if (document === 'encrypted') return failed('document-encrypted', { file })
  if (document.numPages > mostPages) return failed('document-oversized', { file })
  const pages: (readonly Line[])[] = []
  let letters = 0
  for (let number = 1; number <= document.numPages; number++) {
    const lines = linesOf(await piecesOf(document, number), number - 1)
    pages.push(lines)
    letters += lines.reduce((sum, { text }) => sum + text.length, 0)
    if (letters > largestText) return failed('text-too-large', { size: letters, limit: largestText })
  }
  const text = paragraphsOf(withoutRunningHeads(pages).flat()).join('\n\n')
  return isReadable(text) ? success(text) : failed('document-without-text', { file })
}

/** Letters of a font without a table of meanings come out as signs of no script. */
function isReadable(text: string): boolean {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const unknown = text.match(/[\p{Co}\p{Cn}\uFFFD\p{Cc}]/gu)?.length ?? 0
  return letters > 0 && unknown < letters
}
