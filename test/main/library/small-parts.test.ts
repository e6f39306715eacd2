import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failed, type Result, success } from '../../../domain/result.ts'
import { createAnnouncer } from '../../../main/library/announcer.ts'
import { createNodeFileSystem, nodeFileSystem } from '../../../main/library/file-system.ts'
import type { HeldLock } from '../../../main/library/held-lock.ts'
import { inOrder, inOrderByKey } from '../../../main/library/in-order.ts'
import { laterThan } from '../../../main/library/note-edits.ts'
import { openGuard } from '../../../main/library/write-guard.ts'
import { temporaryFolder } from './support.ts'

describe('work in order', () => {
  it('never overlaps and keeps each one’s outcome', async () => {
    const queue = inOrder()
    let running = 0
    const work = (index: number) => async () => {
      running += 1
      expect(running).toBe(1)
      await Promise.resolve()
      running -= 1
      if (index % 2 === 1) throw new Error(`odd ${index}`)
      return index
    }
    const outcomes = await Promise.allSettled([0, 1, 2, 3].map((index) => queue(work(index))))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected'])
  })

  it('by key waits only for the same key', async () => {
    const queues = inOrderByKey()
    const log: string[] = []
    let open: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const first = queues.run('a', async () => {
      await gate
      log.push('a1')
    })
    const second = queues.run('a', async () => void log.push('a2'))
    await queues.run('b', async () => void log.push('b'))
    open()
    await Promise.all([first, second])
    await queues.idle()
    expect(log).toEqual(['b', 'a1', 'a2'])
  })
})

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

describe('the guard of writing', () => {
  const held = (isHeld: () => boolean): HeldLock => ({
    isHeld: async () => isHeld(),
    beat: async () => isHeld(),
    release: async () => undefined,
  })

  it.each(['check', 'beat'] as const)(
    'turns read-only at once when %s finds that another took the lock',
    async (look) => {
      let ours = true
      const take = async (): Promise<Result<HeldLock>> =>
        ours
          ? success(held(() => ours))
          : failed('library-locked-elsewhere', { host: 'embassy', since: 'x', mayTakeOver: 0 })
      const guard = await openGuard({ take, reason: failed('call-refused').failure, report: () => undefined })
      let told = 0
      guard.onChange(() => {
        told += 1
      })
      expect(await guard.check()).toBeNull()
      ours = false
      await guard[look]()
      expect(guard.readOnly()?.code).toBe('library-locked-elsewhere')
      expect((await guard.check())?.code).toBe('library-locked-elsewhere')
      expect(told).toBe(1)
      await guard.close()
    },
  )

  it('gets back a lock that somebody merely removed, once, however many ask', async () => {
    let taken = 0
    let there = true
    const take = async (): Promise<Result<HeldLock>> => {
      if (there && taken > 0) return failed('library-locked', { host: 'office', pid: 1 })
      taken += 1
      there = true
      const number = taken
      return success(held(() => there && number === taken))
    }
    const guard = await openGuard({ take, reason: failed('call-refused').failure, report: () => undefined })
    there = false
    expect(await Promise.all([guard.check(), guard.check(), guard.beat(), guard.check()])).toEqual([
      null,
      null,
      undefined,
      null,
    ])
    expect(taken).toBe(2)
    expect(await guard.takeOver()).toBeNull()
    await guard.close()
  })

  it('refuses everything once closed', async () => {
    const guard = await openGuard({
      take: async () => success(held(() => true)),
      reason: failed('call-refused').failure,
      report: () => undefined,
    })
    await guard.close()
    expect((await guard.check())?.code).toBe('call-refused')
  })
})

describe('announcing', () => {
  it('goes on to the other listeners when one throws, and reports it', () => {
    const reported: unknown[] = []
    const announcer = createAnnouncer((message) => reported.push(message))
    const heard: string[] = []
    announcer.listen(() => {
      throw new Error('listener')
    })
    announcer.listen((change) => heard.push(change.kind))
    announcer.tell({ kind: 'rows', upserted: [], removed: [] })
    expect(heard).toEqual(['rows'])
    expect(reported).toHaveLength(1)
  })

  it('tells a state only when it is another', () => {
    const announcer = createAnnouncer(() => undefined)
    const heard: string[] = []
    announcer.listen((change) => heard.push(change.kind))
    const state = { folder: '/x', entries: 1, readOnly: null, damaged: 0 }
    announcer.tellState(state)
    announcer.tellState({ ...state })
    announcer.tellState({ ...state, entries: 2 })
    expect(heard).toEqual(['state', 'state'])
  })
})

describe('the time of a change', () => {
  it.each([
    ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:05.000Z', '2026-01-01T00:00:05.000Z'],
    ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z'],
    ['2026-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z'],
  ])('after %s, at %s by the clock, is %s', (replaced, now, expected) => {
    expect(laterThan(replaced, new Date(now))).toBe(expected)
  })
})
