// Word documents: mammoth makes them HTML, and that is read like any other. Pictures, comments, deleted words, page heads and feet
// stay behind. mammoth is never given the zip, only the texts that the guard in package.ts lets through.
import mammoth from 'mammoth'
import { type Result, success } from '../../../domain/result.ts'
import { textOfPiece } from '../html/html-text.ts'
import { openPackage, type Package } from './package.ts'

/** Paragraph styles that are headings beside those that mammoth knows. */
const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"]

/** The text of a Word document; fails as `openPackage` does, rejects for a damaged one. */
export async function textOfDocx(bytes: Uint8Array, file: string): Promise<Result<string>> {
  const opened = await openPackage(bytes, file)
  if (!opened.ok) return opened
  const { value } = await mammoth.convertToHtml(inputOf(opened.value), {
    styleMap,
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  })
  return success(textOfPiece(value))
}

type Input = Parameters<typeof mammoth.convertToHtml>[0]

/** mammoth takes an opened package as `file`, which its types leave out; the tests notice if a version stops doing so. */
function inputOf(file: Package): Input {
  return { file } as unknown as Input
}
