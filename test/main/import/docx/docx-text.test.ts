import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Result } from '../../../../domain/result.ts'
import { textOfDocx } from '../../../../main/import/docx/docx-text.ts'
import { failureText } from '../../../../main/messages.ts'
import { expectSuccess } from '../../library/plain-support.ts'
import { sourceImporter } from '../support.ts'
import { contentTypes, documentPart, paragraph, relationships, wordDocument, wordParts, zipOf } from './word.ts'

const textOf = async (body: string) => expectSuccess(await textOfDocx(await wordDocument(body), 'talks.docx'))
const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`

describe('a Word document', () => {
  it('gives its headings, paragraphs and tables', async () => {
    const table = `<w:tbl><w:tr>${cell('State')}${cell('Seat')}</w:tr><w:tr>${cell('Ormen')}${cell('Vellin')}</w:tr></w:tbl>`
    const body = `${paragraph('Ministers meet', 'Heading1')}${paragraph('They met.')}${table}${paragraph('They agreed.')}`
    expect(await textOf(body)).toBe('Ministers meet\n\nThey met.\n\nState | Seat\nOrmen | Vellin\n\nThey agreed.')
  })

  it('gives its lists, numbered where they are', async () => {
    const level = (format: string) => `<w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl>`
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="1">${level('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level('decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`
    const item = (text: string, list: number) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
    const body = `${paragraph('They agreed')}${item('to meet', 1)}${item('to write', 1)}${paragraph('And')}${item('first', 2)}${item('second', 2)}`
    const bytes = await zipOf({
      ...wordParts(body),
      'word/numbering.xml': numbering,
      'word/_rels/document.xml.rels': relationships([['numbering', 'numbering.xml']]),
    })
    expect(expectSuccess(await textOfDocx(bytes, 'x.docx'))).toBe(
      'They agreed\n\n• to meet\n• to write\n\nAnd\n\n1. first\n2. second',
    )
  })

  it('gives inserted words and leaves deleted and hidden machinery behind', async () => {
    const body = `<w:p><w:r><w:t xml:space="preserve">They </w:t></w:r><w:del><w:r><w:delText>refused</w:delText></w:r></w:del><w:ins><w:r><w:t>agreed</w:t></w:r></w:ins><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE leak </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
    expect(await textOf(body)).toBe('They agreed')
  })

  it('gives the words of a link and nothing of its address', async () => {
    const body =
      '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>the treaty</w:t></w:r></w:hyperlink></w:p><w:p><w:r><w:t>&lt;script&gt; is a word</w:t></w:r></w:p>'
    const bytes = await zipOf({
      ...wordParts(body),
      'word/_rels/document.xml.rels': relationships([['hyperlink', 'javascript:alert(1)', 'External']]),
    })
    expect(expectSuccess(await textOfDocx(bytes, 'x.docx'))).toBe('the treaty\n\n<script> is a word')
  })

  it('gives line breaks, tabs and no-break hyphens', async () => {
    const body =
      '<w:p><w:r><w:t>One</w:t><w:br/><w:t>Two</w:t><w:tab/><w:t>lake</w:t><w:noBreakHyphen/><w:t>side</w:t></w:r></w:p>'
    expect(await textOf(body)).toBe('One\nTwo lake\u2011side')
  })

  it('never expands entities of its own', async () => {
    const dtd = '<!DOCTYPE w:document [<!ENTITY a "leak"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    const parts = { ...wordParts(''), 'word/document.xml': documentPart(paragraph('x&a;&b;'), dtd) }
    const result = await textOfDocx(await zipOf(parts), 'x.docx').catch(() => null)
    expect(result?.ok === true ? result.value : '').not.toContain('leak')
  })
})

const importer = sourceImporter()
const imported = (bytes: Uint8Array): Promise<Result<unknown>> =>
  importer.importBytes(bytes, { file: 'talks.docx', encoding: null })

/** A zip written by hand, so that it may lie: about the size of its one file, and about its name. */
function forgedZip(name: string, content: Buffer, said: number): Buffer {
  const packed = deflateRawSync(content)
  const header = (signature: number, rest: number[]) => {
    const bytes = Buffer.alloc(4 + rest.length * 2)
    bytes.writeUInt32LE(signature, 0)
    for (const [index, value] of rest.entries()) bytes.writeUInt16LE(value, 4 + index * 2)
    return bytes
  }
  const long = (value: number) => [value & 0xffff, value >>> 16]
  const sizes = [0, 8, 0, 0, ...long(0), ...long(packed.length), ...long(said), name.length, 0]
  const local = Buffer.concat([header(0x04034b50, [20, ...sizes]), Buffer.from(name), packed])
  const central = Buffer.concat([
    header(0x02014b50, [20, 20, ...sizes, 0, 0, 0, ...long(0), ...long(0)]),
    Buffer.from(name),
  ])
  const end = header(0x06054b50, [0, 0, 1, 1, ...long(central.length), ...long(local.length), 0])
  return Buffer.concat([local, central, end])
}

const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`word/${index}.xml`, '']))
const withTypes = (main: string) => zipOf({ ...wordParts(''), '[Content_Types].xml': contentTypes(main) })
const container = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
  ])
const whole = () => wordDocument(paragraph('The ministers met.').repeat(200))

describe('what is no Word document to be read is refused with one sentence:', () => {
  it.each<[string, () => Promise<Buffer> | Buffer, object]>([
    ['one that is cut off', async () => (await whole()).subarray(0, 900), { code: 'document-damaged' }],
    ['its first bytes alone', async () => (await whole()).subarray(0, 4), { code: 'document-damaged' }],
    [
      'one with flipped bytes',
      async () => (await whole()).map((byte, index) => (index % 97 === 60 ? byte ^ 0xff : byte)) as Buffer,
      { code: 'document-damaged' },
    ],
    [
      'broken XML',
      () => zipOf({ ...wordParts(''), 'word/document.xml': '<w:document><w:p>' }),
      { code: 'document-damaged' },
    ],
    [
      'no main part',
      () => zipOf({ '[Content_Types].xml': contentTypes(), '_rels/.rels': relationships([]) }),
      { code: 'document-damaged' },
    ],
    [
      'one that shrank a thousand times',
      () => zipOf({ ...wordParts(''), 'word/media/a.png': Buffer.alloc(30_000_000) }),
      { code: 'document-oversized' },
    ],
    [
      'a text longer than any document’s',
      () => zipOf({ ...wordParts(''), 'word/document.xml': Buffer.alloc(41_000_000, 'The ministers met in Vellin. ') }),
      { code: 'document-oversized' },
    ],
    [
      'one that says it is small and is not',
      () => forgedZip('word/document.xml', Buffer.alloc(9_000_000), 900_000),
      {},
    ],
    ['ten thousand files', () => zipOf({ ...wordParts(''), ...many(10_000) }), { code: 'document-oversized' }],
    [
      'a name that leads out',
      () => forgedZip('../../etc/passwd.xml', Buffer.from('x'), 1),
      { code: 'document-damaged' },
    ],
    ['an absolute name', () => forgedZip('/etc/passwd.xml', Buffer.from('x'), 1), { code: 'document-damaged' }],
    [
      'elements nested without end',
      () => wordDocument('<w:smartTag>'.repeat(30_000) + '</w:smartTag>'.repeat(30_000)),
      { code: 'document-damaged' },
    ],
    ['an encrypted one', () => container('EncryptedPackage'), { code: 'document-encrypted' }],
    ['old Word', () => container('WordDocument'), { code: 'text-binary', values: { kind: 'doc' } }],
    ['Outlook', () => container('__properties_version1.0'), { code: 'text-binary', values: { kind: 'outlook' } }],
    [
      'macros',
      () => withTypes('application/vnd.ms-word.document.macroEnabled.main+xml'),
      { code: 'text-binary', values: { kind: 'docm' } },
    ],
    [
      'a spreadsheet',
      () => withTypes('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
      { code: 'text-binary', values: { kind: 'spreadsheet' } },
    ],
    [
      'OpenDocument',
      () => zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      { code: 'text-binary', values: { kind: 'odt' } },
    ],
    ['any other zip', () => zipOf({ 'a.txt': 'x' }), { code: 'text-binary', values: { kind: 'archive' } }],
  ])('%s', async (_, make, failure) => {
    const bytes = await make()
    const began = performance.now()
    const result = await imported(bytes)
    expect(performance.now() - began).toBeLessThan(8_000)
    expect(result).toMatchObject({ ok: false, failure })
    if (!result.ok) expect(failureText(result.failure)).toMatch(/^[“T][^\n]{40,}\.$/u)
  })
})
