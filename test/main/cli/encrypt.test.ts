import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { builtCommandLine } from '../../../scripts/built-cli.ts'
import { inFolder } from './aide.ts'

const { place, run } = inFolder()
const talks = 'Canary talks in Bern\n\nBERN, May 3, 2024 — The ministers met in Bern and agreed.'
let folder = ''
let round = 0
let recoveryKey = ''
const on = (words: readonly string[], input?: string) => run(['--library', folder, ...words], input)
const withPass = (...words: string[]) => on(['--passphrase-file', 'pass', ...words])

beforeAll(async () => {
  const secret = async (name: string, content: string) => {
    await writeFile(join(place.folder, name), content)
    await chmod(join(place.folder, name), 0o600)
  }
  await secret('pass', 'five words without any sense\n')
  await secret('new', 'another passphrase altogether\n')
  await secret('wrong', 'five words with sense\n')
  await secret('empty', '\n')
  await writeFile(join(place.folder, 'talks.txt'), talks)
  folder = join(place.folder, 'start')
  await on(['add', 'talks.txt'])
  await startFrom('start')
  recoveryKey = String((await withPass('encrypt')).json().recoveryKey)
  await cp(folder, join(place.folder, 'sealed'), { recursive: true })
  await secret('key', recoveryKey)
}, 30_000)

beforeEach(() => startFrom('start'))

/** Begins with a copy of a library that was made once: deriving keys takes its time. */
async function startFrom(name: 'start' | 'sealed'): Promise<void> {
  round += 1
  folder = join(place.folder, `library-${round}`)
  await cp(join(place.folder, name), folder, { recursive: true })
}

async function allBytes(): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(await Promise.all(files.toSorted().map(async (file) => [file, await readFile(file)] as const)))
}
const tells = async () => [...(await allBytes()).values()].some((bytes) => bytes.includes('anary'))
const headerText = () => readFile(join(folder, 'library.json'), 'utf8')

describe('encrypt', () => {
  it('seals a plain library and prints the recovery key, which opens it; what is not its own it names', async () => {
    expect(await tells()).toBe(true)
    await writeFile(join(folder, 'letter.txt'), 'Dear')
    const sealed = await withPass('encrypt')
    expect(sealed).toMatchObject({ code: 0, said: expect.stringContaining('letter.txt is not the library’s own') })
    expect(Object.keys(sealed.json())).toEqual(['recoveryKey'])
    expect(await tells()).toBe(false)
    expect((await withPass('list')).json()).toMatchObject({ entries: [{ title: 'Canary talks in Bern' }] })
    await writeFile(join(place.folder, 'made'), String(sealed.json().recoveryKey), { mode: 0o600 })
    expect((await on(['--recovery-key-file', 'made', 'list'])).code).toBe(0)
    expect(await withPass('encrypt')).toMatchObject({
      code: 1,
      out: '',
      said: expect.stringContaining('has a recovery key'),
    })
  }, 60_000)

  it('that is killed goes on where it was, whatever had been done', async () => {
    for (let count = 0; count < 25; count += 1) {
      await cp(join(place.folder, 'talks.txt'), join(place.folder, `talks-${count}.txt`))
    }
    await on(['add', ...Array.from({ length: 25 }, (_, count) => `talks-${count}.txt`)])
    const child = spawn(
      process.execPath,
      [builtCommandLine, '--library', folder, '--passphrase-file', 'pass', 'encrypt'],
      {
        cwd: place.folder,
        env: { ...process.env, INIT_CWD: place.folder, XDG_CONFIG_HOME: join(place.folder, 'config') },
        stdio: 'ignore',
      },
    )
    while (child.exitCode === null && !(await headerText()).includes('"converting"')) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    expect(await headerText()).toContain('"converting"')
    expect((await withPass('list')).json().entries).toHaveLength(26)
    expect(await on(['list'])).toMatchObject({ code: 1, said: expect.stringContaining('The library is sealed') })
    const sealed = await withPass('encrypt')
    expect(Object.keys(sealed.json())).toEqual(['recoveryKey'])
    expect(await tells()).toBe(false)
    expect((await withPass('list')).json().entries).toHaveLength(26)
  }, 120_000)
})

describe('decrypt', () => {
  it('asks first, and then gives every record back as it was', async () => {
    const records = async () => {
      const files = [...(await allBytes())].map(([file, bytes]) => [file.slice(folder.length), bytes] as const)
      return files.filter(([file]) => /entries|notes|sessions/u.test(file))
    }
    const before = await records()
    await startFrom('sealed')
    const sealed = await allBytes()
    for (const input of ['', 'no\n', 'y\n']) {
      const refused = await on(['--passphrase-file', 'pass', 'decrypt'], input)
      expect(refused).toMatchObject({ code: 1, out: '', said: expect.stringContaining('nobody said yes') })
    }
    expect(await allBytes()).toEqual(sealed)
    const done = await on(['--passphrase-file', 'pass', 'decrypt'], 'yes\n')
    expect(done).toMatchObject({ code: 0, out: '{}\n', said: expect.stringContaining('Type yes') })
    expect(await records()).toEqual(before)
    expect((await on(['list'])).json()).toMatchObject({ entries: [{ title: 'Canary talks in Bern' }] })
  }, 60_000)

  it('with --yes does not ask', async () => {
    await startFrom('sealed')
    expect(await withPass('decrypt', '--yes')).toMatchObject({ code: 0, said: '' })
    expect(await tells()).toBe(true)
  }, 60_000)
})

