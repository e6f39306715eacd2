import { existsSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Secret } from '../../../main/library/sealing/key-header.ts'
import { expectSuccess, failureCode, openFor, temporaryFolder } from '../library/support.ts'
import { backUpFor, canary, contentOf, derive, libraryAt, restoreFor, secret } from './support.ts'

async function backedUp(isSealed: boolean) {
  const folder = await temporaryFolder()
  const [library, path] = [join(folder, 'library'), join(folder, 'out.aidememoire')]
  await libraryAt(library, isSealed)
  const report = expectSuccess(await backUpFor(library, path))
  return { folder, library, path, report }
}

describe.each([
  ['sealed', true],
  ['plain', false],
])('a backup of a %s library', (_, isSealed) => {
  it('restores every record and every earlier copy as it was, and leaves what is made anew', async () => {
    const { folder, library, path, report } = await backedUp(isSealed)
    const restored = expectSuccess(await restoreFor(path, join(folder, 'new', 'place')))
    expect(restored).toEqual({
      folder: join(folder, 'new', 'place'),
      isBeside: false,
      isSealed,
      briefings: 2,
      files: report.files,
    })
    const content = await contentOf(library)
    expect(await contentOf(restored.folder)).toEqual(content)
    expect(Object.keys(content).filter((file) => file.endsWith('.prev')).length).toBeGreaterThan(1)
    expect(await readdir(restored.folder)).not.toContain('cache')
    const opened = await openFor(restored.folder, { secret: isSealed ? secret : null, derive })
    expect(opened.rows().map(({ notes }) => notes)).toEqual([2, 2])
    expect(await opened.verify()).toMatchObject({ ok: true })
  })

  it('shows nothing of the texts, not even to who knows the beginning, and is no larger than its files and one piece', async () => {
    const { library, path, report } = await backedUp(isSealed)
    const bytes = await readFile(path)
    for (const words of [canary, 'ministers', 'entries/', '"revision"'])
      expect(bytes.includes(words), words).toBe(false)
    const sizes = Object.values(await contentOf(library)).map((text) => Buffer.from(text, 'base64').length)
    expect(bytes.length).toBe(report.bytes)
    expect(bytes.length).toBeLessThan(sizes.reduce((sum, size) => sum + size + 200, 0) + 70_000)
    expect((await stat(path)).mode & 0o077).toBe(0)
  })

  it.each<[string, Secret | null, string]>([
    ['nothing', null, 'backup-sealed'],
    ['a wrong passphrase', { kind: 'passphrase', text: 'wrong' }, 'passphrase-wrong'],
    ['a mistyped recovery key', { kind: 'recovery-key', text: 'X' }, 'recovery-key-mistyped'],
  ])('does not open with %s, and nothing is left of the try', async (_name, given, code) => {
    const { folder, path } = await backedUp(isSealed)
    expect(failureCode(await restoreFor(path, join(folder, 'new', 'place'), { secret: given }))).toBe(code)
    expect(existsSync(join(folder, 'new'))).toBe(false)
  })
})

