import { describe, expect, it } from 'vitest'
import { textOfEmail } from '../../../../main/import/email/email-text.ts'
import { deepestMail, mostAttachments } from '../../../../main/import/limits.ts'
import { readText } from '../../../engine.ts'
import { expectSuccess } from '../../library/plain-support.ts'

const head = [
  'From: Anna Berg <a.berg@ormen.example>',
  'To: Desk <desk@vellin.example>',
  'Subject: Ministers meet in Vellin',
  'Date: Fri, 12 Apr 2024 23:30:00 +0600',
  'MIME-Version: 1.0',
]
const mail = (...lines: string[]) => Buffer.from([...head, ...lines].join('\r\n'))
const read = async (bytes: Uint8Array) => expectSuccess(await textOfEmail(bytes, 'talks.eml'))
const intro = 'Ministers meet in Vellin\n\nDate: 2024-04-12 23:30 +06:00\nFrom: Anna Berg <a.berg@ormen.example>'
const part = (type: string, ...lines: string[]) => ['--b', `Content-Type: ${type}`, '', ...lines]
const multipart = (kind: string, ...parts: readonly string[][]) =>
  mail(`Content-Type: multipart/${kind}; boundary=b`, '', ...parts.flat(), '--b--')
const attachment = (name: string) =>
  part(`application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"`, 'leak')

