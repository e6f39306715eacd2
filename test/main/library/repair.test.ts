import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failed } from '../../../domain/result.ts'
import { type OpenOptions, openLibrary } from '../../../main/library/open-library.ts'
import { derivedKey } from '../../../main/library/sealing/data-key.ts'
import {
  addBriefing,
  type Call,
  device,
  expectSuccess,
  failingFileSystem,
  failureCode,
  noteInput,
  openFor,
  optionsFor,
  otherDevice,
  temporaryFolder,
} from './support.ts'

type Place = {
  readonly folder: string
  readonly id: string
  readonly entry: string
  readonly notes: string
  readonly session: string
}
const put = async (file: string, content: string | Uint8Array) => {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}
const copyOf = (file: string) => file.replace('.json', '.1.prev')
const change = async (file: string, from: string | RegExp, to: string) =>
  writeFile(file, (await readFile(file, 'utf8')).replace(from, to))

/** A closed library of one briefing with two notes, each file with an earlier copy beside it. */
async function prepared(): Promise<Place> {
  const folder = await temporaryFolder()
  const library = await openFor(folder)
  const id = await addBriefing(library)
  await library.remove(id)
  await library.addNote(id, noteInput())
  await library.addNote(id, noteInput())
  library.saveSession(library.session())
  await library.close()
  await put(join(folder, 'library.1.prev'), await readFile(join(folder, 'library.json')))
  const shard = id.slice(-2)
  return {
    folder,
    id,
    entry: join(folder, 'entries', shard, `${id}.json`),
    notes: join(folder, 'notes', device, shard, `${id}.json`),
    session: join(folder, 'sessions', `${device}.json`),
  }
}

const codesOf = (problems: readonly { readonly problem: string }[]) =>
  problems.map(({ problem }) => problem.replace('verify.', ''))

type Spoil = readonly [string, readonly string[], (place: Place) => Promise<unknown>]
const repairable: readonly Spoil[] = [
  ['a damaged entry with a copy', ['damaged-with-copy'], ({ entry }) => put(entry, 'null')],
  ['damaged notes with a copy', ['damaged-with-copy'], ({ notes }) => put(notes, new Uint8Array(9))],
  ['an entry that is gone but for its copy', ['current-missing'], ({ entry }) => rm(entry)],
  ['a damaged earlier copy', ['generation-damaged'], ({ entry }) => put(copyOf(entry), '{')],
  ['a damaged session', ['damaged'], ({ session }) => put(session, '{')],
  [
    'another device’s damaged session',
    ['damaged'],
    ({ folder }) => put(join(folder, 'sessions', `${otherDevice}.json`), '{'),
  ],
  [
    'a damaged library.json with a copy',
    ['damaged-with-copy'],
    ({ folder }) => put(join(folder, 'library.json'), '{"format":'),
  ],
  [
    'a library.json that is gone but for its copy',
    ['current-missing'],
    ({ folder }) => rm(join(folder, 'library.json')),
  ],
  ['a damaged copy of library.json', ['generation-damaged'], ({ folder }) => put(join(folder, 'library.1.prev'), '')],
  [
    'a temporary file of a process that died',
    ['temporary'],
    ({ entry }) => put(join(dirname(entry), '.x.json.0123456789abcdef01234567.tmp'), 'half'),
  ],
  [
    'a temporary file where the library keeps none',
    ['temporary'],
    ({ folder }) => put(join(folder, 'elsewhere', '.x.json.0123456789abcdef01234567.tmp'), 'half'),
  ],
  [
    'bytes that a write had put aside',
    ['set-aside'],
    ({ entry }) => put(entry.replace('.json', '.damaged-20261123T100000000Z'), 'torn'),
  ],
  [
    'everything at once',
    ['damaged-with-copy', 'damaged-with-copy', 'damaged', 'generation-damaged'],
    async ({ folder, entry, notes, session }) => {
      await put(entry, '')
      await put(join(folder, 'library.json'), 'x')
      await put(copyOf(notes), 'y')
      await put(session, 'z')
    },
  ],
]
const unrepairable: readonly Spoil[] = [
  ['an unknown file', ['unknown'], ({ folder }) => put(join(folder, 'entries', 'letter.txt'), 'Dear')],
  [
    'a conflict copy',
    ['conflict'],
    ({ entry }) => put(entry.replace('.json', ' (conflicted copy 2026-11-23 101500).json'), '{}'),
  ],
  [
    'an entry without a good copy, with what lies beside it',
    ['damaged', 'generation-damaged', 'set-aside'],
    async ({ entry }) => {
      await put(entry, '{')
      await put(copyOf(entry), 'null')
      await put(entry.replace('.json', '.damaged-20261123T100000000Z'), 'torn')
    },
  ],
  ['an entry of a newer version', ['newer'], ({ entry }) => change(entry, '"schema":3', '"schema":4')],
  ['a note on other words than it quotes', ['note-words'], ({ notes }) => change(notes, '"exact":"', '"exact":"x')],
  [
    'a damaged file in the wrong folder, beside a good one in the right one',
    ['wrong-folder', 'damaged-with-copy'],
    ({ folder, id }) => put(join(folder, 'entries', id.endsWith('00') ? '01' : '00', `${id}.json`), '{'),
  ],
  [
    'notes whose briefing is gone',
    ['briefing-missing'],
    async ({ entry }) => {
      await rm(entry)
      await rm(copyOf(entry))
    },
  ],
]

