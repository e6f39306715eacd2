import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskOf } from '../../../main/library/disk.ts'
import { durableFile } from '../../../main/library/durable.ts'
import { generationIn, olderGenerationOf, recordName } from '../../../main/library/file-names.ts'
import { nodeFileSystem } from '../../../main/library/file-system.ts'
import { listGenerations } from '../../../main/library/generations.ts'
import { type Call, failingFileSystem, temporaryFolder } from './support.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const fileIn = (folder: string, fileSystem = nodeFileSystem) =>
  durableFile(diskOf(fileSystem), join(folder, 'b.json'), 'b.json', 'many')

/** The contents of all generations, newest first. */
async function contents(folder: string): Promise<readonly string[]> {
  const listed = await listGenerations(diskOf(nodeFileSystem), join(folder, 'b.json'))
  return Promise.all(listed.map(({ path }) => readFile(path, 'utf8')))
}
async function writeAll(folder: string, texts: readonly string[], fileSystem = nodeFileSystem): Promise<void> {
  const durable = fileIn(folder, fileSystem)
  for (const text of texts) await durable.write(bytes(text))
}
const numbered = (count: number, from = 1) => Array.from({ length: count }, (_, index) => String(from + index))

describe('a file of which many generations are kept', () => {
  it('has its last ten copies beside it, the newest under the name it always had', async () => {
    const folder = await temporaryFolder()
    await writeAll(folder, numbered(14))
    expect(await contents(folder)).toEqual(numbered(10, 4).toReversed())
    expect(await readFile(join(folder, 'b.1.prev'), 'utf8')).toBe('13')
    expect(await readdir(folder)).toHaveLength(11)
    const durable = fileIn(folder)
    expect(await durable.generation(1)).toEqual(bytes('13'))
    expect(await durable.generation(3)).toEqual(bytes('11'))
    expect(await durable.generation(11)).toBeNull()
  })

  it('goes on from what an earlier start left, also from the one copy of earlier versions', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'b.json'), 'current')
    await writeFile(join(folder, 'b.1.prev'), 'old')
    for (const text of ['1', '2', '3']) await writeAll(folder, [text])
    expect(await contents(folder)).toEqual(['2', '1', 'current', 'old'])
  })

  it('keeps the order in which they were made when the clock was put back', async () => {
    const folder = await temporaryFolder()
    await writeAll(folder, ['1', '2'])
    await utimes(join(folder, 'b.json'), new Date('2020-01-01'), new Date('2020-01-01'))
    await writeAll(folder, ['3', '4'])
    expect(await contents(folder)).toEqual(['3', '2', '1'])
  })

  it('keeps the newest of each earlier day beyond the last ten', async () => {
    const folder = await temporaryFolder()
    for (const [index, text] of ['a', 'b', 'c', 'd'].entries()) {
      await writeAll(folder, [text])
      const written = new Date(Date.UTC(2026, 10, 1 + Math.floor(index / 2), 8))
      await utimes(join(folder, 'b.json'), written, written)
    }
    await writeAll(folder, numbered(14))
    // Of each of the two days the second stays.
    expect(await contents(folder)).toEqual([...numbered(10, 4).toReversed(), 'd', 'b'])
  })

  it('loses none to saves that fail again and again', async () => {
    const folder = await temporaryFolder()
    await writeAll(folder, numbered(12))
    const before = await contents(folder)
    const full = ({ operation, path }: Call) => (operation === 'rename' && path.endsWith('.tmp') ? 'ENOSPC' : null)
    const durable = fileIn(folder, failingFileSystem(full))
    for (let round = 0; round < 5; round += 1) {
      await expect(durable.write(bytes('never'))).rejects.toMatchObject({ failure: { code: 'disk-full' } })
    }
    await writeAll(folder, ['13'])
    expect(await contents(folder)).toEqual(['12', ...before.slice(0, 9)])
  })

  it('loses none, and not the file, whichever call of a save fails', async () => {
    for (let failing = 1; ; failing += 1) {
      const folder = await temporaryFolder()
      await writeAll(folder, ['1', '2', '3'])
      let calls = 0
      const fails = failingFileSystem(() => (++calls === failing ? 'EIO' : null))
      await fileIn(folder, fails)
        .write(bytes('4'))
        .catch(() => undefined)
      await writeAll(folder, ['5'])
      expect(await contents(folder), `call ${failing}`).toEqual(expect.arrayContaining(['3', '2', '1']))
      expect(await readFile(join(folder, 'b.json'), 'utf8')).toBe('5')
      if (calls < failing) break
    }
  })

  it('does so on disks that know no second names', async () => {
    const folder = await temporaryFolder()
    const noLinks = failingFileSystem(({ operation }) => (operation === 'link' ? 'EPERM' : null))
    await writeAll(folder, numbered(13), noLinks)
    expect(await contents(folder)).toEqual(numbered(10, 3).toReversed())
  })

  it('lists the folder once, however often it is saved', async () => {
    const folder = await temporaryFolder()
    let listed = 0
    const counting = failingFileSystem(({ operation }) => {
      if (operation === 'readdir') listed += 1
      return null
    })
    await writeAll(folder, numbered(14), counting)
    expect(listed).toBe(1)
  })
})

describe('the name of an older generation', () => {
  const id = '01900000-0000-7000-8000-00000000beef'
  const written = Date.UTC(2026, 10, 24, 18, 2, 3, 45)

  it('says its place in the order and its time, and is known as a generation', () => {
    const name = olderGenerationOf(`${id}.json`, 17, written)
    expect(name).toBe(`${id}.17.20261124T180203045Z.prev`)
    expect(generationIn(name, `${id}.json`)).toEqual({ sequence: 17, written })
    expect(recordName(name)).toEqual({ id, part: 'generation' })
  })

  it.each([
    `${id}.json`,
    `${id}.2.prev`,
    `${id}.2.20261324T180203045Z.prev`,
    `${id}.x.20261124T180203045Z.prev`,
    `other.2.20261124T180203045Z.prev`,
  ])('is not %s', (name) => {
    expect(generationIn(name, `${id}.json`)).toBeNull()
  })
})
