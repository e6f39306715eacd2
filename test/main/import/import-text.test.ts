import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { largestFile } from '../../../domain/text/limits.ts'
import { failureText } from '../../../main/messages.ts'
import { expectSuccess } from '../library/plain-support.ts'
import { paragraph, wordDocument } from './docx/word.ts'
import { helvetica, rawPdf } from './pdf/documents.ts'
import { sourceImporter } from './support.ts'

const importer = sourceImporter()
const imported = (bytes: Uint8Array, file = 'talks', encoding: string | null = null) =>
  importer.importBytes(bytes, { file, encoding })
const cyrillic = Buffer.from([0xcc, 0xe8, 0xed, 0xf1, 0xea])
const page = (meta: string, ...words: readonly Uint8Array[]) =>
  Buffer.concat([Buffer.from(`<!doctype html>${meta}<p>`), ...words])

describe('a document is read by what it is, whatever it is called', () => {
  it.each<[string, string, () => Promise<Uint8Array> | Uint8Array]>([
    ['docx', 'talks.pdf', () => wordDocument(paragraph('They met.'))],
    ['pdf', 'talks.docx', () => rawPdf(helvetica, 'BT /F1 12 Tf 72 700 Td (They met.) Tj ET')],
    ['html', 'talks.txt', () => Buffer.from('<!doctype html><p>They met.')],
    ['email', 'talks.html', () => Buffer.from('MIME-Version: 1.0\nSubject:\n\nThey met.')],
    ['text', 'talks.eml', () => Buffer.from('They met.')],
    ['text', 'talks.md', () => Buffer.from('They met.')],
    ['markdown', 'talks.md', () => Buffer.from('**They met**.')],
  ])('%s called %s', async (format, file, make) => {
    expect(await imported(await make(), file)).toEqual({
      ok: true,
      value: { text: 'They met.', format, attachments: [] },
    })
  })

  it('plain text is never changed, whatever marks it holds', async () => {
    const text = '# 1\r\n*one* <b>two</b>\r\n- three\r\n'
    expect(expectSuccess(await imported(Buffer.from(text), 'talks.txt'))).toMatchObject({ text, format: 'text' })
  })
})

describe('Markdown', () => {
  it('has its headings, lists, tables and stress as a person reads them', async () => {
    const markdown =
      '# Joint *statement*\n\nVellin, **3 March**\nsecond line\n\n1. one\n2. [two](https://x.example)\n\n- a\n- b\n\n| S | T |\n|---|---|\n| 1 | 2 |\n\n> said\n\n<script>leak</script>'
    expect(expectSuccess(await imported(Buffer.from(markdown), 'x.md')).text).toBe(
      'Joint statement\n\nVellin, 3 March\nsecond line\n\n1. one\n2. two\n\n• a\n• b\n\nS | T\n1 | 2\n\nsaid',
    )
  })
})

describe('a page is decoded', () => {
  it.each<[string, Uint8Array, string | null]>([
    ['as its meta element says', page('<meta charset="windows-1251">', cyrillic), null],
    [
      'as its older meta element says',
      page('<META http-equiv=Content-Type content="text/html; charset=windows-1251">', cyrillic),
      null,
    ],
    ['as UTF-8 where it says nothing', page('', Buffer.from('Минск')), null],
    [
      'as UTF-8 where it names an encoding that there is not',
      page('<meta charset="klingon">', Buffer.from('Минск')),
      null,
    ],
    ['by its byte order mark first', Buffer.from('\uFEFF<!doctype html><meta charset="windows-1251"><p>Минск'), null],
    ['as a person says before all', page('<meta charset="koi8-r">', cyrillic), 'windows-1251'],
    [
      'in UTF-16 with its mark, whatever it says',
      Buffer.from('\uFEFF<html><meta charset="utf-8"><p>Минск', 'utf16le'),
      null,
    ],
  ])('%s', async (_, bytes, encoding) => {
    expect(expectSuccess(await imported(bytes, 'page.html', encoding)).text).toBe('Минск')
  })

  it('or refused when its letters can’t be known', async () => {
    expect(await imported(page('', cyrillic))).toMatchObject({
      failure: { code: 'text-encoding', values: { tried: 'none' } },
    })
    expect(await imported(page('<meta charset="utf-8">', cyrillic))).toMatchObject({
      failure: { code: 'text-encoding' },
    })
  })
})

