import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { diskOf } from '../../../main/library/disk.ts'
import { type FileSystem, nodeFileSystem } from '../../../main/library/file-system.ts'
import { type LockOptions, lockGoesStale, takeLock } from '../../../main/library/lock.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import type { Processes } from '../../../main/library/processes.ts'
import { nodeProcesses } from '../../../main/library/processes.ts'
import { retryEvery } from '../../../main/library/write-guard.ts'
import { expectSuccess, failingFileSystem, failureCode, optionsFor, temporaryFolder } from './support.ts'

const start = new Date('2026-11-23T10:00:00.000Z')
const timeAfter = (milliseconds: number) => () => new Date(start.getTime() + milliseconds)
/** Processes 1 to 99 live, each as itself. */
const processes: Processes = { isAlive: async (pid) => pid < 100, identityOf: async (pid) => `boot/${pid}` }

const options = (folder: string, changes: Partial<LockOptions> = {}): LockOptions => ({
  disk: diskOf(nodeFileSystem),
  folder,
  host: 'office',
  pid: 1,
  processes,
  now: () => start,
  ...changes,
})
const holderOf = async (folder: string) => JSON.parse(await readFile(join(folder, 'lock.json'), 'utf8'))

describe('the lock', () => {
  it('names host, process and heartbeat, and goes when given back', async () => {
    const folder = await temporaryFolder()
    const lock = expectSuccess(await takeLock(options(folder), false))
    expect(await holderOf(folder)).toMatchObject({ host: 'office', pid: 1, heartbeat: start.toISOString() })
    expect(await lock.isHeld()).toBe(true)
    await lock.release()
    expect(await readdir(folder)).toEqual([])
  })

  it('is not taken in a folder that is gone, and does not bring it back', async () => {
    const folder = join(await temporaryFolder(), 'pulled-out')
    await expect(takeLock(options(folder), false)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await readdir(join(folder, '..'))).toEqual([])
  })

  it('is not taken when the disk kept less than was written', async () => {
    const folder = await temporaryFolder()
    const fstat: FileSystem['fstat'] = async (descriptor) => ({ ...(await nodeFileSystem.fstat(descriptor)), size: 1 })
    const disk = diskOf({ ...nodeFileSystem, fstat })
    await expect(takeLock(options(folder, { disk }), false)).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(await readdir(folder)).toEqual([])
  })

  it('held by a living process of this host refuses the second and names the first', async () => {
    const folder = await temporaryFolder()
    await takeLock(options(folder), false)
    const second = await takeLock(options(folder, { pid: 2, now: timeAfter(lockGoesStale * 9) }), true)
    expect(second).toMatchObject({ failure: { code: 'library-locked', values: { host: 'office', pid: 1 } } })
  })

  it('of a dead process of this host is taken at once', async () => {
    const folder = await temporaryFolder()
    await takeLock(options(folder, { pid: 100 }), false)
    expectSuccess(await takeLock(options(folder, { pid: 2 }), false))
    expect(await holderOf(folder)).toMatchObject({ pid: 2 })
    expect(await readdir(folder)).toEqual(['lock.json'])
  })

  it('of a dead process is taken although its number lives again as another process', async () => {
    const folder = await temporaryFolder()
    await takeLock(
      options(folder, { pid: 3, processes: { ...processes, identityOf: async () => 'boot/earlier' } }),
      false,
    )
    expectSuccess(await takeLock(options(folder, { pid: 2 }), false))
  })

  it('of another host is left alone while young, and says since when', async () => {
    const folder = await temporaryFolder()
    await takeLock(options(folder, { host: 'embassy' }), false)
    const young = await takeLock(options(folder, { now: timeAfter(lockGoesStale - 1) }), true)
    expect(young).toMatchObject({
      failure: {
        code: 'library-locked-elsewhere',
        values: { host: 'embassy', since: start.toISOString(), mayTakeOver: 0 },
      },
    })
  })

  it('of another host that is silent for ten minutes is taken only by choice', async () => {
    const folder = await temporaryFolder()
    const first = expectSuccess(await takeLock(options(folder, { host: 'embassy' }), false))
    const late = options(folder, { now: timeAfter(lockGoesStale) })
    expect(await takeLock(late, false)).toMatchObject({ failure: { values: { mayTakeOver: 1 } } })
    const second = expectSuccess(await takeLock(late, true))
    expect(await second.isHeld()).toBe(true)
    expect(await first.isHeld()).toBe(false)
    expect(await first.beat()).toBe(false)
    await first.release()
    expect(await second.isHeld()).toBe(true)
  })

  it('stays young by its heartbeat', async () => {
    const folder = await temporaryFolder()
    let time = start
    const lock = expectSuccess(await takeLock(options(folder, { host: 'embassy', now: () => time }), false))
    time = timeAfter(lockGoesStale)()
    expect(await lock.beat()).toBe(true)
    const other = await takeLock(options(folder, { now: timeAfter(lockGoesStale + 1000) }), true)
    expect(other).toMatchObject({ failure: { values: { since: time.toISOString(), mayTakeOver: 0 } } })
  })

  it.each(['', 'null', '{', '\0\0\0\0'])(
    "whose file holds %j counts as another host's of the age of the file",
    async (content) => {
      const folder = await temporaryFolder()
      await writeFile(join(folder, 'lock.json'), content)
      const now = await takeLock(options(folder, { now: () => new Date() }), true)
      expect(now).toMatchObject({
        failure: { code: 'library-locked-elsewhere', values: { host: '?', mayTakeOver: 0 } },
      })
      const later = options(folder, { now: () => new Date(Date.now() + lockGoesStale + 60_000) })
      expect(failureCode(await takeLock(later, false))).toBe('library-locked-elsewhere')
      expectSuccess(await takeLock(later, true))
    },
  )

  it('put back by a sync engine as the same words is still ours', async () => {
    const folder = await temporaryFolder()
    const lock = expectSuccess(await takeLock(options(folder), false))
    const words = await readFile(join(folder, 'lock.json'))
    await rm(join(folder, 'lock.json'))
    await writeFile(join(folder, 'lock.json'), words)
    expect(await lock.isHeld()).toBe(true)
  })

  it.each([
    ['free', null],
    ['a dead process’s', 100],
    ['a dead process’s whose taker died as well', 101],
  ])('when %s goes to exactly one of many starters', async (_, dead) => {
    for (let round = 0; round < 15; round += 1) {
      const folder = await temporaryFolder()
      if (dead !== null) await takeLock(options(folder, { pid: dead }), false)
      if (dead === 101) await leaveClaim(folder)
      const starters = Array.from({ length: 8 }, (_, index) => takeLock(options(folder, { pid: index + 1 }), false))
      const results = await Promise.all(starters)
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      const held = await Promise.all(results.map((result) => (result.ok ? result.value.isHeld() : true)))
      expect(held).not.toContain(false)
      expect(await readdir(folder)).toEqual(['lock.json'])
    }
  })

  it('works on disks that know no second names', async () => {
    const folder = await temporaryFolder()
    const disk = diskOf(failingFileSystem(({ operation }) => (operation === 'link' ? 'EPERM' : null)))
    expectSuccess(await takeLock(options(folder, { disk }), false))
    expect(failureCode(await takeLock(options(folder, { disk, pid: 2 }), false))).toBe('library-locked')
  })
})