describe('a repair', () => {
  it('of a sound library finds nothing and changes no file', async () => {
    const { folder } = await prepared()
    const before = await contents(folder)
    const library = await openFor(folder)
    expect(await library.repair()).toMatchObject({ ok: true, problems: [], kept: [], failure: null })
    await library.close()
    expect(await contents(folder)).toEqual(before)
  })

  it.each(repairable)(
    'puts %s right, keeps every byte that could not be read, and is then done',
    async (_, codes, spoil) => {
      const place = await prepared()
      await spoil(place)
      const before = await contents(place.folder)
      const library = await openFor(place.folder)
      const report = await library.repair()
      expect(codesOf(report.problems).toSorted()).toEqual([...codes].toSorted())
      expect(report).toMatchObject({ ok: true, failure: null })
      expect(report.problems.every(({ repaired, file }) => repaired && !file.startsWith('/'))).toBe(true)
      expect(library.state()).toMatchObject({ damaged: 0, readOnly: null })
      expect(expectSuccess(await library.open(place.id))).toMatchObject({ warning: null })
      // It can be written again, the session included.
      expectSuccess(await library.addNote(place.id, noteInput()))
      library.saveSession(library.session())
      await library.close()
      const again = await openFor(place.folder)
      expect(await again.repair()).toMatchObject({ ok: true, problems: [], failure: null })
      expect(again.state().damaged).toBe(0)
      const after = await contents(place.folder)
      const lost = [...before].filter(
        ([file, hash]) => ![...after.values()].includes(hash) && !/\.tmp$|cache|sessions|\.1\.prev$|notes/.test(file),
      )
      expect(lost).toEqual([])
    },
  )

  it('writes back the very bytes of the copy, and sets the damaged ones aside', async () => {
    const { folder, entry } = await prepared()
    const copy = await readFile(copyOf(entry))
    await put(entry, 'torn')
    const library = await openFor(folder, { now: () => new Date('2026-11-24T10:00:00.000Z') })
    const { kept } = await library.repair()
    expect(await readFile(entry)).toEqual(copy)
    expect(await readFile(copyOf(entry))).toEqual(copy)
    expect(kept.map((file) => join(folder, file))).toEqual([entry.replace('.json', '.repaired-20261124T100000000Z')])
    expect(await readFile(join(folder, kept[0] ?? ''), 'utf8')).toBe('torn')
  })

  it('removes a list that can’t be read, which is then made again', async () => {
    const { folder, id } = await prepared()
    const library = await openFor(folder)
    await put(join(folder, 'cache', 'catalogue.json'), '{')
    const report = await library.repair()
    expect(report.problems).toMatchObject([{ file: 'cache/catalogue.json', repaired: true }])
    await library.close()
    const again = await openFor(folder)
    expect(again.rows().map((row) => row.id)).toEqual([id])
  })

  it.each(unrepairable)('tells %s, writes nothing there, and is not done', async (_, codes, spoil) => {
    const place = await prepared()
    await spoil(place)
    const before = await contents(place.folder)
    const library = await openFor(place.folder)
    const report = await library.repair()
    expect(new Set(codesOf(report.problems))).toEqual(new Set(codes))
    expect(report).toMatchObject({ ok: false, failure: null })
    expect(report.problems.some(({ repaired }) => repaired)).toBe(false)
    await library.close()
    const records = (files: ReadonlyMap<string, string>) => [...files].filter(([file]) => !/^(cache|lock)/.test(file))
    expect(records(await contents(place.folder))).toEqual(records(before))
  })

  it('repairs what it can beside what it can’t', async () => {
    const { folder, entry, notes } = await prepared()
    await put(entry, '{')
    await put(notes, '{')
    await put(copyOf(notes), '{')
    const report = await (await openFor(folder)).repair()
    expect(report.ok).toBe(false)
    expect(report.problems.filter(({ repaired }) => repaired).map(({ file }) => join(folder, file))).toEqual([entry])
    expect(new Set(report.problems.filter(({ repaired }) => !repaired).map(({ file }) => join(folder, file)))).toEqual(
      new Set([notes, copyOf(notes)]),
    )
  })

  it('of two files put aside in one instant keeps both', async () => {
    const { folder, entry } = await prepared()
    await put(entry, 'one')
    await put(entry.replace('.json', '.damaged-20261124T100000000Z'), 'two')
    await put(entry.replace('.json', '.damaged-20261124T100000001Z'), 'three')
    const library = await openFor(folder, { now: () => new Date('2026-11-24T10:00:00.000Z') })
    const { kept } = await library.repair()
    const texts = await Promise.all(kept.map((file) => readFile(join(folder, file), 'utf8')))
    expect(texts.toSorted()).toEqual(['one', 'three', 'two'])
  })

  it('without the lock changes nothing and says who holds it', async () => {
    const { folder, entry } = await prepared()
    await openFor(folder)
    await put(entry, '{')
    const second = await openFor(folder)
    const before = await contents(folder)
    const report = await second.repair()
    expect(report.failure).toMatchObject({ code: 'library-locked', values: { pid: process.pid } })
    expect(report).toMatchObject({ ok: false, problems: [{ repaired: false }] })
    expect(await contents(folder)).toEqual(before)
  })

  it('of a library opened to be read is refused', async () => {
    const { folder, entry } = await prepared()
    await put(entry, '{')
    const report = await (await openFor(folder, { mode: 'read-only' })).repair()
    expect(report.failure?.code).toBe('call-refused')
    expect(await readFile(entry, 'utf8')).toBe('{')
  })

  it('of library.json happens only when it is asked for, and not while another has the lock', async () => {
    const { folder, id } = await prepared()
    await put(join(folder, 'library.json'), 'torn')
    const first = await openFor(folder)
    expect(first.state().readOnly?.code).toBe('library-damaged')
    expect(failureCode(await first.addNote(id, noteInput()))).toBe('library-damaged')
    expect(await readFile(join(folder, 'library.json'), 'utf8')).toBe('torn')
    const second = await openFor(folder)
    expect(await first.repair()).toMatchObject({ ok: true, failure: null })
    expectSuccess(await first.addNote(id, noteInput()))
    expect((await second.repair()).failure?.code).toBe('library-locked')
  })

  it('follows what is repaired in the list and in open records at once', async () => {
    const { folder, id, notes } = await prepared()
    const library = await openFor(folder)
    await put(notes, '{')
    expect(expectSuccess(await library.open(id)).warning?.code).toBe('record-damaged')
    expect(library.state().damaged).toBe(1)
    await library.repair()
    expect(library.state().damaged).toBe(0)
    expect(expectSuccess(await library.open(id)).notes).toHaveLength(1)
  })
})

