import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { inFolder } from './aide.ts'

const { place, run, inLibrary } = inFolder()
const passphrase = 'five words without any sense'
const talks = 'Talks in Bern\n\nBERN, May 3, 2024 — The ministers met in Bern.'

async function secretFile(name: string, content: string | Uint8Array, mode = 0o600): Promise<string> {
  const path = join(place.folder, name)
  await writeFile(path, content)
  await chmod(path, mode)
  return path
}

beforeAll(async () => {
  await writeFile(join(place.folder, 'talks.txt'), talks)
  await secretFile('pass', `${passphrase}\nnothing else counts\n`)
  await secretFile('wrong', 'five words with sense\n')
  await secretFile('empty', '\nsecond line')
  await secretFile('latin', Buffer.from([0xe9, 0x20, 0xe9, 0x0a]))
  const made = await inLibrary(['--passphrase-file', 'pass', 'add', 'talks.txt'])
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining('sealed library was made') })
})

describe('a sealed library', () => {
  it('is made when a passphrase’s file is given, and opened by its first line', async () => {
    const listed = await inLibrary(['--passphrase-file', 'pass', 'list'])
    expect(listed).toMatchObject({ code: 0, said: '' })
    expect(listed.json()).toMatchObject({ entries: [{ title: 'Talks in Bern' }] })
    for (const file of await readdir(place.library, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue
      const bytes = await readFile(join(file.parentPath, file.name))
      expect(bytes.includes('ministers') || bytes.includes(passphrase), file.name).toBe(false)
    }
  })

  it.each([
    ['a file that ends in CR LF', `${passphrase}\r\nmore`],
    ['a file without a line end', passphrase],
    ['a file with a byte order mark', `\uFEFF${passphrase}\n`],
  ])('is opened by %s', async (_, content) => {
    await secretFile('form', content)
    expect(await inLibrary(['--passphrase-file', 'form', 'list'])).toMatchObject({ code: 0, said: '' })
  })

  it('is opened by standard input', async () => {
    expect((await inLibrary(['--passphrase-file', '-', 'list'], `${passphrase}\n`)).code).toBe(0)
  })

  it('warns of a file that others can read, and works', async () => {
    await secretFile('open', passphrase, 0o644)
    const ran = await inLibrary(['--passphrase-file', 'open', 'list'])
    expect(ran).toMatchObject({ code: 0, said: expect.stringContaining('Others on this computer can read') })
    expect(ran.said.trim().split('\n')).toHaveLength(1)
  })

  it.each([
    ['no secret', [], 'The library is sealed'],
    ['a wrong passphrase', ['--passphrase-file', 'wrong'], 'not the passphrase'],
    ['an empty first line', ['--passphrase-file', 'empty'], 'at least one sign'],
    ['no such file', ['--passphrase-file', 'none'], 'There is no file'],
    ['a folder', ['--passphrase-file', '.'], 'is a folder'],
    ['a file in no known encoding', ['--passphrase-file', 'latin'], 'UTF-8'],
    ['a mistyped recovery key', ['--recovery-key-file', 'wrong'], 'mistyped'],
    ['an empty recovery key', ['--recovery-key-file', 'empty'], 'mistyped'],
  ])('with %s says so in one sentence and does nothing', async (_, words, sentence) => {
    const ran = await inLibrary([...words, 'list'])
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.said).toContain(sentence)
    expect(ran.said.trim().split('\n')).toHaveLength(1)
  })

  it('takes one secret only', async () => {
    const both = await inLibrary(['--passphrase-file', 'pass', '--recovery-key-file', 'pass', 'list'])
    expect(both).toMatchObject({ code: 2, said: expect.stringContaining('not both') })
    const twice = await inLibrary(['--passphrase-file', '-', 'add', '-'])
    expect(twice).toMatchObject({ code: 2, said: expect.stringContaining('one thing only') })
  })

  it('opens with its newest recovery key and its newest passphrase only', async () => {
    const first = await inLibrary(['--passphrase-file', 'pass', 'recovery-key'])
    await secretFile('lost', `${first.json().recoveryKey}\n`)
    const second = await inLibrary(['--recovery-key-file', 'lost', 'recovery-key'])
    await secretFile('key', `${second.json().recoveryKey}\n`)
    await secretFile('new', 'another passphrase altogether\n')
    const changed = await inLibrary(['--recovery-key-file', 'key', 'change-passphrase', '--new-passphrase-file', 'new'])
    expect(changed).toMatchObject({ code: 0, out: '{}\n' })
    expect(await inLibrary(['--recovery-key-file', 'lost', 'list'])).toMatchObject({ code: 1 })
    expect(await inLibrary(['--passphrase-file', 'pass', 'list'])).toMatchObject({ code: 1 })
    expect(await inLibrary(['--recovery-key-file', 'key', 'list'])).toMatchObject({ code: 0 })
    const back = await inLibrary(['--passphrase-file', 'new', 'change-passphrase', '--new-passphrase-file', 'pass'])
    expect(back.code).toBe(0)
  }, 30_000)

  it('keeps its passphrase when the new one is empty', async () => {
    const ran = await inLibrary(['--passphrase-file', 'pass', 'change-passphrase', '--new-passphrase-file', 'empty'])
    expect(ran).toMatchObject({ code: 1, said: expect.stringContaining('at least one sign') })
    expect((await inLibrary(['--passphrase-file', 'pass', 'list'])).code).toBe(0)
  })
})

describe('a plain library', () => {
  it('refuses a passphrase, and has no keys to change', async () => {
    const plain = join(place.folder, 'plain')
    expect((await run(['--library', plain, 'list'])).code).toBe(0)
    for (const words of [['--passphrase-file', 'pass', 'list'], ['recovery-key']]) {
      expect(await run(['--library', plain, ...words])).toMatchObject({
        code: 1,
        out: '',
        said: expect.stringContaining('not sealed'),
      })
    }
  })

  it('is not made in place of a sealed one by a secret that can’t be read', async () => {
    const folder = join(place.folder, 'not-made')
    await mkdir(folder)
    expect((await run(['--library', folder, '--passphrase-file', 'empty', 'list'])).code).toBe(1)
    expect(await readdir(folder)).toEqual([])
    expect(existsSync(join(folder, 'library.json'))).toBe(false)
  })
})
