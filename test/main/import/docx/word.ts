// Word documents and other packages made for tests, part by part.
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The content types of a package whose main part is of the given type. */
export function contentTypes(
  main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
) {
  return `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`
}

/** A relationships part. In: rows of type and target, with ids rId1, rId2, … */
export function relationships(rows: readonly (readonly [type: string, target: string, mode?: 'External'])[]): string {
  const row = ([type, target, mode]: (typeof rows)[number], index: number) =>
    `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`
  return `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships">${rows.map(row).join('')}</Relationships>`
}

/** A document part. In: the body's XML. */
export function documentPart(body: string, before = ''): string {
  return `<?xml version="1.0"?>${before}<w:document xmlns:w="${word}" xmlns:r="${office}"><w:body>${body}</w:body></w:document>`
}

/** A paragraph of one run, in a style (Heading1, …) where one is given. */
export function paragraph(text: string, style: string | null = null): string {
  const properties = style === null ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** The parts of a whole document with that body. */
export function wordParts(body: string): Readonly<Record<string, string>> {
  return {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': documentPart(body),
  }
}

/** A zip of parts by name. */
export async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}

/** A Word document with that body. */
export function wordDocument(body: string): Promise<Buffer> {
  return zipOf(wordParts(body))
}