describe('a repair of a sealed library', () => {
  /** A closed sealed library of one briefing, changed once; what the machine remembers of it is in the options. */
  async function sealed() {
    const generations = new Map<string, number>()
    const options: Partial<OpenOptions> = {
      secret: { kind: 'passphrase', text: 'words' },
      derive: async (passphrase, { salt }) => derivedKey(Buffer.from(passphrase), ['test'], Buffer.from(salt)),
      seen: {
        get: async (library) => generations.get(library) ?? 0,
        set: async (library, generation) => void generations.set(library, generation),
      },
    }
    const folder = await temporaryFolder()
    const library = await openFor(folder, options)
    const id = await addBriefing(library)
    await library.remove(id)
    await library.close()
    return { folder, options, id, entry: join(folder, 'entries', id.slice(-2), `${id}.json`) }
  }

  it('brings a record back as sealed as it was, and its list of records takes the older copy for right', async () => {
    const { folder, options, id, entry } = await sealed()
    const copy = await readFile(copyOf(entry))
    await put(entry, (await readFile(entry)).subarray(1))
    const library = await openFor(folder, options)
    const report = await library.repair()
    expect(report).toMatchObject({ ok: true, problems: [{ repaired: true }] })
    expect(await readFile(entry)).toEqual(copy)
    expect(library.state()).toMatchObject({ withdrawn: 0, rolledBack: false, damaged: 0 })
    await library.close()
    const again = await openFor(folder, options)
    expect(await again.verify()).toMatchObject({ ok: true, problems: [] })
    expectSuccess(await again.open(id))
    expect(again.state()).toMatchObject({ withdrawn: 0, rolledBack: false })
  })

  it('makes a damaged list of records anew, and tells this once that it can’t know what was taken away', async () => {
    const { folder, options } = await sealed()
    await put(join(folder, 'manifest.json'), 'torn')
    const library = await openFor(folder, options)
    const report = await library.repair()
    expect(report.problems.map(({ problem, repaired }) => [problem, repaired])).toEqual([
      ['verify.manifest', true],
      ['verify.rolled-back', false],
    ])
    await library.close()
    const again = await openFor(folder, options)
    expect(await again.repair()).toMatchObject({ ok: true, problems: [] })
  })

  it('keeps no damaged copy of the keys once the passphrase is another', async () => {
    const { folder, options } = await sealed()
    const aside = join(folder, 'library.repaired-20261123T100000000Z')
    await put(aside, (await readFile(join(folder, 'library.json'))).subarray(0, -2))
    const library = await openFor(folder, options)
    expectSuccess(
      (await library.keys?.changePassphrase({ kind: 'passphrase', text: 'words' }, 'others')) ?? failed('call-refused'),
    )
    expect(await readdir(folder)).not.toContain(basename(aside))
  })

  it('does not bring back what another took away, nor takes it for right', async () => {
    const { folder, options, entry } = await sealed()
    await rm(entry)
    await rm(copyOf(entry))
    const library = await openFor(folder, options)
    expect((await library.repair()).problems).toMatchObject([{ problem: 'verify.record-missing', repaired: false }])
    expect(library.state().withdrawn).toBe(1)
  })
})

