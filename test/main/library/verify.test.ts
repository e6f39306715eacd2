import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  addBriefing,
  type Call,
  device,
  failingFileSystem,
  failureCode,
  noteInput,
  openFor,
  otherDevice,
  temporaryFolder,
} from './support.ts'

type Place = { readonly folder: string; readonly id: string; readonly entry: string; readonly notes: string }
const put = async (file: string, content: string | Uint8Array) => {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}
const change = async (file: string, from: string | RegExp, to: string) =>
  writeFile(file, (await readFile(file, 'utf8')).replace(from, to))

/** A closed library of one briefing with one note, changed twice so that both have an earlier copy. */
/** Removes every earlier copy of a record. */
async function rmCopies(path: string): Promise<void> {
  const names = await readdir(dirname(path))
  const copies = names.filter((name) => name.startsWith(basename(path, 'json')) && name.endsWith('.prev'))
  for (const name of copies) await rm(join(dirname(path), name))
}

async function prepared(): Promise<Place> {
  const folder = await temporaryFolder()
  const library = await openFor(folder)
  const id = await addBriefing(library)
  await library.remove(id)
  await library.restore(id)
  await library.addNote(id, noteInput())
  await library.addNote(id, noteInput())
  library.saveSession(library.session())
  await library.close()
  const shard = id.slice(-2)
  return {
    folder,
    id,
    entry: join(folder, 'entries', shard, `${id}.json`),
    notes: join(folder, 'notes', device, shard, `${id}.json`),
  }
}

