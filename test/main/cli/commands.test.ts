import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { copyFile, cp, mkdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PublicReading } from '../../../domain/reading/public-reading.ts'
import { inFolder } from './aide.ts'

const { place, run, inLibrary } = inFolder()
const seed = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'readouts', 'seed.txt')
const talks = 'Talks in Bern\n\nBERN, May 3, 2024 — The ministers met. They agreed.\n\nThe ministers met again.'
const cyrillic1251 = Buffer.from([0xcc, 0xe8, 0xed, 0xe8, 0xf1, 0xf2, 0xf0, 0xfb])

beforeAll(async () => {
  const { folder } = place
  await writeFile(join(folder, 'talks.txt'), talks)
  await writeFile(join(folder, 'utf16.txt'), Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(talks, 'utf16le')]))
  await writeFile(join(folder, 'cyrillic.txt'), cyrillic1251)
  await writeFile(join(folder, 'empty.txt'), '')
  await writeFile(join(folder, 'blank.txt'), ' \n\t')
  await writeFile(join(folder, 'nul.txt'), 'The ministers met in Bern on Monday.\0 They agreed to meet again.')
  await writeFile(join(folder, 'half.txt'), Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('a\uD83Db', 'utf16le')]))
  await writeFile(join(folder, 'report.pdf'), '%PDF-1.7')
  await writeFile(join(folder, 'large.txt'), 'a')
  await truncate(join(folder, 'large.txt'), 52_428_800)
  await mkdir(join(folder, 'folder'))
})

describe('read', () => {
  it('prints a reading and nothing else, and opens no library', async () => {
    const ran = await run(['read', 'talks.txt'])
    expect(ran).toMatchObject({ code: 0, said: '' })
    const reading = ran.json() as PublicReading
    expect(reading).toMatchObject({
      title: 'Talks in Bern',
      text: talks,
      dateline: { place: 'BERN', date: '2024-05-03', source: null, span: [15, 32] },
      places: [{ name: 'Bern', spans: [[9, 13]] }],
    })
    expect(Object.keys(reading)).toEqual([
      'title',
      'language',
      'text',
      'dateline',
      'meetings',
      'people',
      'places',
      'organisations',
      'outcomes',
      'topics',
      'summary',
    ])
    const [meeting] = reading.meetings
    expect(Object.keys(meeting ?? {})).toEqual(['label', 'format', 'date', 'place', 'people', 'span'])
    expect(talks.slice(...(meeting?.span ?? [0, 0]))).toContain('The ministers met')
    expect(existsSync(join(place.folder, 'config'))).toBe(false)
  })

  it.each([
    ['standard input', ['read', '-'], talks],
    ['UTF-16 with a byte order mark', ['read', 'utf16.txt'], ''],
  ])('reads %s', async (_name, words, input) => {
    expect((await run(words, input)).json()).toMatchObject({ title: 'Talks in Bern', text: talks })
  })

  it('reads an encoding that is named', async () => {
    const ran = await run(['read', 'cyrillic.txt', '--encoding', 'windows-1251'])
    expect(ran.json()).toMatchObject({ text: 'Министры' })
  })

  it.each([
    ['empty.txt', 'no text'],
    ['blank.txt', 'no text'],
    ['large.txt', '52,428,800'],
    ['report.pdf', 'PDF'],
    ['cyrillic.txt', 'UTF-8'],
    ['nul.txt', 'NUL'],
    ['half.txt', 'broken characters'],
    ['folder', 'folder'],
    ['none.txt', 'none.txt'],
  ])('refuses %s with one sentence and exit code 1', async (file, words) => {
    const ran = await run(['read', file])
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.said.trim().split('\n')).toEqual([expect.stringContaining(words)])
  })

  it('refuses too much from standard input', async () => {
    expect(await run(['read', '-'], Buffer.alloc(21_000_000, 'a'))).toMatchObject({ code: 1, out: '' })
  })

  it.skipIf(process.getuid?.() === 0)(
    'refuses a file without permission (skipped for root, whom permissions do not bind)',
    async () => {
      await writeFile(join(place.folder, 'closed.txt'), talks, { mode: 0 })
      expect(await run(['read', 'closed.txt'])).toMatchObject({ code: 1, said: expect.stringContaining('permission') })
    },
  )
})