describe('change-passphrase --new-key', () => {
  it('seals everything anew and prints the recovery key of now', async () => {
    await startFrom('sealed')
    const before = await allBytes()
    const changed = await withPass('change-passphrase', '--new-passphrase-file', 'new', '--new-key')
    expect(Object.keys(changed.json())).toEqual(['recoveryKey'])
    const after = await allBytes()
    for (const [file, bytes] of before) {
      if (/entries|notes/u.test(file)) expect(after.get(file)?.equals(bytes), file).toBe(false)
    }
    expect((await withPass('list')).code).toBe(1)
    expect((await on(['--passphrase-file', 'new', 'list'])).code).toBe(0)
  }, 60_000)
})

describe('what can’t be converted', () => {
  const damage = async (change: (header: Record<string, unknown>) => unknown) => {
    await startFrom('sealed')
    const changed = JSON.stringify(change(JSON.parse(await headerText())))
    for (const name of await readdir(folder))
      if (name.startsWith('library.')) await writeFile(join(folder, name), changed)
  }
  const huge = (header: Record<string, unknown>) =>
    JSON.parse(JSON.stringify(header).replace(/"memory":\d+/u, '"memory":67108864'))

  it.each<[string, () => Promise<unknown>, readonly string[], string]>([
    ['a plain library without a passphrase', async () => null, ['encrypt'], '--passphrase-file'],
    [
      'a plain library with an empty one',
      async () => null,
      ['--passphrase-file', 'empty', 'encrypt'],
      'at least one sign',
    ],
    ['a plain library made plain', async () => null, ['--passphrase-file', 'pass', 'decrypt', '--yes'], 'not sealed'],
    [
      'a wrong passphrase',
      () => startFrom('sealed'),
      ['--passphrase-file', 'wrong', 'decrypt', '--yes'],
      'not the passphrase',
    ],
    ['a lost passphrase', () => startFrom('sealed'), ['decrypt', '--yes'], 'The library is sealed'],
    [
      'a recovery key that is none',
      () => startFrom('sealed'),
      ['--recovery-key-file', 'wrong', 'decrypt', '--yes'],
      'mistyped',
    ],
    [
      'a damaged header',
      () => damage((header) => ({ ...header, header: { form: 1 } })),
      ['--passphrase-file', 'pass', 'decrypt', '--yes'],
      'library.json',
    ],
    [
      'a header that asks for all memory',
      () => damage(huge),
      ['--passphrase-file', 'pass', 'decrypt', '--yes'],
      'library.json',
    ],
  ])(
    '%s: one sentence, and nothing changes',
    async (_, prepare, words, sentence) => {
      await prepare()
      const before = await allBytes()
      const ran = await on(words)
      expect(ran).toMatchObject({ code: 1, out: '' })
      expect(ran.said.trim().split('\n')).toHaveLength(1)
      expect(ran.said).toContain(sentence)
      expect(await allBytes()).toEqual(before)
    },
    60_000,
  )
})

/** Runs shell words in namespaces of their own, where mounting is allowed. */
const mounted = (script: string) => spawnSync('unshare', ['-Urm', 'sh', '-c', script], { encoding: 'utf8' })
const mayMount = mounted('mount -t tmpfs -o size=64k none /mnt').status === 0
if (!mayMount) console.warn('skipped: conversion on a full and on a read-only disk (no mount namespaces here)')

describe.skipIf(!mayMount)('a disk that takes no more', () => {
  it('while a library is sealed: one sentence, all is still there, and with room again it goes on', () => {
    const aide = `'${process.execPath}' '${builtCommandLine}' --library /mnt/library`
    const pass = `--passphrase-file '${join(place.folder, 'pass')}'`
    const { stdout, stderr, status } = mounted(`
      mount -t tmpfs -o size=128k none /mnt && cp -r '${folder}' /mnt/library
      head -c 200000 /dev/zero > /mnt/filler 2>/dev/null
      ${aide} ${pass} encrypt; echo "full $?"
      truncate -s -20480 /mnt/filler
      ${aide} ${pass} encrypt; echo "nearly full $?"
      ${aide} ${pass} list || ${aide} list
      rm /mnt/filler
      mount -o remount,ro /mnt; ${aide} ${pass} encrypt; echo "read-only $?"
      mount -o remount,rw /mnt; ${aide} ${pass} encrypt > /mnt/printed; echo "sealed $?"
      ${aide} ${pass} list
      grep -rc anary /mnt/library | grep -v ':0'; true`)
    expect(status).toBe(0)
    const said = stderr.trim().split('\n')
    expect(said.filter((line) => line.includes('disk is full')).length).toBeGreaterThanOrEqual(1)
    expect(said.filter((line) => line.includes('read-only')).length).toBe(1)
    const lists = stdout.split('\n').filter((line) => line.startsWith('{'))
    expect(lists.map((line) => JSON.parse(line).entries?.[0]?.title)).toEqual(Array(2).fill('Canary talks in Bern'))
    expect(stdout.split('\n').filter((line) => /^(?:full|nearly|read-only|sealed)/u.test(line))).toEqual([
      'full 1',
      'nearly full 1',
      'read-only 1',
      'sealed 0',
    ])
    expect(stdout).not.toMatch(/\.json:[1-9]/u)
  }, 60_000)
})