describe('a backup', () => {
  it('of a library with a recovery key opens with that too', async () => {
    const folder = await temporaryFolder()
    const [library, path] = [join(folder, 'library'), join(folder, 'out.aidememoire')]
    await libraryAt(library, true, 1)
    const opened = await openFor(library, { secret, derive })
    const key = expectSuccess((await opened.keys?.newRecoveryKey(secret)) ?? (await Promise.reject(new Error('plain'))))
    await opened.close()
    expectSuccess(await backUpFor(library, path))
    const text = { kind: 'recovery-key', text: key } as const
    expect(expectSuccess(await restoreFor(path, join(folder, 'new'), { secret: text })).briefings).toBe(1)
  })

  it('of a plain library is never plain', async () => {
    const folder = await temporaryFolder()
    await libraryAt(join(folder, 'library'), false)
    const made = await backUpFor(join(folder, 'library'), join(folder, 'out'), { passphrase: null })
    expect([failureCode(made), await readdir(folder)]).toEqual(['backup-unsealed', ['library']])
  })

  it('goes over another file only when asked', async () => {
    const { folder, library, path } = await backedUp(true)
    const before = await readFile(path)
    expect(failureCode(await backUpFor(library, path))).toBe('file-exists')
    expect(await readFile(path)).toEqual(before)
    expectSuccess(await backUpFor(library, path, { overwrite: true }))
    expect(await readFile(path)).not.toEqual(before)
    expect(await readdir(folder)).toEqual(['library', 'out.aidememoire'])
  })

  it.each([
    ['into the library itself', 'library/out', 'backup-inside'],
    ['into a folder of it', 'library/entries/out', 'backup-inside'],
    ['into a folder that is not there', 'nowhere/out', 'file-missing'],
    ['in the place of a folder', 'folder', 'file-is-folder'],
  ])('is not made %s', async (_name, path, code) => {
    const folder = await temporaryFolder()
    await libraryAt(join(folder, 'library'), true, 1)
    await mkdir(join(folder, 'folder'))
    const before = await readdir(folder, { recursive: true })
    expect(failureCode(await backUpFor(join(folder, 'library'), join(folder, path)))).toBe(code)
    expect(await readdir(folder, { recursive: true })).toEqual(before)
  })

  it('leaves out what is no file of the library, and counts it', async () => {
    const folder = await temporaryFolder()
    const library = join(folder, 'library')
    await libraryAt(library, true, 1)
    await writeFile(join(library, 'diary.txt'), 'x')
    const { leftOut, files } = expectSuccess(await backUpFor(library, join(folder, 'out')))
    expect([leftOut, files]).toEqual([1, Object.keys(await contentOf(library)).length])
  })

  it('can be stopped, and nothing is left of it', async () => {
    const folder = await temporaryFolder()
    await libraryAt(join(folder, 'library'), true)
    const stop = new AbortController()
    const onProgress = (done: number) => (done === 2 ? stop.abort() : undefined)
    const made = await backUpFor(join(folder, 'library'), join(folder, 'out'), { onProgress, signal: stop.signal })
    expect([failureCode(made), await readdir(folder)]).toEqual(['backup-stopped', ['library']])
  })

  it('is refused when the key header is not one that the key has made', async () => {
    const folder = await temporaryFolder()
    const [library, other] = [join(folder, 'library'), join(folder, 'other')]
    await libraryAt(library, true, 1)
    await libraryAt(other, true, 1)
    const header = JSON.parse(await readFile(join(library, 'library.json'), 'utf8'))
    const keys = JSON.parse(await readFile(join(other, 'library.json'), 'utf8')).header
    const made = await backUpFor(library, join(folder, 'out'), { header: { ...header, header: keys } })
    expect(failureCode(made)).toBe('library-damaged')
  })

  it('is not made of a library that is sealed, unsealed or given other keys meanwhile', async () => {
    const folder = await temporaryFolder()
    const library = join(folder, 'library')
    await libraryAt(library, true, 1)
    const header = JSON.parse(await readFile(join(library, 'library.json'), 'utf8'))
    await libraryAt(join(folder, 'other'), true, 1)
    const other = JSON.parse(await readFile(join(folder, 'other', 'library.json'), 'utf8')).header
    for (const changed of [null, other]) {
      const onProgress = (done: number) =>
        done === 2 ? writeFileSync(join(library, 'library.json'), JSON.stringify({ ...header, header: changed })) : null
      await writeFile(join(library, 'library.json'), JSON.stringify(header))
      expect(failureCode(await backUpFor(library, join(folder, 'out'), { onProgress }))).toBe('backup-overtaken')
    }
    expect(await readdir(folder)).toEqual(['library', 'other'])
  })

  it('has the texts of notes as they were in one moment of their briefing, while others are written', async () => {
    const { folder, library } = await backedUp(true)
    const turns: string[] = []
    const inTurn = async <T>(id: string, work: () => Promise<T>) => {
      turns.push(id)
      return work()
    }
    const { briefings } = expectSuccess(await backUpFor(library, join(folder, 'second'), { inTurn }))
    expect(briefings).toBe(2)
    expect(new Set(turns).size).toBe(turns.length)
  })
})

describe('restoring', () => {
  it('goes beside what is there, each time under another name, and never over it', async () => {
    const { folder, library, path } = await backedUp(true)
    const before = await contentOf(library)
    await writeFile(join(folder, 'file'), 'x')
    const places = []
    for (const wanted of [library, library, join(folder, 'file')])
      places.push(expectSuccess(await restoreFor(path, wanted)))
    expect(places.map(({ folder: place, isBeside }) => [place, isBeside])).toEqual([
      [`${library}-restored-2026-11-24`, true],
      [`${library}-restored-2026-11-24-2`, true],
      [`${join(folder, 'file')}-restored-2026-11-24`, true],
    ])
    expect(await contentOf(library)).toEqual(before)
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('x')
  })

  it('uses an empty folder', async () => {
    const { folder, path } = await backedUp(false)
    await mkdir(join(folder, 'empty'))
    expect(expectSuccess(await restoreFor(path, join(folder, 'empty')))).toMatchObject({ isBeside: false })
  })

  it.each([
    ['a file that is not there', 'none', 'file-missing'],
    ['a folder', 'library', 'file-is-folder'],
    ['an empty file', 'empty', 'backup-foreign'],
    ['another file', 'library/library.json', 'backup-foreign'],
  ])('refuses %s', async (_name, file, code) => {
    const { folder } = await backedUp(true)
    await writeFile(join(folder, 'empty'), '')
    expect(failureCode(await restoreFor(join(folder, file), join(folder, 'new')))).toBe(code)
    expect(existsSync(join(folder, 'new'))).toBe(false)
  })

  it('gives back whatever library it was given (property)', async () => {
    const folder = await temporaryFolder()
    const library = join(folder, 'library')
    await libraryAt(library, false, 1)
    const names = ['01.json', '01.1.prev', '02.json'].map(
      (end) => `entries/${end.slice(0, 2)}/01999999-0000-7000-8000-0000000000${end}`,
    )
    const size = fc.oneof(fc.nat(200), fc.constantFrom(0, 1, 65_535, 65_536, 131_072), fc.nat(200_000))
    await fc.assert(
      fc.asyncProperty(fc.array(size, { minLength: 3, maxLength: 3 }), async (sizes) => {
        for (const [at, name] of names.entries()) {
          await mkdir(join(library, name, '..'), { recursive: true })
          await writeFile(join(library, name), Buffer.alloc(sizes[at] ?? 0, `${at}${sizes[at]}`))
        }
        expectSuccess(await backUpFor(library, join(folder, 'out'), { overwrite: true }))
        const restored = expectSuccess(await restoreFor(join(folder, 'out'), join(folder, 'new')))
        expect(await contentOf(restored.folder)).toEqual(await contentOf(library))
        await rm(restored.folder, { recursive: true })
      }),
      { numRuns: 25 },
    )
  })
})
