import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { defaultSettings } from '../../domain/settings.ts'
import { diskOf } from '../../main/library/disk.ts'
import { nodeFileSystem } from '../../main/library/file-system.ts'
import { settingsFile } from '../../main/settings-file.ts'
import { openSettings } from '../../main/settings-store.ts'

const disk = diskOf(nodeFileSystem)

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aide-memoire-settings-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

describe('the file of settings', () => {
  it('is nothing where there is none, and reading makes none', async () => {
    const folder = join(await temporaryFolder(), 'none')
    expect(await settingsFile(disk, folder).read()).toBeNull()
    expect(await readdir(join(folder, '..'))).toEqual([])
  })

  it('gives back after a restart what was changed, for its owner alone', async () => {
    const folder = join(await temporaryFolder(), 'deep', 'aide-memoire')
    const settings = await openSettings(settingsFile(disk, folder), () => undefined)
    settings.change({ theme: 'dark' })
    await settings.flush()
    expect(await settingsFile(disk, folder).read()).toEqual({ ...defaultSettings, theme: 'dark' })
    expect((await stat(join(folder, 'settings.json'))).mode & 0o777).toBe(0o600)
  })

  it.each([
    ['half of it', Buffer.from('{"theme":"da')],
    ['bytes that are no UTF-8', Buffer.of(0x22, 0xff, 0x22)],
  ])('with %s is left as it is until something is changed; the copy then keeps it', async (_, content) => {
    const folder = await temporaryFolder()
    const path = join(folder, 'settings.json')
    await writeFile(path, content)
    await expect(settingsFile(disk, folder).read()).rejects.toThrow()
    const settings = await openSettings(settingsFile(disk, folder), () => undefined)
    expect(settings.get()).toEqual(defaultSettings)
    expect(await readFile(path)).toEqual(content)
    settings.change({ theme: 'light' })
    await settings.flush()
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ theme: 'light' })
    expect(await readFile(join(folder, 'settings.1.prev'))).toEqual(content)
  })
})
