import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createNodeFileSystem, nodeFileSystem } from '../../../main/library/file-system.ts'
import { temporaryFolder } from './support.ts'

describe('the quick file system', () => {
  it('does on real files what the patient one does', async () => {
    const path = join(await temporaryFolder(), 'file')
    await writeFile(path, 'hello')
    for (const fileSystem of [createNodeFileSystem(), nodeFileSystem]) {
      const descriptor = await fileSystem.open(path, 'r')
      const bytes = new Uint8Array(10)
      expect(await fileSystem.read(descriptor, bytes, 2)).toBe(5)
      expect(await fileSystem.fstat(descriptor)).toEqual(await fileSystem.lstat(path))
      await fileSystem.close(descriptor)
      await expect(fileSystem.lstat(`${path}/none`)).rejects.toMatchObject({ code: 'ENOTDIR' })
      await expect(fileSystem.unlink(`${path}.none`)).rejects.toMatchObject({ code: 'ENOENT', syscall: 'unlink' })
    }
    expect(await readFile(path, 'utf8')).toBe('hello')
  })

  it('leaves the thread free once the disk was slow three times in a row, for a minute', async () => {
    const path = join(await temporaryFolder(), 'file')
    await writeFile(path, 'hello')
    let time = 0
    let step = 5
    let looks = 0
    const fileSystem = createNodeFileSystem(() => {
      looks += 1
      time += step
      return time
    })
    for (let count = 0; count < 3; count += 1) await fileSystem.lstat(path)
    looks = 0
    await fileSystem.lstat(path)
    expect(looks, 'one look at the clock: sent to another thread').toBe(1)
    time += 60_000
    step = 0
    looks = 0
    await fileSystem.lstat(path)
    expect(looks, 'a look before and after: done at once').toBe(2)
  })
})