describe('what can’t be read is refused with one sentence:', () => {
  it.each<[string, Uint8Array, string]>([
    ['too many bytes', Buffer.alloc(largestFile + 1, 'a'), 'text-too-large'],
    [
      'too many bytes of a PDF document',
      Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(largestFile)]),
      'text-too-large',
    ],
    ['a page with NUL characters', Buffer.from('<!doctype html><p>They\0met.'.padEnd(200, '.')), 'text-nul'],
    ['a page nested without end', Buffer.from(`<!doctype html>${'<div>'.repeat(100_000)}x`), 'document-oversized'],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'text-binary'],
    ['RTF', Buffer.from('{\\rtf1 x}'), 'text-binary'],
  ])('%s', async (_, bytes, code) => {
    const result = await imported(bytes)
    expect(result).toMatchObject({ failure: { code } })
    if (!result.ok) expect(failureText(result.failure)).toMatch(/^[“T][^\n]{40,}\.$/u)
  })
})

describe('pasted rich text', () => {
  it('keeps what a person took, site furniture too', async () => {
    const html = '<meta charset="utf-8"><nav>Home</nav><h2>Talks</h2><ul><li>They met.</li></ul><script>leak</script>'
    expect(expectSuccess(await importer.importRich(html, 'pasted text')).text).toBe('Home\n\nTalks\n\n• They met.')
  })
})

describe('a conversion', () => {
  it('that needs more memory than it may is ended, and the next goes on', async () => {
    const small = sourceImporter({ heap: 24 })
    const large = Buffer.from(`<!doctype html>${'<p>They <b>met</b>.'.repeat(300_000)}`)
    const [first, second] = await Promise.all([
      small.importBytes(large, { file: 'large.html', encoding: null }),
      small.importBytes(Buffer.from('<!doctype html><p>They met.'), { file: 'small.html', encoding: null }),
    ])
    expect(first).toMatchObject({ failure: { code: 'document-oversized', values: { file: 'large.html' } } })
    expect(second).toMatchObject({ ok: true, value: { text: 'They met.' } })
  })

  it('whose thread can’t begin fails with a sentence, and why is reported', async () => {
    const reported: unknown[] = []
    const worker = new URL('none.js', import.meta.url)
    const broken = sourceImporter({ worker, report: (trouble) => reported.push(trouble) })
    const result = await broken.importBytes(Buffer.from('<!doctype html><p>x'), { file: 'x', encoding: null })
    expect(result).toMatchObject({ failure: { code: 'document-damaged', values: { file: 'x' } } })
    expect(reported).toMatchObject([{ message: expect.stringContaining('none.js') }])
  })

  it('that takes longer than it may is ended', async () => {
    const result = await sourceImporter({ time: 1 }).importBytes(Buffer.from('<!doctype html><p>x'), {
      file: 'x',
      encoding: null,
    })
    expect(result).toMatchObject({ failure: { code: 'document-slow', values: { file: 'x', seconds: 1 } } })
  })
})

describe('a file', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aide-import-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('is imported under its bare name, and one that is not there is missing', async () => {
    const path = join(folder, 'talks.md')
    await writeFile(path, '# Talks')
    expect(expectSuccess(await importer.importFile(path, null))).toMatchObject({ text: 'Talks', format: 'markdown' })
    expect(await importer.importFile(join(folder, 'none.pdf'), null)).toMatchObject({
      failure: { code: 'file-missing', values: { file: 'none.pdf' } },
    })
  })
})
