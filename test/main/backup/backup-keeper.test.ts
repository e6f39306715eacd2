import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { BackupState } from '../../../domain/contract.ts'
import type { Failure } from '../../../domain/result.ts'
import { type BackupKeeperOptions, backupKeeper } from '../../../main/backup/backup-keeper.ts'
import { diskOf } from '../../../main/library/disk.ts'
import { nodeFileSystem } from '../../../main/library/file-system.ts'
import { openSettings } from '../../../main/settings-store.ts'
import { addBriefing, expectSuccess, failureCode, openFor, temporaryFolder } from '../library/support.ts'
import { derive, restoreFor, secret } from './support.ts'

const hour = 3_600_000

async function keeper(changes: Partial<BackupKeeperOptions> & { readonly isSealed?: boolean } = {}) {
  const base = await temporaryFolder()
  const folder = join(base, 'backups')
  await mkdir(folder)
  const library = await openFor(join(base, 'library'), { secret: changes.isSealed === false ? null : secret, derive })
  await addBriefing(library)
  const settings = await openSettings({ read: async () => null, write: async () => undefined }, () => undefined)
  onTestFinished(() => settings.flush())
  const told: { time: number; readonly states: BackupState[]; readonly failures: Failure[] } = {
    time: Date.parse('2026-11-24T10:00:00Z'),
    states: [],
    failures: [],
  }
  const made = backupKeeper({
    disk: diskOf(nodeFileSystem),
    settings,
    library: () => library,
    chooseFolder: async () => folder,
    now: () => new Date(told.time),
    isIdle: () => true,
    onChange: (state) => told.states.push(state),
    onFailure: (failure) => told.failures.push(failure),
    report: (trouble) => {
      throw trouble
    },
    ...changes,
  })
  return { base, folder, library, made, told, settings }
}

describe('backups by hand', () => {
  it('go to the folder that was chosen, are told while they are made, and are remembered', async () => {
    const { base, folder, library, made, told } = await keeper()
    expect(failureCode(await made.make(null))).toBe('backup-no-folder')
    expect((await made.chooseFolder()).folder).toBe(folder)
    const { last, running, failure } = expectSuccess(await made.make(null))
    expect([running, failure, last]).toMatchObject([null, null, { library: library.id, briefings: 1 }])
    expect(told.states.some((state) => state.running !== null && state.running.total > 0)).toBe(true)
    expect(await readdir(folder)).toEqual([last?.file])
    expect(expectSuccess(await restoreFor(join(folder, last?.file ?? ''), join(base, 'new'))).briefings).toBe(1)
  })

  it('of a plain library are sealed with the passphrase given, and never made without', async () => {
    const { base, folder, made } = await keeper({ isSealed: false })
    await made.chooseFolder()
    expect(failureCode(await made.make(null))).toBe('backup-unsealed')
    expect(await readdir(folder)).toEqual([])
    const { last, isSealed } = expectSuccess(await made.make(secret.text))
    expect(isSealed).toBe(false)
    expect(expectSuccess(await restoreFor(join(folder, last?.file ?? ''), join(base, 'new'))).isSealed).toBe(false)
  })

  it('are made one at a time, can be stopped, and the next one is made again', async () => {
    const { folder, made } = await keeper()
    await made.chooseFolder()
    const first = made.make(null)
    expect(failureCode(await made.make(null))).toBe('backup-running')
    made.stop()
    expect(failureCode(await first)).toBe('backup-stopped')
    expect(await readdir(folder)).toEqual([])
    expectSuccess(await made.make(null))
  })

  it('end when the library is closed, and leave nothing', async () => {
    const { folder, library, made } = await keeper()
    await made.chooseFolder()
    const running = made.make(null)
    await library.close()
    expect([failureCode(await running), await readdir(folder)]).toEqual(['backup-stopped', []])
  })
})

describe('backups by themselves', () => {
  it('are made when one is due, once a period, and the oldest make room', async () => {
    const { folder, made, told } = await keeper()
    await made.chooseFolder()
    await made.check()
    expect(await readdir(folder)).toEqual([])
    made.set({ schedule: 'daily', kept: 2 })
    const counts: number[] = []
    for (let hours = 0; hours < 100; hours += 5) {
      await made.check()
      told.time += 5 * hour
      counts.push((await readdir(folder)).length)
    }
    expect(counts.slice(0, 7)).toEqual([1, 1, 1, 1, 1, 2, 2])
    expect(Math.max(...counts)).toBe(2)
    expect(made.state().last?.file).toContain('-0004-')
  })

  it.each<[string, Parameters<typeof keeper>[0], string]>([
    ['somebody works', { isIdle: () => false }, 'daily'],
    ['no library is open', { library: () => null }, 'daily'],
    ['the library is plain', { isSealed: false }, 'daily'],
    ['the schedule is off', {}, 'off'],
  ])('are not made while %s', async (_, changes, schedule) => {
    const { folder, made, told } = await keeper(changes)
    await made.chooseFolder()
    made.set({ schedule: schedule === 'off' ? 'off' : 'daily' })
    await made.check()
    expect([await readdir(folder), told.failures]).toEqual([[], []])
  })

  it('tell why they failed, take nothing away then, and try again after an hour', async () => {
    const { base, folder, made, told } = await keeper()
    const gone = join(base, 'gone')
    await made.chooseFolder()
    made.set({ schedule: 'daily', kept: 1 })
    await made.check()
    const before = await readdir(folder)
    await rename(folder, gone)
    told.time += 24 * hour
    for (const minutes of [0, 10, 49]) {
      told.time += (minutes * hour) / 60
      await made.check()
    }
    expect(told.failures.map(({ code }) => code)).toEqual(['file-missing'])
    expect(made.state().failure?.code).toBe('file-missing')
    await rename(gone, folder)
    told.time += hour
    await made.check()
    expect([made.state().failure, (await readdir(folder)).length]).toEqual([null, before.length])
  })

  it('are made once, not again and again, when the clock is set back', async () => {
    const { folder, made, told } = await keeper()
    await made.chooseFolder()
    made.set({ schedule: 'daily' })
    await made.check()
    told.time -= 30 * 24 * hour
    for (let round = 0; round < 5; round += 1) {
      await made.check()
      told.time += 60_000
    }
    expect((await readdir(folder)).length).toBe(2)
  })
})
