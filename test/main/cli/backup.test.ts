import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { inFolder } from './aide.ts'

const { place, run, inLibrary } = inFolder()
const talks = 'Talks in Bern\n\nBERN, May 3, 2024 — The ministers met. They agreed to meet again.'
const sealed = ['--library', 'sealed', '--passphrase-file', 'pass.txt']

beforeAll(async () => {
  await writeFile(join(place.folder, 'talks.txt'), talks)
  await writeFile(join(place.folder, 'pass.txt'), 'four words of nonsense\n', { mode: 0o600 })
  await writeFile(join(place.folder, 'wrong.txt'), 'other words\n', { mode: 0o600 })
  await run([...sealed, 'add', 'talks.txt'])
  await inLibrary(['add', 'talks.txt'])
})

describe('backup and restore', () => {
  it('take a sealed library out and back in beside it, with its passphrase and with its recovery key', async () => {
    const { recoveryKey } = (await run([...sealed, 'recovery-key'])).json()
    await writeFile(join(place.folder, 'key.txt'), `${recoveryKey}\n`, { mode: 0o600 })
    const made = await run([...sealed, 'backup', 'sealed.aidememoire'])
    expect([made.code, made.json()]).toMatchObject([0, { written: 'sealed.aidememoire', briefings: 1 }])
    const { bytes } = made.json() as { readonly bytes: number }
    expect((await readFile(join(place.folder, 'sealed.aidememoire'))).length).toBe(bytes)

    const beside = await run([...sealed, 'restore', 'sealed.aidememoire'])
    const { restored } = beside.json() as { readonly restored: string }
    expect(restored).toMatch(/sealed-restored-\d{4}-\d\d-\d\d$/)
    expect(beside.said).toContain('restored beside it')
    const listed = await run(['--library', restored, '--passphrase-file', 'pass.txt', 'list'])
    expect(listed.json()).toMatchObject({ entries: [{ title: 'Talks in Bern' }] })

    const withKey = ['--library', 'by-key', '--recovery-key-file', 'key.txt']
    const byKey = await run([...withKey, 'restore', 'sealed.aidememoire'])
    expect([byKey.code, byKey.json()]).toMatchObject([0, { restored: join(place.folder, 'by-key'), sealed: true }])
    expect((await run([...withKey, 'verify'])).json()).toMatchObject({ ok: true })
  }, 60_000)

  it('seal the backup of a plain library, and without a passphrase make none', async () => {
    const refused = await inLibrary(['backup', 'plain.aidememoire'])
    expect([refused.code, refused.out, existsSync(join(place.folder, 'plain.aidememoire'))]).toEqual([1, '', false])
    expect(refused.said).toMatch(/a backup never is plain.*Give a passphrase/)
    const made = await inLibrary(['--passphrase-file', 'pass.txt', 'backup', 'plain.aidememoire'])
    expect(made.code).toBe(0)
    expect((await readFile(join(place.folder, 'plain.aidememoire'))).includes('ministers')).toBe(false)
    const restored = await run(['--library', 'again', '--passphrase-file', 'pass.txt', 'restore', 'plain.aidememoire'])
    expect([restored.code, restored.json()]).toMatchObject([0, { briefings: 1, sealed: false }])
    expect(restored.said).toContain('is plain')
    expect((await run(['--library', 'again', 'verify'])).json()).toMatchObject({ ok: true })
  })

  it('read a library without writing to it, even while another process holds it', async () => {
    await writeFile(join(place.library, 'lock.json'), '{}')
    const before = await readdir(place.library, { recursive: true })
    expect((await inLibrary(['--passphrase-file', 'pass.txt', 'backup', 'held.aidememoire'])).code).toBe(0)
    expect(await readdir(place.library, { recursive: true })).toEqual(before)
  })

  it.each<[string, readonly string[], RegExp]>([
    [
      'a wrong passphrase',
      ['--library', 'x', '--passphrase-file', 'wrong.txt', 'restore', 'one.aidememoire'],
      /not the passphrase/,
    ],
    ['no passphrase', ['--library', 'x', 'restore', 'one.aidememoire'], /The backup is sealed/],
    ['a file that is no backup', ['--library', 'x', 'restore', 'talks.txt'], /not a backup/],
    ['no such file', ['--library', 'x', 'restore', 'none'], /no file “none”/],
    ['a file that is there', [...sealed, 'backup', 'talks.txt'], /exists already/],
    ['no library', ['--library', 'x', 'backup', 'y'], /no file “x”/],
    ['a folder that is not there', [...sealed, 'backup', 'nowhere/y'], /nowhere/],
    ['the library’s own folder', [...sealed, 'backup', 'sealed/y'], /inside the library/],
  ])('with %s fail with one sentence, and nothing is made', async (_, words, sentence) => {
    if (!existsSync(join(place.folder, 'one.aidememoire'))) await run([...sealed, 'backup', 'one.aidememoire'])
    const before = await readdir(place.folder)
    const ran = await run(words)
    expect([ran.code, ran.out]).toEqual([1, ''])
    expect(ran.said).toMatch(sentence)
    expect(ran.said.trim().split('\n')).toHaveLength(1)
    expect(await readdir(place.folder)).toEqual(before)
  })

  it.each([[['backup']], [['restore']], [['backup', 'a', 'b']], [['restore', 'a', '--overwrite']]])(
    'in %j are wrong usage',
    async (words) => {
      expect((await run(words)).code).toBe(2)
    },
  )
})
