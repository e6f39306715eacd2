import { lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskOf } from '../../../main/library/disk.ts'
import { durableFile } from '../../../main/library/durable.ts'
import { nodeFileSystem } from '../../../main/library/file-system.ts'
import { StorageError } from '../../../main/library/storage-error.ts'
import { type Call, failingFileSystem, temporaryFolder } from './support.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const file = (folder: string, fileSystem = nodeFileSystem, platform: NodeJS.Platform = process.platform) =>
  durableFile({ ...diskOf(fileSystem, platform), wait: async () => undefined }, join(folder, 'a', 'b.json'), 'a/b.json')

describe('a durable file', () => {
  it('gives null where there is nothing, then what was written', async () => {
    const folder = await temporaryFolder()
    const durable = file(folder)
    expect(await durable.read()).toBeNull()
    await durable.write(bytes('one'))
    expect(await durable.read()).toEqual(bytes('one'))
    expect((await stat(join(folder, 'a', 'b.json'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o700)
  })

  it('keeps the previous copy as a generation and leaves nothing else behind', async () => {
    const folder = await temporaryFolder()
    const durable = file(folder)
    for (const text of ['one', 'two', 'three']) await durable.write(bytes(text))
    expect(await durable.generation(1)).toEqual(bytes('two'))
    expect(await durable.generation(2)).toBeNull()
    expect((await readdir(join(folder, 'a'))).toSorted()).toEqual(['b.1.prev', 'b.json'])
  })

  it('gives each of many callers its own outcome', async () => {
    const folder = await temporaryFolder()
    let renames = 0
    const fails = failingFileSystem(({ operation }) => (operation === 'rename' && ++renames === 3 ? 'EIO' : null))
    const durable = file(folder, fails)
    const outcomes = await Promise.allSettled(['1', '2', '3', '4'].map((text) => durable.write(bytes(text))))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(await durable.read()).toEqual(bytes('4'))
    expect(await durable.generation(1)).toEqual(bytes('2'))
  })

  it('never puts a file in place that is shorter than what was written', async () => {
    const folder = await temporaryFolder()
    const durable = file(folder, {
      ...nodeFileSystem,
      fstat: async (fd) => ({ ...(await nodeFileSystem.fstat(fd)), size: 1 }),
    })
    await expect(durable.write(bytes('whole'))).rejects.toMatchObject({ failure: { code: 'disk-full' } })
    expect(await readdir(join(folder, 'a'))).toEqual([])
  })

  it('goes on writing where the disk takes fewer bytes than given', async () => {
    const folder = await temporaryFolder()
    const durable = file(folder, {
      ...nodeFileSystem,
      write: (fd, all, offset) => nodeFileSystem.write(fd, all.subarray(0, offset + 2), offset),
    })
    await durable.write(bytes('seven b'))
    expect(await durable.read()).toEqual(bytes('seven b'))
  })

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'disk-read-only'],
    ['EACCES', 'no-permission'],
    ['EIO', 'disk-failed'],
    ['EMFILE', 'disk-failed'],
  ])('turns %s into %s, with the name of the file', async (code, expected) => {
    const durable = file(
      await temporaryFolder(),
      failingFileSystem(({ operation }) => (operation === 'fsync' ? code : null)),
      'linux',
    )
    const error: unknown = await durable.write(bytes('x')).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(StorageError)
    expect(error).toMatchObject({ failure: { code: expected, values: { file: 'a/b.json', code } } })
  })

  it('is the old file or the new one, whichever call fails', async () => {
    for (let failing = 1; ; failing += 1) {
      const folder = await temporaryFolder()
      await file(folder).write(bytes('older'))
      await file(folder).write(bytes('old'))
      let calls = 0
      const durable = file(
        folder,
        failingFileSystem(() => (++calls === failing ? 'EIO' : null)),
      )
      const outcome = await durable.write(bytes('new')).then(
        () => 'done',
        () => 'failed',
      )
      const now = await readFile(join(folder, 'a', 'b.json'), 'utf8')
      expect(['old', 'new'], `call ${failing}`).toContain(now)
      if (outcome === 'done') expect(now).toBe('new')
      if (calls < failing) break
    }
  })

  it('is flushed before it takes its place, and its folders after', async () => {
    const folder = await temporaryFolder()
    const log: string[] = []
    const spy = failingFileSystem(({ operation, path }) => {
      if (operation === 'open') log.push(path.endsWith('.tmp') ? 'open new' : `open ${path.slice(folder.length)}`)
      if (['write', 'fsync', 'rename', 'mkdir'].includes(operation)) log.push(operation)
      return null
    })
    await file(folder, spy, 'linux').write(bytes('one'))
    expect(log.slice(0, 6)).toEqual(['open new', 'mkdir', 'open new', 'write', 'fsync', 'rename'])
    expect(log.slice(6).toSorted()).toEqual(['fsync', 'fsync', 'open ', 'open /a'])
  })

  it('follows a link that someone put in its place instead of replacing it', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'a'))
    await writeFile(join(folder, 'elsewhere.json'), 'old')
    await symlink(join(folder, 'elsewhere.json'), join(folder, 'a', 'b.json'))
    await file(folder).write(bytes('new'))
    expect((await lstat(join(folder, 'a', 'b.json'))).isSymbolicLink()).toBe(true)
    expect(await readFile(join(folder, 'elsewhere.json'), 'utf8')).toBe('new')
  })

  it('tries again on Windows while another program holds the file', async () => {
    const folder = await temporaryFolder()
    let tries = 0
    const busy = ({ operation }: Call) => (operation === 'rename' && ++tries <= 4 ? 'EBUSY' : null)
    const durable = file(folder, failingFileSystem(busy), 'win32')
    await durable.write(bytes('x'))
    expect(tries).toBe(5)
  })

  it('keeps a generation on disks that know no second names', async () => {
    const folder = await temporaryFolder()
    const durable = file(
      folder,
      failingFileSystem(({ operation }) => (operation === 'link' ? 'EPERM' : null)),
    )
    await durable.write(bytes('one'))
    await durable.write(bytes('two'))
    expect(await durable.read()).toEqual(bytes('two'))
    expect(await durable.generation(1)).toEqual(bytes('one'))
  })

  it('creates only what does not exist', async () => {
    const folder = await temporaryFolder()
    expect(await file(folder).create(bytes('first'))).toBe(true)
    expect(await file(folder).create(bytes('second'))).toBe(false)
    expect(await readFile(join(folder, 'a', 'b.json'), 'utf8')).toBe('first')
    expect(await readdir(join(folder, 'a'))).toEqual(['b.json'])
  })

  it('sets a file aside with its bytes', async () => {
    const folder = await temporaryFolder()
    const durable = file(folder)
    await durable.write(bytes('broken'))
    await durable.setAside('2026-11-23T22:00:00.000Z')
    expect(await readFile(join(folder, 'a', 'b.damaged-20261123T220000000Z'), 'utf8')).toBe('broken')
    expect(await durable.read()).toBeNull()
  })
})
