import { mkdir, readdir, readFile, rm, stat, unlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LibraryChange } from '../../../main/library/library.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import {
  addBriefing,
  type Call,
  expectSuccess,
  failingFileSystem,
  noteInput,
  openFor,
  optionsFor,
  temporaryFolder,
} from './support.ts'

const catalogueOf = (folder: string) => join(folder, 'cache', 'catalogue.json')
const entryOf = (folder: string, id: string) => join(folder, 'entries', id.slice(-2), `${id}.json`)

/** A closed library of six briefings, some noted, one in the bin; gives its ids and rows. */
async function filled(folder: string) {
  const library = await openFor(folder)
  const ids: string[] = []
  for (let index = 0; index < 6; index += 1) ids.push(await addBriefing(library, `Title ${index}\n\nSome words of it.`))
  for (const id of ids.slice(0, 3)) await library.addNote(id, noteInput({ end: 5 }))
  await library.remove(ids[5] ?? '')
  const rows = library.rows()
  await library.close()
  return { ids, rows }
}

describe('the catalogue', () => {
  it('gives all rows at once, without opening a single briefing', async () => {
    const folder = await temporaryFolder()
    const { rows } = await filled(folder)
    const opened: string[] = []
    const fileSystem = failingFileSystem(({ operation, path }: Call) => {
      if (operation === 'open' && /entries|notes/.test(path)) opened.push(path)
      return null
    })
    const library = expectSuccess(await openLibrary(optionsFor(folder, { fileSystem })))
    expect(library.rows()).toEqual(rows)
    await library.settled()
    expect(opened).toEqual([])
    expect(library.rows()).toEqual(rows)
    await library.close()
  })

  it.each([
    ['deleted', (file: string) => unlink(file)],
    ['deleted with its folder', (file: string) => rm(join(file, '..'), { recursive: true })],
    ['empty', (file: string) => writeFile(file, '')],
    ['half there', async (file: string) => writeFile(file, (await readFile(file)).subarray(0, 300))],
    ['NULs', (file: string) => writeFile(file, new Uint8Array(500))],
    ['null', (file: string) => writeFile(file, 'null')],
    [
      'of another library',
      async (file: string) => rewrite(file, (text) => text.replace(/"library":"[^"]+"/, '"library":"x"')),
    ],
    ['of another version', async (file: string) => rewrite(file, (text) => text.replace('"version":2', '"version":1'))],
    ['without items', async (file: string) => rewrite(file, (text) => text.replace(/"items":.*/s, '"items":[]}'))],
    [
      'with wrong stamps',
      async (file: string) => rewrite(file, (text) => text.replaceAll(/"mtimeMs":[\d.]+/g, '"mtimeMs":1')),
    ],
  ])('that is %s gives the same rows in the end, and is whole after', async (_, damage) => {
    const folder = await temporaryFolder()
    const { rows } = await filled(folder)
    await damage(catalogueOf(folder))
    const library = await openFor(folder)
    expect(library.rows()).toEqual(rows)
    expect(library.state().damaged).toBe(0)
    await library.close()
    expect(JSON.parse(await readFile(catalogueOf(folder), 'utf8')).items).toHaveLength(rows.length)
  })

  it('follows files that came, changed and went while the library was closed, and tells of them', async () => {
    const folder = await temporaryFolder()
    const { ids, rows } = await filled(folder)
    const [gone = '', changed = '', copied = ''] = ids
    await unlink(entryOf(folder, gone))
    await rm(entryOf(folder, gone).replace('.json', '.1.prev'), { force: true })
    await rewrite(entryOf(folder, changed), (text) => text.replaceAll('Title 1', 'Title one'))
    const added = `${copied.slice(0, -4)}ffee`
    await mkdir(join(folder, 'entries', 'ee'), { recursive: true })
    await writeFile(entryOf(folder, added), (await readFile(entryOf(folder, copied), 'utf8')).replaceAll(copied, added))

    const library = expectSuccess(await openLibrary(optionsFor(folder)))
    const changes: LibraryChange[] = []
    library.onChange((change) => changes.push(change))
    expect(library.rows()).toEqual(rows)
    await library.settled()
    expect(
      library
        .rows()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([...ids.slice(1), added].toSorted())
    expect(library.rows().find(({ id }) => id === changed)?.title).toBe('Title one')
    const told = changes.flatMap((change) => (change.kind === 'rows' ? [change] : []))
    expect(told.flatMap(({ removed }) => removed)).toEqual([gone])
    expect(told.flatMap(({ upserted }) => upserted.map(({ id }) => id)).toSorted()).toEqual([changed, added].toSorted())
    await library.close()
  })

  it('counts damaged records, shows the last good copy, and looks again at every start', async () => {
    const folder = await temporaryFolder()
    const { ids } = await filled(folder)
    const [withoutCopy = '', , , , , withCopy = ''] = ids
    for (const id of [withoutCopy, withCopy]) await writeFile(entryOf(folder, id), 'null')
    for (let start = 0; start < 2; start += 1) {
      const library = await openFor(folder)
      expect(library.state().damaged).toBe(2)
      expect(library.rows().map(({ id }) => id)).not.toContain(withoutCopy)
      expect(expectSuccess(await library.open(withCopy)).warning?.code).toBe('record-damaged')
      await library.close()
    }
  })

  it('is neither written nor tidied around when the library is only read', async () => {
    const folder = await temporaryFolder()
    await filled(folder)
    await rm(join(folder, 'cache'), { recursive: true })
    await writeFile(join(folder, 'entries', '.x.json.0123456789abcdef01234567.tmp'), '')
    const before = await tree(folder)
    const library = await openFor(folder, { mode: 'read-only' })
    expect(library.rows()).toHaveLength(6)
    await library.filter('title')
    await library.verify()
    library.saveSession({ ...library.session(), draft: null })
    await library.close()
    expect(await tree(folder)).toEqual(before)
  })

  it('removes temporary files of earlier processes, and only those', async () => {
    const folder = await temporaryFolder()
    const { ids } = await filled(folder)
    const shard = join(folder, 'entries', (ids[0] ?? '').slice(-2))
    const [ours, alien] = [`.${ids[0]}.json.0123456789abcdef01234567.tmp`, '.syncthing.something.tmp']
    for (const name of [ours, alien]) await writeFile(join(shard, name), 'x')
    await writeFile(join(folder, '.library.json.0123456789abcdef01234567.tmp'), 'x')
    await (await openFor(folder)).settled()
    expect(await readdir(shard)).toContain(alien)
    expect(await readdir(shard)).not.toContain(ours)
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

async function rewrite(file: string, change: (text: string) => string): Promise<void> {
  const { mtimeMs } = await stat(file)
  await writeFile(file, change(await readFile(file, 'utf8')))
  // Coarse clocks might give the same time again.
  await utimes(file, new Date(), new Date(mtimeMs + 2000))
}

/** Every file under a folder with size and time. */
async function tree(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder, { recursive: true })).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const info = await stat(join(folder, name))
      return info.isFile() ? `${name} ${info.size} ${info.mtimeMs}` : name
    }),
  )
}