describe('wrong usage', () => {
  it.each([
    [[]],
    [['frobnicate']],
    [['read']],
    [['read', 'a.txt', 'b.txt']],
    [['read', '--nonsense', 'a.txt']],
    [['list', '--encoding', 'utf-8']],
    [['list', 'x']],
    [['show']],
    [['note', 'id']],
    [['note', 'id', '--quote', 'x', '--kind', 'poem']],
    [['note', 'id', '--quote', '']],
    [['export', 'id', '--as', 'csv', '--out', 'x']],
    [['import-annotations', 'id']],
    [['import-annotations', 'id', 'a.json', 'b.json']],
    [['export', 'id', '--as', 'json']],
    [['list', '--repair']],
    [['revise', 'id']],
    [['--library']],
  ])('of %j is told with the usage and exit code 2', async (words) => {
    const ran = await run(words)
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.said).toContain('Usage: aide-memoire')
    expect(ran.said.split('\n')[0]).toMatch(/\.$/)
  })
})

describe('a library', () => {
  let id = ''
  let other = ''

  it('is made, plainly, where there is none, and says so', async () => {
    const ran = await inLibrary(['list'])
    expect(ran).toMatchObject({ code: 0, said: expect.stringContaining('plain') })
    expect(ran.json()).toEqual({ entries: [] })
    expect(readdirSync(place.library)).toContain('library.json')
    expect((await inLibrary(['list'])).said).toBe('')
  })

  it('is not made in a folder that holds other things', async () => {
    expect(await run(['list', '--library', place.folder])).toMatchObject({ code: 1, out: '' })
    expect(existsSync(join(place.folder, 'library.json'))).toBe(false)
  })

  it('takes the texts that can be read and tells of the others, with their readings as `read` prints them', async () => {
    const ran = await inLibrary(
      ['add', 'talks.txt', 'empty.txt', '-'],
      'The envoys met in Riga on Monday. They agreed.',
    )
    expect(ran.code).toBe(1)
    const { added, failed } = ran.json() as { added: { id: string; title: string; file: string }[]; failed: unknown[] }
    expect(added).toEqual([
      {
        id: expect.any(String),
        title: 'Talks in Bern',
        file: 'talks.txt',
        reading: (await run(['read', 'talks.txt'])).json(),
      },
      { id: expect.any(String), title: null, file: '-', reading: expect.objectContaining({ title: null }) },
    ])
    expect(failed).toEqual([{ file: 'empty.txt', message: expect.stringContaining('no text') }])
    id = added[0]?.id ?? ''
    other = added[1]?.id ?? ''
  })

  it('lists them', async () => {
    const { entries } = (await inLibrary(['list'])).json() as { entries: unknown[] }
    expect(entries).toContainEqual({
      id,
      title: 'Talks in Bern',
      date: '2024-05-03',
      place: 'BERN',
      marking: null,
      notes: 0,
      versions: 1,
    })
    expect(entries).toHaveLength(2)
  })

  it('keeps a note on quoted words', async () => {
    const ran = await inLibrary([
      'note',
      id,
      '--quote',
      'The ministers met',
      '--suffix',
      'again',
      '--kind',
      'commitment',
      '--text',
      '- autumn',
    ])
    expect(ran).toMatchObject({ code: 0, said: '' })
    const start = talks.lastIndexOf('The ministers met')
    expect(ran.json()).toEqual({ noteId: expect.any(String), start, end: start + 17 })
    const shown = (await inLibrary(['show', id])).json()
    expect(shown).toMatchObject({ id, version: 1, text: talks, reading: { title: 'Talks in Bern', text: talks } })
    expect(shown.notes).toEqual([
      {
        noteId: ran.json().noteId,
        kind: 'commitment',
        text: '- autumn',
        quote: 'The ministers met',
        start,
        end: start + 17,
        state: 'same',
        created: expect.any(String),
        modified: expect.any(String),
        creator: expect.any(String),
      },
    ])
  })

  it.each([
    ['words that are not there', ['--quote', 'Nobody met'], 'not in the text'],
    ['words that are there twice', ['--quote', 'The ministers met'], '2 times'],
  ])('refuses a note on %s', async (_name, words, sentence) => {
    expect(await inLibrary(['note', id, ...words])).toMatchObject({
      code: 1,
      out: '',
      said: expect.stringContaining(sentence),
    })
  })

  it.each([
    ['show', 'x'],
    ['note', 'x', '--quote', 'a'],
    ['export', 'x', '--as', 'json', '--out', 'x.json'],
  ])('says of %s that there is no such briefing', async (...words) =>
    expect(await inLibrary(words)).toMatchObject({ code: 1, out: '', said: expect.stringContaining('“x”') }),
  )

  it('exports a briefing as it is shown', async () => {
    const ran = await inLibrary(['export', id, '--as', 'json', '--out', 'talks.json'])
    expect(ran.json()).toEqual({ written: ['talks.json'] })
    const path = join(place.folder, 'talks.json')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual((await inLibrary(['show', id])).json())
    expect((await stat(path)).mode & 0o077).toBe(0)
  })

  it('replaces an exported file only when told to', async () => {
    await writeFile(join(place.folder, 'kept.md'), 'kept')
    const refused = await inLibrary(['export', id, '--as', 'markdown', '--out', 'kept.md'])
    expect(refused).toMatchObject({ code: 1, out: '', said: expect.stringContaining('kept.md') })
    expect(readFileSync(join(place.folder, 'kept.md'), 'utf8')).toBe('kept')
    await inLibrary(['export', id, '--as', 'markdown', '--out', 'kept.md', '--overwrite'])
    expect(readFileSync(join(place.folder, 'kept.md'), 'utf8')).toBe(
      '# Talks in Bern\n\n*BERN, 2024-05-03*\n\n1. BERN, May 3, 2024 — The ministers met. They agreed.\n\n2. The ministers met again.\n\n## Notes\n\n- **Commitment**, paragraph 2: “The ministers met”\\\n  \\- autumn\n',
    )
  })

  it('exports several briefings into a folder, all or none', async () => {
    const ran = await inLibrary(['export', id, other, '--as', 'markdown', '--out', 'out'])
    expect(ran.json().written).toHaveLength(2)
    const names = readdirSync(join(place.folder, 'out'))
    expect(names.map((name) => join('out', name)).toSorted()).toEqual((ran.json().written as string[]).toSorted())
    const again = await inLibrary(['export', id, 'x', '--as', 'json', '--out', 'none'])
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(existsSync(join(place.folder, 'none'))).toBe(false)
  })

  it('is found whole by verify', async () => {
    expect((await inLibrary(['verify'])).json()).toMatchObject({ ok: true, problems: [] })
  })

  it('is not written by commands that only read', async () => {
    const names = () => readdirSync(place.library, { recursive: true }).toSorted()
    const before = names()
    for (const words of [['list'], ['show', id], ['verify'], ['read', 'talks.txt']]) await inLibrary(words)
    expect(names()).toEqual(before)
  })

  it('tells by verify and exit code 1 what is damaged, and leaves it', async () => {
    const path = join(place.library, 'entries', other.slice(-2), `${other}.json`)
    await writeFile(path, 'null')
    const ran = await inLibrary(['verify'])
    expect(ran.code).toBe(1)
    expect(ran.json()).toMatchObject({
      ok: false,
      problems: [{ file: expect.stringContaining(other), repaired: false }],
    })
    expect(readFileSync(path, 'utf8')).toBe('null')
    expect((await inLibrary(['show', id])).code).toBe(0)
  })

  it('is repaired by verify --repair where there is a good copy, and told with exit code 1 where there is none', async () => {
    const file = `entries/${id.slice(-2)}/${id}.json`
    const path = join(place.library, file)
    await copyFile(path, path.replace('.json', '.1.prev'))
    await writeFile(path, 'null')
    await writeFile(join(place.library, 'entries', '.x.json.0123456789abcdef01234567.tmp'), '')
    const ran = await inLibrary(['verify', '--repair'])
    expect(ran.code).toBe(1)
    const { ok, problems } = ran.json() as { ok: boolean; problems: { file: string; repaired: boolean }[] }
    expect(ok).toBe(false)
    expect(problems.find((problem) => problem.file === file)?.repaired).toBe(true)
    expect(problems.find((problem) => problem.file.endsWith('.tmp'))?.repaired).toBe(true)
    expect(problems.filter(({ repaired }) => !repaired).every((problem) => problem.file.includes(other))).toBe(true)
    expect(readFileSync(path, 'utf8')).toContain(id)

    await rm(join(place.library, 'entries', other.slice(-2)), { recursive: true })
    const again = await inLibrary(['verify', '--repair'])
    expect(again).toMatchObject({ code: 0 })
    expect(again.json()).toEqual({ ok: true, checked: expect.any(Number), problems: [] })
    expect(again.said).toContain('.repaired-')
    expect((await inLibrary(['verify'])).code).toBe(0)
  })
})

