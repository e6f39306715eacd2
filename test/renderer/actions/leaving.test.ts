import { describe, expect, it } from 'vitest'
import { failed } from '../../../domain/result.ts'
import { runCommand } from '../../../renderer/actions/commands.ts'
import { askWipe, beginLibrary, cancelLeaving, confirmLeaving } from '../../../renderer/actions/leaving.ts'
import { removeBriefing, showView } from '../../../renderer/actions/reading.ts'
import { briefing, noticeOf, started, withOpen } from './support.ts'

const deleted = { ...briefing, deleted: '2026-11-24T10:00:00.000Z' }
const inBin = { briefings: [deleted] }

describe('deleting for good', () => {
  it('asks first, and does nothing when it is left', async () => {
    const { app, calls } = await withOpen(inBin)
    await runCommand(app, 'briefing.delete-for-good')
    expect(app.store.get().leaving).toMatchObject({ what: 'briefing', id: briefing.id, running: false })
    cancelLeaving(app)
    expect(app.store.get().leaving).toBeNull()
    expect(calls).not.toContain('briefing.delete-for-good')
  })

  it('takes the briefing off the screen and the list, once', async () => {
    const { app, calls } = await withOpen(inBin)
    showView(app, 'bin')
    await runCommand(app, 'briefing.delete-for-good')
    await Promise.all([confirmLeaving(app), confirmLeaving(app)])
    expect(calls.filter((name) => name === 'briefing.delete-for-good')).toHaveLength(1)
    expect(app.store.get().library.rows.has(briefing.id)).toBe(false)
    expect(app.store.get().reading.open.phase).toBe('none')
    expect(app.store.get().leaving).toBeNull()
    expect(noticeOf(app)).toBe('window.notice.briefing-gone')
  })

  it('is not asked of a briefing that is not in the bin, nor while nothing can be written', async () => {
    const living = await withOpen()
    await runCommand(living.app, 'briefing.delete-for-good')
    expect(living.app.store.get().leaving).toBeNull()
    const { failure } = failed('disk-read-only', { file: 'x' })
    const locked = await withOpen({ ...inBin, state: { readOnly: failure } })
    await runCommand(locked.app, 'briefing.delete-for-good')
    expect(locked.app.store.get().leaving).toBeNull()
    expect(noticeOf(locked.app)).toBe('failure.disk-read-only')
  })

  it('that fails says why and leaves the briefing where it was', async () => {
    const { app } = await withOpen({ ...inBin, troubles: { 'briefing.delete-for-good': 'disk-full' } })
    await runCommand(app, 'briefing.delete-for-good')
    await confirmLeaving(app)
    expect(noticeOf(app)).toBe('failure.disk-full')
    expect(app.store.get()).toMatchObject({ leaving: null, reading: { open: { phase: 'ready' } } })
  })
})

describe('wiping the library', () => {
  it('leaves nothing of it on the screen, tells what is left, and begins anew only when asked', async () => {
    const { app, calls } = await withOpen({ left: ['letter.txt'] })
    await removeBriefing(app, briefing.id)
    await runCommand(app, 'library.wipe')
    expect(calls).not.toContain('library.wipe')
    await confirmLeaving(app)
    const state = app.store.get()
    expect(state.library).toMatchObject({
      phase: 'failed',
      failure: { code: 'library-wiped', values: { left: 1, files: 'letter.txt' } },
      state: null,
    })
    expect(state.library.rows.size).toBe(0)
    expect(state.reading.open.phase).toBe('none')
    expect(state.undo).toEqual({ done: [], undone: [] })
    expect(calls).not.toContain('library.begin')
    await beginLibrary(app)
    expect(app.store.get().library.phase).toBe('ready')
  })

  it('that fails says why, and the library is there as before', async () => {
    const { app } = await withOpen({ troubles: { 'library.wipe': 'disk-full' } })
    askWipe(app)
    await confirmLeaving(app)
    expect(noticeOf(app)).toBe('failure.disk-full')
    expect(app.store.get().library.phase).toBe('ready')
    expect(app.store.get().library.rows.size).toBe(2)
  })

  it('lets no other command run while it is asked about', async () => {
    const { app } = await started()
    askWipe(app)
    await runCommand(app, 'briefing.new')
    expect(app.store.get().incoming.step).toBe('none')
  })
})
