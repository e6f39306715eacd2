import { copyFile, mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failed } from '../../../domain/result.ts'
import { backUpInto, backupName, backupNumber, type RotationOptions } from '../../../main/backup/backup-folder.ts'
import { diskOf } from '../../../main/library/disk.ts'
import { nodeFileSystem } from '../../../main/library/file-system.ts'
import { expectSuccess, failureCode, openFor, temporaryFolder } from '../library/support.ts'
import { backUpFor, derive, libraryAt, now, secret } from './support.ts'

async function rotation(changes: Partial<RotationOptions> = {}) {
  const base = await temporaryFolder()
  const [library, folder] = [join(base, 'library'), join(base, 'backups')]
  await libraryAt(library, true, 1)
  await mkdir(folder)
  const { id, close } = await openFor(library, { secret, derive, mode: 'read-only' })
  await close()
  const options: RotationOptions = {
    disk: diskOf(nodeFileSystem),
    folder,
    library: id,
    kept: 2,
    now,
    make: (path) => backUpFor(library, path),
    report: (trouble) => {
      throw trouble
    },
    ...changes,
  }
  return { base, library, folder, options }
}

describe('backups in a folder', () => {
  it('are numbered, and only so many stay', async () => {
    const { folder, options } = await rotation()
    for (let round = 0; round < 4; round += 1) expectSuccess(await backUpInto(options))
    expect(await readdir(folder)).toEqual([backupName(3, '2026-11-24'), backupName(4, '2026-11-24')])
  })

  it('go by their numbers when the clock is set back: the newest is never removed', async () => {
    const { folder, options } = await rotation()
    for (const date of ['2027-05-01', '2027-05-02', '2026-11-24'])
      expectSuccess(await backUpInto({ ...options, now: () => new Date(`${date}T10:00:00Z`) }))
    expect(await readdir(folder)).toEqual([backupName(2, '2027-05-02'), backupName(3, '2026-11-24')])
  })

  it('never take anything else away: other files, other names, other libraries, what only looks like one', async () => {
    const { base, library, folder, options } = await rotation({ kept: 1 })
    const other = join(base, 'other')
    await libraryAt(other, true, 1)
    expectSuccess(await backUpFor(other, join(folder, backupName(1, '2026-01-01'))))
    expectSuccess(await backUpFor(library, join(folder, 'mine.aidememoire')))
    await writeFile(join(folder, backupName(2, '2026-01-02')), 'not a backup')
    await writeFile(join(folder, 'diary.txt'), 'x')
    await mkdir(join(folder, backupName(3, '2026-01-03')))
    const before = await readdir(folder)
    for (let round = 0; round < 3; round += 1) expectSuccess(await backUpInto(options))
    expect(await readdir(folder)).toEqual([...before, backupName(5, '2026-11-24')].toSorted())
  })

  it('take with them what a killed process left unfinished a day ago, and nothing that is younger or not a backup', async () => {
    const { folder, options } = await rotation()
    const unfinished = (number: number) => `.${backupName(number, '2026-11-22')}.0123456789abcdef01234567.tmp`
    const old = new Date(now().getTime() - 25 * 3_600_000)
    for (const name of [unfinished(1), unfinished(2), '.diary.txt.0123456789abcdef01234567.tmp', '.x.tmp']) {
      await writeFile(join(folder, name), 'x')
      const time = name === unfinished(2) ? now() : old
      await utimes(join(folder, name), time, time)
    }
    expectSuccess(await backUpInto(options))
    const left = (await readdir(folder)).filter((name) => name.endsWith('.tmp'))
    expect(left).toEqual([unfinished(2), '.diary.txt.0123456789abcdef01234567.tmp', '.x.tmp'])
  })

  it('stay all when a new one fails', async () => {
    const { folder, options } = await rotation()
    for (let round = 0; round < 2; round += 1) expectSuccess(await backUpInto(options))
    const before = await readdir(folder)
    const made = await backUpInto({ ...options, kept: 1, make: async () => failed('disk-full') })
    expect([failureCode(made), await readdir(folder)]).toEqual(['disk-full', before])
  })

  it('find another number when another machine was faster', async () => {
    const { library, folder, options } = await rotation()
    const make: RotationOptions['make'] = async (path) => {
      if (path.endsWith(backupName(1, '2026-11-24'))) {
        await copyFile(join(library, 'library.json'), path)
        return failed('file-exists')
      }
      return backUpFor(library, path)
    }
    expectSuccess(await backUpInto({ ...options, make }))
    expect(await readdir(folder)).toEqual([backupName(1, '2026-11-24'), backupName(2, '2026-11-24')])
  })

  it.each([
    ['aide-memoire-0012-2026-11-24.aidememoire', 12],
    ['aide-memoire-12345-2026-11-24.aidememoire', 12_345],
    ['aide-memoire-0012-2026-11-24 (1).aidememoire', null],
    ['aide-memoire-12-2026-11-24.aidememoire', null],
    ['mine.aidememoire', null],
  ])('the number of %s is %s', (name, number) => {
    expect(backupNumber(name)).toBe(number)
  })
})