describe('a briefing that people corrected', () => {
  const corrected = '01a21c40-5a10-7a31-9c52-7b1f0e6d2a44'
  const fixture = join(import.meta.dirname, '..', '..', 'fixtures', 'library-2')
  const library = () => ['--library', join(place.folder, 'corrected')]
  beforeAll(() => cp(fixture, join(place.folder, 'corrected'), { recursive: true }))

  it('is listed and shown as corrected, in the same shape as any other', async () => {
    expect((await run(['list', ...library()])).json().entries).toMatchObject([
      { id: corrected, title: 'Ferry talks in Tallinn', date: '2025-05-06', place: 'ORMEN', notes: 1 },
    ])
    const { reading } = (await run(['show', corrected, ...library()])).json()
    expect(Object.keys(reading as object)).toEqual(Object.keys((await run(['read', 'talks.txt'])).json()))
    expect(reading).toMatchObject({
      title: 'Ferry talks in Tallinn',
      meetings: [{ place: 'Tallinn' }, { place: 'Tallinn harbour' }],
      people: [{ affiliation: 'Norway' }, { affiliation: 'Estonia' }],
      places: [{ name: 'Tallinn' }],
      organisations: [{ name: 'the port' }],
      outcomes: [{ meeting: 1 }, { kind: 'announced', meeting: 1 }],
    })
  })

  it('is exported as corrected, its paragraphs numbered as they are printed', async () => {
    await run(['export', corrected, '--as', 'markdown', '--out', 'ferry.md', ...library()])
    const markdown = readFileSync(join(place.folder, 'ferry.md'), 'utf8')
    expect(markdown).toMatch(/^# Ferry talks in Tallinn\n/)
    expect(markdown).toContain('\n1. ORMEN, 6 May 2025')
    expect(markdown).toContain('\n2. The ministers thanked the port')
  })
})

describe('the text the project began from', () => {
  it.skipIf(!existsSync(seed))('goes the whole way (skipped where ../shared is absent)', async () => {
    const library = ['--library', join(place.folder, 'seed')]
    const [added] = (await run(['add', seed, ...library])).json().added as { id: string }[]
    const id = added?.id ?? ''
    const note = await run([
      'note',
      id,
      '--quote',
      'Nurtleu',
      '--suffix',
      ' laid a wreath',
      '--text',
      'Ask who was there.',
      ...library,
    ])
    expect(note.code).toBe(0)
    expect((await run(['list', ...library])).json().entries).toMatchObject([
      { id, date: '2024-04-15', place: 'ASTANA', notes: 1 },
    ])
    expect((await run(['show', id, ...library])).json().notes).toMatchObject([
      { quote: 'Nurtleu', text: 'Ask who was there.' },
    ])
    await run(['export', id, '--as', 'markdown', '--out', 'seed.md', ...library])
    expect(readFileSync(join(place.folder, 'seed.md'), 'utf8')).toContain('10. During his visit to Brest')
  })
})