/** What is left when a process dies between claiming a dead lock and replacing it. */
async function leaveClaim(folder: string): Promise<void> {
  const held = await holderOf(folder)
  const claimant = { ...held, token: 'f'.repeat(32), pid: 102 }
  await writeFile(join(folder, `lock-${held.token}.json`), JSON.stringify(claimant))
}

describe('processes of this machine', () => {
  it('tells a living one from a dead one', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    onTestFinished(() => void child.kill('SIGKILL'))
    await once(child, 'spawn')
    const pid = child.pid ?? 0
    expect(await nodeProcesses.isAlive(pid)).toBe(true)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await nodeProcesses.isAlive(pid)).toBe(false)
  })

  it('knows no process 0 and none with a broken number', async () => {
    expect(await nodeProcesses.isAlive(0)).toBe(false)
    expect(await nodeProcesses.isAlive(-1)).toBe(false)
    expect(await nodeProcesses.isAlive(1.5)).toBe(false)
  })

  it.runIf(process.platform === 'linux')('gives each its own identity, the same each time', async () => {
    const mine = await nodeProcesses.identityOf(process.pid)
    expect(mine).toMatch(/^[0-9a-f-]{36}\/\d+$/)
    expect(await nodeProcesses.identityOf(process.pid)).toBe(mine)
    expect(await nodeProcesses.identityOf(1)).not.toBe(mine)
  })
})

describe('a library that another process holds', () => {
  it('becomes this one’s own, with what was written meanwhile, soon after the other gives it back', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const folder = await temporaryFolder()
    const first = expectSuccess(await openLibrary(optionsFor(folder)))
    const second = expectSuccess(await openLibrary(optionsFor(folder)))
    expect(second.state().readOnly?.code).toBe('library-locked')
    const briefing = expectSuccess(await first.add('Read in by the other', { via: 'typed', file: null }, {}))
    await first.close()

    const hasRow = new Promise<void>((resolve) => {
      second.onChange((change) => {
        if (change.kind === 'rows' && change.upserted.some(({ id }) => id === briefing.id)) resolve()
      })
    })
    await vi.advanceTimersByTimeAsync(retryEvery)
    await hasRow
    expect(second.state().readOnly).toBeNull()
    expect((await second.remove(briefing.id)).ok).toBe(true)
    await second.close()
  })
})
