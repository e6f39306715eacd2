// Documents through the built command line, so that the conversion's thread is found where the build puts it.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { paragraph, wordDocument } from '../import/docx/word.ts'
import { pdfDocument } from '../import/pdf/documents.ts'
import { inFolder } from './aide.ts'

const { place, run, inLibrary } = inFolder()
const title = 'Ministers meet in Vellin'
const body = 'VELLIN, 3 March 2025 — The ministers met, and they agreed to meet again.'
const mail = [
  `Subject: ${title}`,
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  body,
  '--b',
  'Content-Type: application/pdf; name="agenda.pdf"',
  'Content-Disposition: attachment',
  '',
  'x',
  '--b--',
].join('\n')

const documents: Readonly<Record<string, () => Promise<Uint8Array> | string>> = {
  'talks.docx': () => wordDocument(paragraph(title, 'Heading1') + paragraph(body)),
  'talks.pdf': () => pdfDocument((document) => document.fontSize(18).text(title).fontSize(11).moveDown().text(body)),
  'talks.html': () => `<!doctype html><nav>Home</nav><h1>${title}</h1><p>${body}</p>`,
  'talks.eml': () => mail,
  'talks.md': () => `# ${title}\n\n**VELLIN, 3 March 2025** — The ministers met, and they agreed to meet again.`,
}

beforeAll(async () => {
  for (const [name, make] of Object.entries(documents)) await writeFile(join(place.folder, name), await make())
  await writeFile(join(place.folder, 'damaged.docx'), 'PK\u0003\u0004 and no more')
})

it.each(Object.keys(documents))('%s is read with its headline and its dateline', async (file) => {
  const ran = await run(['read', file])
  expect(ran).toMatchObject({ code: 0, said: file === 'talks.eml' ? expect.stringContaining('agenda.pdf') : '' })
  expect(ran.json()).toMatchObject({
    title,
    text: `${title}\n\n${body}`,
    dateline: { place: 'VELLIN', date: '2025-03-03' },
  })
})

it('a document is read from standard input', async () => {
  const document = await wordDocument(paragraph(body))
  expect((await run(['read', '-'], document)).json()).toMatchObject({ text: body })
})

it('documents are added each by itself; one that is damaged keeps no other out', async () => {
  const ran = await inLibrary(['add', 'talks.docx', 'damaged.docx', 'talks.pdf', 'talks.eml'])
  expect(ran.code).toBe(1)
  expect(ran.json()).toMatchObject({
    added: [
      { title, file: 'talks.docx' },
      { title, file: 'talks.pdf' },
      { title, file: 'talks.eml' },
    ],
    failed: [{ file: 'damaged.docx', message: expect.stringContaining('damaged') }],
  })
  expect(ran.said).toContain('agenda.pdf')
})

it.skipIf(process.platform === 'win32')(
  'what steers a terminal is never sent to it, from a name or from a text',
  async () => {
    const text = `The ministers\u009B31m met\u007F. ${'They agreed to meet again. '.repeat(20).trim()}`
    const file = 'bad\u001B]0;renamed\u0007\u009B31m\nname.txt'
    await writeFile(join(place.folder, file), text)
    await writeFile(join(place.folder, `${file}.docx`), 'PK\u0003\u0004 and no more')
    const ran = await inLibrary(['add', file, `${file}.docx`])
    const lines = ran.said.trimEnd().split('\n')
    for (const line of [...lines, ran.out.trimEnd()]) expect(line).not.toMatch(/\p{Cc}/u)
    // A line end in a name makes no line of its own.
    expect(lines.filter((line) => !line.endsWith('.'))).toEqual([])
    expect(ran.json()).toMatchObject({ added: [{ file, reading: { text: text } }] })
  },
)
