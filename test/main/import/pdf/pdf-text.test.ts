import { describe, expect, it } from 'vitest'
import { failureText } from '../../../../main/messages.ts'
import { expectSuccess } from '../../library/plain-support.ts'
import { sourceImporter } from '../support.ts'
import { helvetica, pdfDocument, rawPdf } from './documents.ts'

const importer = sourceImporter()
const imported = (bytes: Uint8Array) => importer.importBytes(bytes, { file: 'talks.pdf', encoding: null })
const sentence =
  'The ministers of the lake states met in Vellin on Monday, and they went through the treaty line by line. '

/** Glyphs numbered as the letters are in Unicode. */
function glyphs(words: string): string {
  return `<${Buffer.from(words, 'utf16le').swap16().toString('hex')}>`
}

/** A document whose font has a table that gives glyphs the letters of their numbers. */
function cyrillic(drawing: string): Parameters<typeof rawPdf> {
  const table =
    '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0400> <04FF> <0400> endbfrange endcmap end'
  const font =
    '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>'
  return [
    font,
    drawing,
    0,
    [
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R >>',
      '<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 >>',
      `<< /Length ${table.length} >>\nstream\n${table}\nendstream`,
    ],
  ]
}

describe('a PDF document', () => {
  it('gives its headline, its paragraphs and its items, without what repeats on each page', async () => {
    const bytes = await pdfDocument((document) => {
      document.fontSize(18).text('Ministers meet in Vellin').fontSize(11).moveDown()
      for (let time = 0; time < 12; time++) document.text(sentence.repeat(4).trim()).moveDown()
      document.font('Helvetica-Bold').text('Outcomes').font('Helvetica').text('They signed a protocol.')
      for (let page = 0; page < document.bufferedPageRange().count; page++) {
        document.switchToPage(page).margins.bottom = 0
        document
          .text('Ministry of Lakes', 72, 30, { lineBreak: false })
          .text(`– ${page + 1} –`, 290, 760, { lineBreak: false })
      }
    })
    const paragraphs = Array.from({ length: 12 }, () => sentence.repeat(4).trim())
    const text = [
      'Ministry of Lakes',
      'Ministers meet in Vellin',
      ...paragraphs,
      'Outcomes',
      'They signed a protocol.',
    ].join('\n\n')
    expect(await imported(bytes)).toEqual({ ok: true, value: { text, format: 'pdf', attachments: [] } })
  })

  it('gives its rows with the cells apart', async () => {
    const bytes = await pdfDocument((document) => {
      for (const [index, [state, seat]] of [
        ['State', 'Seat'],
        ['Ormen', 'Vellin'],
      ].entries()) {
        document
          .text(state ?? '', 72, 100 + index * 16, { lineBreak: false })
          .text(seat ?? '', 300, 100 + index * 16, { lineBreak: false })
      }
    })
    expect(expectSuccess(await imported(bytes)).text).toBe('State | Seat\n\nOrmen | Vellin')
  })

  it('gives the letters that its font’s table names, and leaves out what is stamped across', async () => {
    const drawing = `BT /F1 12 Tf 72 700 Td ${glyphs('Министры')} Tj ET BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm ${glyphs('Нет')} Tj ET`
    expect(expectSuccess(await imported(rawPdf(...cyrillic(drawing)))).text).toBe('Министры')
  })

  it('on a page that lies on its side is read along its lines', async () => {
    const turned = 'BT /F1 12 Tf 0 1 -1 0 100 72 Tm (The ministers met.) Tj 0 1 -1 0 114 72 Tm (They agreed.) Tj ET'
    expect(expectSuccess(await imported(rawPdf(helvetica, turned))).text).toBe('The ministers met. They agreed.')
  })

  it('that only its owner may change is read', async () => {
    const bytes = await pdfDocument((document) => document.text('The ministers met.'), { ownerPassword: 'x' })
    expect(expectSuccess(await imported(bytes)).text).toBe('The ministers met.')
  })

  it('never runs what it carries', async () => {
    const catalogue = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'
    const source = Buffer.from(rawPdf(helvetica, 'BT /F1 12 Tf 72 700 Td (They met.) Tj ET')).toString('latin1')
    const bytes = Buffer.from(source.replace('/Type /Catalog', `/Type /Catalog ${catalogue}`), 'latin1')
    expect(expectSuccess(await imported(bytes)).text).toBe('They met.')
  })
})

const whole = () => pdfDocument((document) => document.text(sentence.repeat(400)))
const spaces = Buffer.alloc(400_000_000, ' ')

describe('what is no PDF document to be read is refused with one sentence:', () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    [
      'one with a password',
      () => pdfDocument((document) => document.text('x'), { userPassword: 'x' }),
      'document-encrypted',
    ],
    ['pictures of pages', () => rawPdf(helvetica, '0 0 m 100 100 l S'), 'document-without-text'],
    ['one that is cut off', async () => (await whole()).subarray(0, 3_000), 'document-damaged'],
    ['its first bytes alone', async () => (await whole()).subarray(0, 8), 'document-damaged'],
    ['one of zeros', async () => (await whole()).fill(0, 20), 'document-damaged'],
    ['a drawing that unpacks without end', () => rawPdf(helvetica, spaces, 1), 'document-oversized'],
    ['one that unpacks twice', () => rawPdf(helvetica, spaces, 2), 'document-oversized'],
  ])('%s', async (_, make, code) => {
    const bytes = await make()
    const began = performance.now()
    const result = await imported(bytes)
    expect(performance.now() - began).toBeLessThan(15_000)
    expect(result).toMatchObject({ failure: { code } })
    if (!result.ok) expect(failureText(result.failure)).toMatch(/^“talks\.pdf” [^\n]{40,}\.$/u)
  })

  it('one that takes longer than it may', async () => {
    const bytes = rawPdf(helvetica, Buffer.alloc(100_000_000, 'q Q BT ET '), 2)
    const result = await sourceImporter({ time: 1_000 }).importBytes(bytes, { file: 'talks.pdf', encoding: null })
    expect(result).toMatchObject({ failure: { code: 'document-slow', values: { seconds: 1 } } })
  })
})