describe('an e-mail', () => {
  it('is its subject, date, sender and words', async () => {
    expect(await read(mail('', 'They met.', '', 'They agreed.'))).toEqual({
      text: `${intro}\n\nThey met.\n\nThey agreed.`,
      format: 'email',
      attachments: [],
    })
  })

  it('is read with its subject as headline and the day on the sender’s clock as its date', async () => {
    const { text } = await read(mail('', 'They met in Vellin and agreed to meet again.'))
    expect(readText(text)).toMatchObject({ title: 'Ministers meet in Vellin', dateline: { date: '2024-04-12' } })
  })

  it.each([
    ['Re: Ministers meet', 'Ministers meet'],
    ['FW: RE: Ministers meet', 'Ministers meet'],
    ['=?UTF-8?B?0JzQuNC90LjRgdGC0YDRiw==?=', 'Министры'],
  ])('with the subject %s is headed %s', async (subject, headline) => {
    const { text } = await read(Buffer.from(`Subject: ${subject}\r\nMIME-Version: 1.0\r\n\r\nThey met.`))
    expect(text).toBe(`${headline}\n\nThey met.`)
  })

  it('gives plain words rather than formatted ones', async () => {
    const both = multipart('alternative', part('text/plain', 'They met.'), part('text/html', '<p>They <b>met</b>.</p>'))
    expect((await read(both)).text).toBe(`${intro}\n\nThey met.`)
  })

  it('gives plain words where the formatted ones are nested without end', async () => {
    const both = multipart('alternative', part('text/plain', 'They met.'), part('text/html', '<div>'.repeat(5_000)))
    expect((await read(both)).text).toBe(`${intro}\n\nThey met.`)
  })

  it('gives formatted words where the plain ones only point at them, or are none', async () => {
    const html = `<ul><li>${'They met again. '.repeat(9).trim()}</li></ul><script>leak</script>`
    const words = `${intro}\n\n• ${'They met again. '.repeat(9).trim()}`
    expect((await read(multipart('alternative', part('text/plain', 'See HTML.'), part('text/html', html)))).text).toBe(
      words,
    )
    expect((await read(mail('Content-Type: text/html', '', html))).text).toBe(words)
  })

  it.each([
    ['koi8-r', Buffer.from([0xed, 0xc9, 0xce, 0xd3, 0xcb])],
    ['windows-1251', Buffer.from([0xcc, 0xe8, 0xed, 0xf1, 0xea])],
    ['utf-8', Buffer.from('Минск')],
  ])('in %s is decoded', async (charset, words) => {
    const bytes = Buffer.concat([
      mail(`Content-Type: text/plain; charset=${charset}`, 'Content-Transfer-Encoding: 8bit', '', ''),
      words,
    ])
    expect((await read(bytes)).text).toBe(`${intro}\n\nМинск`)
  })

  it('in quoted-printable and flowed has its lines whole', async () => {
    const bytes = mail(
      'Content-Type: text/plain; charset=utf-8; format=flowed',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'The lake =E2=80=94 and =',
      'the river=20',
      'meet.',
    )
    expect((await read(bytes)).text).toBe(`${intro}\n\nThe lake — and the river meet.`)
  })

  it('names its attachments and opens none', async () => {
    const { text, attachments } = await read(
      multipart('mixed', part('text/plain', 'They met.'), attachment('agenda.pdf'), attachment('draft.docx')),
    )
    expect(text).toBe(`${intro}\n\nThey met.`)
    expect(attachments).toEqual(['agenda.pdf', 'draft.docx'])
  })

  it('with a thousand attachments names some and says how many more there are', async () => {
    const { attachments } = await read(
      multipart(
        'mixed',
        part('text/plain', 'They met.'),
        ...Array.from({ length: 1_000 }, (_, index) => attachment(`${index}.pdf`)),
      ),
    )
    expect(attachments).toHaveLength(mostAttachments + 1)
    expect(attachments.at(-1)).toBe(`+ ${1_000 - mostAttachments}`)
  })

  it.each(['', '\r\nContent-Disposition: attachment; filename="inner.eml"'])(
    'that was forwarded whole gives the words of the one inside below its own%s',
    async (disposition) => {
      const inner = [
        'Subject: Inside',
        'Date: 3 Mar 2024 09:00 +0000',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=i',
        '',
        '--i',
        '',
        'They agreed.',
        '--i',
        'Content-Type: application/pdf; name="inner.pdf"',
        'Content-Disposition: attachment',
        '',
        'leak',
        '--i--',
      ].join('\r\n')
      const bytes = multipart('mixed', part('text/plain', 'See below.'), part(`message/rfc822${disposition}`, inner))
      expect(await read(bytes)).toEqual({
        text: `${intro}\n\nSee below.\n\nInside\n\nDate: 2024-03-03 09:00 +00:00\n\nThey agreed.`,
        format: 'email',
        attachments: ['inner.pdf'],
      })
    },
  )

  it('that is a page saved as one file is that page', async () => {
    const bytes = Buffer.from(
      [
        'From: <Saved by a browser>',
        'Snapshot-Content-Location: https://x.example/',
        'Subject: Talks',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related; type="text/html"; boundary=b',
        '',
        ...part('text/html', '<nav>leak</nav><h1>Talks</h1><p>They met.</p>'),
        '--b--',
      ].join('\r\n'),
    )
    expect(await read(bytes)).toEqual({ text: 'Talks\n\nThey met.', format: 'html', attachments: [] })
  })
})

const nested = (depth: number): string =>
  depth === 0
    ? 'Subject: Inside\r\nMIME-Version: 1.0\r\n\r\nThey met.'
    : `Subject: ${depth}\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n${nested(depth - 1)}`
const nestedParts = (depth: number): string =>
  Array.from({ length: depth }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join(
    '',
  )

describe('an e-mail made to hurt is refused', () => {
  it.each([
    ['e-mails within e-mails, fifty deep', nested(50), 'email-nested'],
    ['parts within parts without end', `MIME-Version: 1.0\r\n${nestedParts(2_000)}`, 'email-nested'],
    ['headers without end', `MIME-Version: 1.0\r\n${'X-Header: words\r\n'.repeat(200_000)}\r\nx`, 'document-oversized'],
    [
      'one header without end',
      `MIME-Version: 1.0\r\nX-Header: ${'words '.repeat(500_000)}\r\n\r\nx`,
      'document-oversized',
    ],
  ])('for %s', async (_, source, code) => {
    const began = performance.now()
    expect(await textOfEmail(Buffer.from(source), 'talks.eml')).toMatchObject({ failure: { code } })
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it('but not for as many e-mails within it as people forward', async () => {
    expect((await read(Buffer.from(nested(deepestMail)))).text).toContain('They met.')
  })
})
