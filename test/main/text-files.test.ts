import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { largestFile } from '../../domain/text/limits.ts'
import { decodeText, readFileBytes } from '../../main/text-files.ts'

const words = 'The ministers met in Bern on Monday and agreed to meet again.'
const utf16 = (text: string, ...mark: number[]) => Buffer.concat([Buffer.from(mark), Buffer.from(text, 'utf16le')])
const cyrillic1251 = Buffer.from([
  0xcc, 0xe8, 0xed, 0xe8, 0xf1, 0xf2, 0xf0, 0xfb, 0x20, 0xe2, 0x20, 0xcc, 0xe8, 0xed, 0xf1, 0xea, 0xe5,
])
const signed = (...first: number[]) => Buffer.concat([Buffer.from(first), Buffer.from(words)])
const outcome = (bytes: Uint8Array, encoding: string | null = null) => {
  const result = decodeText(bytes, encoding, 'talks.txt')
  return result.ok ? result.value : result.failure
}

describe('text of bytes', () => {
  it.each([
    ['UTF-8', Buffer.from('Встреча 会见 😀'), null, 'Встреча 会见 😀'],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${words}`), null, words],
    ['UTF-16 with its mark', utf16('Встреча', 0xff, 0xfe), null, 'Встреча'],
    ['UTF-16, the other way round, with its mark', utf16('Встреча', 0xff, 0xfe).swap16(), null, 'Встреча'],
    ['UTF-16 that is named', utf16('Встреча'), 'utf-16le', 'Встреча'],
    ['windows-1251 that is named', cyrillic1251, 'windows-1251', 'Министры в Минске'],
    ['NULs are left to be refused by normalising', Buffer.from(`${words}\0${words}`), null, `${words}\0${words}`],
    ['form feeds between pages', Buffer.from(`${words}\f${words}`), null, `${words}\f${words}`],
    ['nothing', Buffer.alloc(0), null, ''],
  ])('%s', (_name, bytes, encoding, expected) => expect(outcome(bytes, encoding)).toBe(expected))

  it.each([
    ['windows-1251 that is not named', cyrillic1251, null, { code: 'text-encoding', values: { tried: 'none' } }],
    ['UTF-16 without its mark', utf16(words), null, { code: 'text-encoding', values: { encodings: 'utf-16le' } }],
    [
      'Cyrillic UTF-16 without its mark',
      utf16('Министры встретились в Минске'),
      null,
      { code: 'text-encoding', values: { encodings: 'utf-16le' } },
    ],
    [
      'UTF-16 the other way round without its mark',
      utf16(words).swap16(),
      null,
      { code: 'text-encoding', values: { encodings: 'utf-16be' } },
    ],
    [
      'bytes that the named encoding has not',
      cyrillic1251,
      'utf-8',
      { code: 'text-encoding', values: { tried: 'utf-8' } },
    ],
    [
      'an encoding that there is not',
      Buffer.from(words),
      'klingon',
      { code: 'text-encoding-unknown', values: { encoding: 'klingon' } },
    ],
    ['PDF', Buffer.from(`%PDF-1.7\n${words}`), null, { code: 'text-binary', values: { kind: 'pdf' } }],
    ['PDF with an encoding named', Buffer.from(`%PDF-1.7\n${words}`), 'windows-1252', { code: 'text-binary' }],
    ['Word', signed(0x50, 0x4b, 3, 4), null, { code: 'text-binary', values: { kind: 'word' } }],
    [
      'old Word',
      signed(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      null,
      { code: 'text-binary', values: { kind: 'word' } },
    ],
    ['RTF', Buffer.from(`{\\rtf1 ${words}}`), null, { code: 'text-binary', values: { kind: 'rtf' } }],
    ['an image', signed(0x89, 0x50, 0x4e, 0x47), null, { code: 'text-binary', values: { kind: 'image' } }],
    [
      'a program',
      Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 7_919) % 251)),
      null,
      { code: 'text-binary', values: { kind: 'other' } },
    ],
    [
      'too many bytes',
      Buffer.alloc(largestFile + 1, 'a'),
      null,
      { code: 'text-too-large', values: { limit: largestFile } },
    ],
  ])('refuses %s', (_name, bytes, encoding, expected) => expect(outcome(bytes, encoding)).toMatchObject(expected))
})

describe('a file’s bytes', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'aide-text-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const failure = async (path: string) => {
    const result = await readFileBytes(path)
    return result.ok ? null : result.failure
  }

  it('come with its bare name', async () => {
    const path = join(folder, 'talks.txt')
    writeFileSync(path, words)
    expect(await readFileBytes(path)).toEqual({ ok: true, value: { file: 'talks.txt', bytes: Buffer.from(words) } })
  })

  it('are refused by their size before they are read', async () => {
    const path = join(folder, 'large.txt')
    writeFileSync(path, '')
    truncateSync(path, 52_428_800)
    expect(await failure(path)).toMatchObject({ code: 'text-too-large', values: { size: 52_428_800 } })
  })

  it('are missing where the file is, which is named', async () => {
    expect(await failure(join(folder, 'none.txt'))).toMatchObject({
      code: 'file-missing',
      values: { file: 'none.txt' },
    })
  })

  it('are not a folder’s', async () => {
    expect(await failure(folder)).toMatchObject({ code: 'file-is-folder' })
  })

  it.skipIf(process.platform === 'win32')(
    'are not a pipe’s, which nobody waits for (skipped on Windows, which has none)',
    async () => {
      const path = join(folder, 'pipe')
      execFileSync('mkfifo', [path])
      expect(await failure(path)).toMatchObject({ code: 'file-is-folder' })
    },
  )

  it.each([
    ['EACCES', 'no-permission'],
    ['EPERM', 'no-permission'],
    ['EIO', 'disk-failed'],
    ['EMFILE', 'disk-failed'],
  ])('are refused with what %s means', async (code, expected) => {
    const open = () => Promise.reject(Object.assign(new Error(code), { code, syscall: 'open' }))
    const result = await readFileBytes('talks.txt', { open })
    expect(result).toMatchObject({ ok: false, failure: { code: expected } })
  })

  it('are refused when they grow over the limit while they are read', async () => {
    const piece = Buffer.alloc(1_000_000)
    const handle = {
      stat: () => Promise.resolve({ isFile: () => true, size: 10 }),
      read: () => Promise.resolve({ buffer: piece, bytesRead: piece.length }),
      close: () => Promise.resolve(),
    }
    const open = () => Promise.resolve(handle as never)
    expect(await readFileBytes('talks.txt', { open })).toMatchObject({ failure: { code: 'text-too-large' } })
  })
})
