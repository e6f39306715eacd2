import { describe, expect, it } from 'vitest'
import { failed } from '../../../domain/result.ts'
import { runCommand } from '../../../renderer/actions/commands.ts'
import { dismissRepair, repairLibrary } from '../../../renderer/actions/repairing.ts'
import { noticeOf, started, withOpen } from './support.ts'

const unrepaired = [{ file: 'entries/aa/x.json', problem: 'This file can’t be read.' }]

describe('repairing from the window', () => {
  it('sends what is being written first, says what was repaired, and reads again what is open', async () => {
    const { app, calls } = await withOpen({ state: { damaged: 2 } })
    calls.length = 0
    const running = repairLibrary(app)
    expect(app.store.get().library.repair).toBe('running')
    await running
    expect(app.store.get().library).toMatchObject({
      repair: { repaired: 2, remaining: [] },
      state: { damaged: 0 },
    })
    expect(calls).toEqual(['library.repair', 'library.state', 'library.rows', 'briefing.open'])
    dismissRepair(app)
    expect(app.store.get().library.repair).toBeNull()
  })

  it('keeps telling what remains', async () => {
    const { app } = await started({ state: { damaged: 3 }, unrepaired })
    await runCommand(app, 'library.repair')
    expect(app.store.get().library).toMatchObject({
      repair: { repaired: 2, remaining: unrepaired },
      state: { damaged: 1 },
    })
  })

  it('runs once, however often it is asked for', async () => {
    const { app, calls } = await started({ state: { damaged: 1 } })
    await Promise.all([repairLibrary(app), repairLibrary(app), runCommand(app, 'library.repair')])
    expect(calls.filter((name) => name === 'library.repair')).toHaveLength(1)
  })

  it('says so when nothing is damaged', async () => {
    const { app } = await started()
    await repairLibrary(app)
    expect(noticeOf(app)).toBe('window.repair.nothing')
    expect(app.store.get().library.repair).toBeNull()
  })

  it('says why it failed, and can be tried again', async () => {
    const { app } = await started({ state: { damaged: 1 }, failsOnce: { 'library.repair': 'disk-full' } })
    await repairLibrary(app)
    expect(noticeOf(app)).toBe('failure.disk-full')
    await repairLibrary(app)
    expect(app.store.get().library.repair).toMatchObject({ repaired: 1 })
  })

  it('is possible where library.json itself forbids writing, and not where another has the library', async () => {
    const { failure: damaged } = failed('library-damaged', { file: 'library.json' })
    const mended = await started({ state: { readOnly: damaged } })
    await repairLibrary(mended.app)
    expect(mended.app.store.get().library.state?.readOnly).toBeNull()
    const { failure: locked } = failed('library-locked', { host: 'h', pid: 1 })
    const { app, calls } = await started({ state: { readOnly: locked, damaged: 1 } })
    await repairLibrary(app)
    expect(noticeOf(app)).toBe('failure.library-locked')
    expect(calls).not.toContain('library.repair')
  })
})
