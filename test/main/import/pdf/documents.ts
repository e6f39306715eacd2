// PDF documents made for tests.
import { buffer } from 'node:stream/consumers'
import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'

/** A document that `draw` draws, with the options of pdfkit. */
export async function pdfDocument(
  draw: (document: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const document = new PDFDocument({ bufferPages: true, ...options })
  draw(document)
  document.end()
  return new Uint8Array(await buffer(document))
}

/** A document written by hand: one page with that font and that stream of drawing, packed once or more often. */
export function rawPdf(font: string, drawing: Buffer | string, packed = 0, more: readonly string[] = []): Uint8Array {
  let stream = Buffer.from(drawing)
  for (let time = 0; time < packed; time++) stream = deflateSync(stream)
  const filters = packed === 0 ? '' : `/Filter [${'/FlateDecode '.repeat(packed)}]`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} ${filters} >>\nstream\n${stream.toString('latin1')}\nendstream`,
    font,
    ...more,
  ]
  const parts = ['%PDF-1.7\n']
  const places = objects.map((object, index) => {
    const place = parts.join('').length
    parts.push(`${index + 1} 0 obj\n${object}\nendobj\n`)
    return place
  })
  const start = parts.join('').length
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`,
  )
  return Buffer.from(parts.join(''), 'latin1')
}

export const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
