import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../main/library/open-library.ts'
import {
  addBriefing,
  expectSuccess,
  failingFileSystem,
  failureCode,
  openFor,
  optionsFor,
  temporaryFolder,
} from './support.ts'

const header = {
  format: 'aide-memoire-library',
  version: 1,
  id: '01939f5e-7d3b-7c3e-9c5a-0123456789ab',
  created: '2026-11-23T10:00:00.000Z',
  header: null,
  settings: {},
}

describe('opening a folder as a library', () => {
  it.each([
    ['an empty file', '', 'library-damaged'],
    ['half of it', JSON.stringify(header).slice(0, 40), 'library-damaged'],
    ['null', 'null', 'library-damaged'],
    ['a list', '[]', 'library-damaged'],
    ['NULs', '\0'.repeat(100), 'library-damaged'],
    ['no id', JSON.stringify({ ...header, id: undefined }), 'library-damaged'],
    ['an unknown key', JSON.stringify({ ...header, more: 1 }), 'library-damaged'],
    ['version zero', JSON.stringify({ ...header, version: 0 }), 'library-damaged'],
    ['a newer version', JSON.stringify({ ...header, version: 2, more: 1 }), 'library-newer'],
    ['a key header that is none', JSON.stringify({ ...header, header: { form: 1 } }), 'library-damaged'],
    ['another program’s format', JSON.stringify({ ...header, format: 'other' }), 'library-foreign'],
  ])('whose library.json holds %s changes nothing and fails', async (_, content, code) => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'library.json'), content)
    expect(failureCode(await openLibrary(optionsFor(folder)))).toBe(code)
    expect(await readFile(join(folder, 'library.json'), 'utf8')).toBe(content)
    expect(await readdir(folder)).toEqual(['library.json'])
  })

  it('with other content is refused and left alone', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'letter.txt'), 'Dear')
    expect(failureCode(await openLibrary(optionsFor(folder)))).toBe('library-foreign')
    expect(await readdir(folder)).toEqual(['letter.txt'])
  })

  it('that is a file is refused', async () => {
    const file = join(await temporaryFolder(), 'file')
    await writeFile(file, 'x')
    expect(failureCode(await openLibrary(optionsFor(file)))).toBe('library-foreign')
  })

  it('that is absent makes a library only when asked to', async () => {
    const folder = join(await temporaryFolder(), 'deep', 'library')
    expect(failureCode(await openLibrary(optionsFor(folder, { createIfMissing: false })))).toBe('file-missing')
    expect((await openFor(folder)).rows()).toEqual([])
  })

  it('in which the system or a sync engine left its own files is still empty', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, '.DS_Store'), '')
    await mkdir(join(folder, '.stfolder'))
    await mkdir(join(folder, '.stversions'))
    await writeFile(join(folder, '.stignore'), '*.tmp')
    const library = await openFor(folder)
    expect(library.state().readOnly).toBeNull()
    expect((await library.verify()).problems).toEqual([])
  })

  it('at the same time as others makes one library', async () => {
    const folder = join(await temporaryFolder(), 'library')
    const opened = await Promise.all([1, 2, 3, 4].map(() => openFor(folder, { mode: 'read-only' })))
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1)
  })

  it('whose library.json is damaged but has a good copy is read, not written', async () => {
    const folder = await temporaryFolder()
    const first = await openFor(folder)
    const id = await addBriefing(first)
    await first.close()
    await writeFile(join(folder, 'library.1.prev'), await readFile(join(folder, 'library.json')))
    await writeFile(join(folder, 'library.json'), 'null')

    const library = await openFor(folder)
    expect(library.id).toBe(first.id)
    expect(library.state().readOnly?.code).toBe('library-damaged')
    expect(failureCode(await library.remove(id))).toBe('library-damaged')
    expect(await readFile(join(folder, 'library.json'), 'utf8')).toBe('null')
  })

  it.each([
    ['EACCES', 'no-permission'],
    ['EIO', 'disk-failed'],
  ])('whose library.json can’t be opened (%s) says so and makes none anew', async (error, code) => {
    const folder = await temporaryFolder()
    await (await openFor(folder)).close()
    const before = await readFile(join(folder, 'library.json'))
    const fileSystem = failingFileSystem(({ operation, path }) =>
      operation === 'open' && path.endsWith('library.json') ? error : null,
    )
    expect(failureCode(await openLibrary(optionsFor(folder, { fileSystem })))).toBe(code)
    expect(await readFile(join(folder, 'library.json'))).toEqual(before)
  })

  it('fails as a value when the disk is full, and leaves nothing half made', async () => {
    const folder = await temporaryFolder()
    const fileSystem = failingFileSystem(({ operation }) => (operation === 'write' ? 'ENOSPC' : null))
    expect(failureCode(await openLibrary(optionsFor(folder, { fileSystem })))).toBe('disk-full')
    expect(await readdir(folder)).toEqual([])
    expectSuccess(await openLibrary(optionsFor(folder, { mode: 'read-only' })))
  })
})