describe('a repair that is kept from going on', () => {
  /** Each round begins with the same damage: an entry, library.json and an earlier copy of notes. */
  async function damaged() {
    const place = await prepared()
    const good = await readFile(copyOf(place.entry))
    await put(place.entry, 'torn')
    await put(join(place.folder, 'library.json'), 'torn')
    await put(copyOf(place.notes), 'torn')
    const shard = dirname(place.entry).slice(place.folder.length)
    const round = async (decide: (call: Call) => string | null) => {
      const folder = await temporaryFolder()
      await cp(place.folder, folder, { recursive: true })
      let counting = false
      const fileSystem = failingFileSystem((call) => (counting ? decide(call) : null))
      const library = expectSuccess(await openLibrary(optionsFor(folder, { fileSystem, pid: 2 ** 30 })))
      await library.settled()
      counting = true
      const report = await library.repair()
      counting = false
      await library.close()
      return { folder, report }
    }
    const expectFinished = async (folder: string, when: string) => {
      const entries = join(folder, shard)
      const entry = join(entries, `${place.id}.json`)
      expect(await readFile(copyOf(entry)), when).toEqual(good)
      const library = await openFor(folder)
      expect(await library.repair(), when).toMatchObject({ ok: true, failure: null })
      await library.close()
      expect(await readFile(entry), when).toEqual(good)
      const kept = (await readdir(entries)).filter((name) => name.includes('.repaired-'))
      expect(kept, when).toHaveLength(1)
      expect(await readFile(join(entries, kept[0] ?? ''), 'utf8'), when).toBe('torn')
      await rm(folder, { recursive: true })
    }
    return { round, expectFinished }
  }

  it('by the n-th call, for every n, leaves the good copies, says so, and is finished by the next', async () => {
    const { round, expectFinished } = await damaged()
    for (let failing = 1; ; failing += 1) {
      let calls = 0
      const { folder, report } = await round(() => (++calls === failing ? 'EIO' : null))
      if (!report.ok) expect(report.problems.some(({ repaired }) => !repaired)).toBe(true)
      await expectFinished(folder, `call ${failing}`)
      if (calls < failing) break
    }
  }, 60_000)

  it('by a disk that takes nothing from the n-th write on, for every n, is finished by the next', async () => {
    const { round, expectFinished } = await damaged()
    for (let last = 0; ; last += 1) {
      let writes = 0
      const { folder, report } = await round(({ operation }) =>
        writing.has(operation) && ++writes > last ? 'EROFS' : null,
      )
      expect(report.ok).toBe(writes <= last)
      await expectFinished(folder, `write ${last}`)
      if (writes <= last) break
    }
  }, 60_000)
})

const writing: ReadonlySet<Call['operation']> = new Set(['write', 'fsync', 'rename', 'link', 'unlink', 'mkdir'])

/** Every file with the hash of its bytes. */
async function contents(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const hash = async (file: string) =>
    createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
  return new Map(
    await Promise.all(files.toSorted().map(async (file) => [file.slice(folder.length + 1), await hash(file)] as const)),
  )
}