describe('verify', () => {
  it('finds nothing wrong with a sound library and counts every file', async () => {
    const { folder } = await prepared()
    const library = await openFor(folder, { mode: 'read-only' })
    const report = await library.verify()
    expect(report.problems).toEqual([])
    const files = await readdir(folder, { recursive: true, withFileTypes: true })
    expect(report).toEqual({ ok: true, checked: files.filter((file) => file.isFile()).length, problems: [], kept: [] })
  })

  it.each<[string, string, (place: Place) => Promise<unknown>]>([
    ['a damaged entry with a copy', 'damaged-with-copy', ({ entry }) => put(entry, 'null')],
    [
      'a damaged entry without one',
      'damaged',
      async ({ entry }) => {
        await rmCopies(entry)
        await put(entry, '')
      },
    ],
    [
      'a damaged entry of which only an older copy is sound',
      'damaged-with-copy',
      async ({ entry }) => {
        await rm(entry.replace('.json', '.1.prev'))
        await put(entry, '')
      },
    ],
    ['damaged notes with a copy', 'damaged-with-copy', ({ notes }) => put(notes, new Uint8Array(9))],
    ['an entry of a newer version', 'newer', ({ entry }) => change(entry, '"schema":3', '"schema":4')],
    [
      'an entry with another’s id',
      'damaged-with-copy',
      ({ entry }) => change(entry, /"id":"[^"]+"/, `"id":"${device}"`),
    ],
    ['a damaged earlier copy', 'generation-damaged', ({ entry }) => put(entry.replace('.json', '.1.prev'), '{')],
    ['a file that is gone but for its copy', 'current-missing', ({ entry }) => rm(entry)],
    [
      'an entry in the wrong folder',
      'wrong-folder',
      async ({ folder, entry, id }) => {
        const wrong = join(folder, 'entries', id.endsWith('00') ? '01' : '00', `${id}.json`)
        await put(wrong, await readFile(entry))
      },
    ],
    [
      'notes in another device’s folder',
      'wrong-device',
      async ({ folder, notes, id }) =>
        put(join(folder, 'notes', otherDevice, id.slice(-2), `${id}.json`), await readFile(notes)),
    ],
    [
      'notes whose briefing is gone',
      'briefing-missing',
      async ({ entry }) => {
        await rm(entry)
        await rmCopies(entry)
      },
    ],
    ['a note outside its text', 'note-outside', ({ notes }) => change(notes, '"end":9', '"end":90000')],
    ['a note on other words than it quotes', 'note-words', ({ notes }) => change(notes, '"exact":"', '"exact":"x')],
    [
      'a reading that points outside',
      'reading-outside',
      ({ entry }) => change(entry, '"span":null', '"span":[1,99999]'),
    ],
    [
      'a temporary file',
      'temporary',
      ({ folder }) => put(join(folder, 'entries', '.x.json.0123456789abcdef01234567.tmp'), ''),
    ],
    [
      'a Nextcloud conflict copy',
      'conflict',
      ({ entry }) => put(entry.replace('.json', ' (conflicted copy 2026-11-23 101500).json'), '{}'),
    ],
    [
      'a Syncthing conflict copy',
      'conflict',
      ({ notes }) => put(notes.replace('.json', '.sync-conflict-20261123-101500-ABCDEFG.json'), '{}'),
    ],
    ['an editor’s copy', 'conflict', ({ entry }) => put(`${entry}~`, '{}')],
    [
      'a damaged file set aside',
      'set-aside',
      ({ entry }) => put(entry.replace('.json', '.damaged-20261123T100000000Z'), 'x'),
    ],
    ['an unknown file', 'unknown', ({ folder }) => put(join(folder, 'entries', 'letter.txt'), 'Dear')],
    ['a damaged catalogue', 'catalogue', ({ folder }) => put(join(folder, 'cache', 'catalogue.json'), '{')],
    ['a damaged session', 'damaged', ({ folder }) => put(join(folder, 'sessions', `${device}.json`), '{')],
  ])('reports %s, and changes nothing', async (_, code, spoil) => {
    const place = await prepared()
    const library = await openFor(place.folder, { mode: 'read-only' })
    await spoil(place)
    const before = await tree(place.folder)
    const report = await library.verify()
    expect(new Set(report.problems.map(({ problem }) => problem))).toEqual(new Set([`verify.${code}`]))
    expect(report.ok).toBe(false)
    expect(report.problems.every(({ repaired, file }) => !repaired && !file.startsWith('/'))).toBe(true)
    expect(await tree(place.folder)).toEqual(before)
  })

  it('reports a folder and a file that can’t be opened, and goes on', async () => {
    const { folder, id } = await prepared()
    const shut = ({ operation, path }: Call) =>
      (operation === 'readdir' && path.endsWith('notes')) || (operation === 'open' && path.endsWith('.1.prev'))
        ? 'EACCES'
        : null
    const library = await openFor(folder, { mode: 'read-only', fileSystem: failingFileSystem(shut) })
    expect((await library.verify()).problems.map(({ file, problem }) => [file, problem])).toEqual([
      ['notes', 'verify.unreadable'],
      [`entries/${id.slice(-2)}/${id}.1.prev`, 'verify.unreadable'],
    ])
    expect(failureCode(await library.open(id))).toBe('no-permission')
  })

  it('has a sentence for every problem', async () => {
    const catalogue = JSON.parse(await readFile(join(import.meta.dirname, '../../../assets/locales/en.json'), 'utf8'))
    const source = await readFile(join(import.meta.dirname, '../../../main/library/verify-content.ts'), 'utf8')
    const codes = [...source.matchAll(/^ {4}\| '([a-z-]+)'$/gm)].map(([, code]) => `verify.${code}`)
    expect(codes.length).toBeGreaterThan(15)
    expect(codes.filter((code) => catalogue[code] === undefined)).toEqual([])
  })

  it('reports a library.json that went bad while it was open', async () => {
    const { folder } = await prepared()
    const library = await openFor(folder)
    await rename(join(folder, 'library.json'), join(folder, 'kept'))
    await writeFile(join(folder, 'library.json'), 'null')
    expect((await library.verify()).problems.map(({ problem }) => problem).toSorted()).toEqual([
      'verify.damaged',
      'verify.unknown',
    ])
  })
})

async function tree(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder, { recursive: true })).toSorted()
  return Promise.all(names.map(async (name) => `${name} ${(await stat(join(folder, name))).mtimeMs}`))
}
