import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { deviceOf, readDevice } from '../../main/device.ts'
import { diskOf } from '../../main/library/disk.ts'
import { isUuid } from '../../main/library/file-names.ts'
import { nodeFileSystem } from '../../main/library/file-system.ts'

const disk = diskOf(nodeFileSystem)

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aide-memoire-device-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

describe('the device’s id', () => {
  it('is made once, in a folder that need not be there yet, and kept', async () => {
    const folder = join(await temporaryFolder(), 'deep', 'aide-memoire')
    const id = await deviceOf(disk, folder)
    expect(isUuid(id)).toBe(true)
    expect(await deviceOf(disk, folder)).toBe(id)
    expect(await readDevice(disk, folder)).toBe(id)
    expect(await readdir(folder)).toEqual(['device.json'])
  })

  it('is one for all who ask at the same time', async () => {
    const folder = await temporaryFolder()
    const ids = await Promise.all([1, 2, 3, 4].map(() => deviceOf(disk, folder)))
    expect(new Set(ids).size).toBe(1)
  })

  it('is not made by reading', async () => {
    const folder = join(await temporaryFolder(), 'none')
    expect(await readDevice(disk, folder)).toBeNull()
    expect(await readdir(join(folder, '..'))).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['half of it', '{"id":"1111'],
    ['another type', '{"id":1}'],
    ['a list', '["11111111-1111-4111-8111-111111111111"]'],
    ['no UUID', '{"id":"../../etc"}'],
  ])('is another for this run alone, and the file stays, when it holds %s', async (_, content) => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'device.json'), content)
    const [first, second] = [await deviceOf(disk, folder), await deviceOf(disk, folder)]
    expect([isUuid(first), isUuid(second), first === second]).toEqual([true, true, false])
    expect(await readFile(join(folder, 'device.json'), 'utf8')).toBe(content)
  })
})
