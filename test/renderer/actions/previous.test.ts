import { describe, expect, it } from 'vitest'
import type { PreviousVersion } from '../../../domain/previous-version.ts'
import { failed } from '../../../domain/result.ts'
import type { App } from '../../../renderer/actions/app.ts'
import { runCommand } from '../../../renderer/actions/commands.ts'
import { choosePrevious, closePrevious, loadPrevious, restoreChosen } from '../../../renderer/actions/previous.ts'
import { undo } from '../../../renderer/actions/undo.ts'
import { briefing, noticeOf, started, withOpen } from './support.ts'

const changes = {
  title: true,
  reading: false,
  bin: false,
  texts: 0,
  notesAdded: 0,
  notesChanged: 0,
  notesRemoved: 0,
}
const version = (minute: number, title: string): PreviousVersion => ({
  moment: `2026-11-24T12:0${minute}:00.000Z`,
  title,
  opening: 'The two sides met.',
  texts: 1,
  notes: 1,
  changes,
})
const previous = [version(2, 'Second'), version(1, 'First')]
const titleOf = ({ store }: App) => {
  const { open } = store.get().reading
  return open.phase === 'ready' ? open.briefing.corrections.title : null
}

describe('the list of previous versions', () => {
  it('opens with the newest chosen, and nothing else is done while it is open', async () => {
    const { app } = await withOpen({ previous })
    await runCommand(app, 'briefing.previous')
    expect(app.store.get().previous).toMatchObject({ step: 'ready', versions: previous, chosen: previous[0]?.moment })
    await runCommand(app, 'briefing.delete')
    expect(app.store.get().library.rows.get(briefing.id)?.deleted).toBeNull()
    closePrevious(app)
    expect(app.store.get().previous).toEqual({ step: 'none' })
  })

  it('is not opened where no briefing is', async () => {
    const { app, calls } = await started({ previous })
    await runCommand(app, 'briefing.previous')
    expect(calls).not.toContain('briefing.previous')
  })

  it('says why it can’t be read, and is there when tried again', async () => {
    const { app } = await withOpen({ previous, failsOnce: { 'briefing.previous': 'disk-full' } })
    await runCommand(app, 'briefing.previous')
    expect(app.store.get().previous).toMatchObject({ step: 'failed', failure: { code: 'disk-full' } })
    await loadPrevious(app, briefing.id)
    expect(app.store.get().previous).toMatchObject({ step: 'ready' })
  })

  it('closed before it was there stays closed', async () => {
    const { app } = await withOpen({ previous })
    const asked = loadPrevious(app, briefing.id)
    closePrevious(app)
    await asked
    expect(app.store.get().previous).toEqual({ step: 'none' })
  })
})

describe('bringing a previous version back', () => {
  it('shows it, closes the list and can be undone', async () => {
    const { app } = await withOpen({ previous })
    await runCommand(app, 'briefing.previous')
    choosePrevious(app, previous[1]?.moment ?? '')
    await restoreChosen(app)
    await expect.poll(() => titleOf(app)).toBe('First')
    expect(app.store.get().previous).toEqual({ step: 'none' })
    expect(noticeOf(app)).toBe('window.previous.restored')
    await undo(app)
    await expect.poll(() => titleOf(app)).toBe('Second')
    expect(noticeOf(app)).toBe('window.notice.undone')
  })

  it('that fails says so in the list, which stays', async () => {
    const { app } = await withOpen({ previous, troubles: { 'briefing.restore-previous': 'disk-full' } })
    await runCommand(app, 'briefing.previous')
    await restoreChosen(app)
    expect(app.store.get().previous).toMatchObject({ step: 'ready', busy: false, failure: { code: 'disk-full' } })
    expect(app.store.get().undo.done).toEqual([])
  })

  it('is not tried where nothing can be written', async () => {
    const readOnly = failed('disk-read-only').failure
    const { app, calls } = await withOpen({ previous, state: { readOnly } })
    await runCommand(app, 'briefing.previous')
    await restoreChosen(app)
    expect(calls).not.toContain('briefing.restore-previous')
    expect(noticeOf(app)).toBe('failure.disk-read-only')
  })
})
