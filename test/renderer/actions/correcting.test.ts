// Readings put right: in a text under review before anything is stored, and in a stored briefing edit by edit.
import { describe, expect, it, vi } from 'vitest'
import type { Bridge } from '../../../domain/contract.ts'
import type { App } from '../../../renderer/actions/app.ts'
import { runCommand } from '../../../renderer/actions/commands.ts'
import {
  editReading,
  endTyping,
  startCorrecting,
  stopCorrecting,
  typeInField,
} from '../../../renderer/actions/correcting.ts'
import { readText } from '../../../renderer/actions/incoming.ts'
import { openBriefing, removeBriefing } from '../../../renderer/actions/reading.ts'
import { leaveWindow } from '../../../renderer/actions/start.ts'
import type { Scene } from '../dev/fake-bridge.ts'
import { briefing, noticeOf, scene, source, started, title, withOpen } from './support.ts'

describe('correcting a stored reading', () => {
  const briefingOf = (app: App) => {
    const { open } = app.store.get().reading
    if (open.phase !== 'ready') throw new Error('nothing is open')
    return open.briefing
  }

  async function correcting(more: Partial<Scene> = {}) {
    const made = await withOpen(more)
    await startCorrecting(made.app)
    return made
  }

  it('stores every edit as it is made, and undo and redo send the corrections of before and after', async () => {
    const { app, bridge } = await correcting()
    const stored = async () => {
      const opened = await bridge.call('briefing.open', { id: briefing.id })
      return opened.ok ? opened.value.briefing.corrections.title : undefined
    }
    expect(await editReading(app, title('A meeting in Oslo'))).toBe(true)
    expect(await stored()).toBe('A meeting in Oslo')
    expect(briefingOf(app).corrections.title).toBe('A meeting in Oslo')
    await runCommand(app, 'edit.undo-action')
    expect(await stored()).toBeUndefined()
    await runCommand(app, 'edit.redo-action')
    expect(await stored()).toBe('A meeting in Oslo')
  })

  it('keeps edits made faster than main answers, each on the one before', async () => {
    const { app } = await correcting()
    const place = { kind: 'set', list: 'head', field: 'place', value: 'Bergen' } as const
    await Promise.all([editReading(app, title('One')), editReading(app, place), editReading(app, title('Two'))])
    expect(briefingOf(app).corrections).toMatchObject({ title: 'Two', place: 'Bergen' })
    await runCommand(app, 'edit.undo-action')
    expect(briefingOf(app).corrections).toMatchObject({ title: 'One', place: 'Bergen' })
  })

  it('says why an edit could not be kept, and leaves nothing to undo', async () => {
    const { app } = await correcting({ troubles: { 'briefing.correct': 'disk-full' } })
    expect(await editReading(app, title('Lost?'))).toBe(false)
    expect(noticeOf(app)).toBe('failure.disk-full')
    expect(briefingOf(app).corrections).toEqual({})
    expect(app.store.get().undo.done).toEqual([])
  })

  it('shows what somebody else has changed instead of writing over it', async () => {
    const { app, bridge } = await correcting()
    const theirs = { id: briefing.id, corrections: { title: 'Theirs' }, basedOn: briefingOf(app).modified }
    const before = briefingOf(app)
    await bridge.call('briefing.correct', theirs)
    await vi.waitFor(() => expect(briefingOf(app).corrections.title).toBe('Theirs'))
    app.store.dispatch({ slice: 'reading', type: 'corrected', briefing: before })
    expect(await editReading(app, title('Ours'))).toBe(false)
    expect(noticeOf(app)).toBe('failure.briefing-changed')
    expect(briefingOf(app).corrections.title).toBe('Theirs')
  })

  const draftOf = async ({ bridge }: { readonly bridge: Bridge }) => {
    const session = await bridge.call('session.get', {})
    return session.ok ? session.value.draft : undefined
  }

  it('keeps what is being typed in a field, half a date too, until it is kept or given up', async () => {
    const made = await correcting()
    typeInField(made.app, { field: 'head date', text: '2024-0' }, null)
    expect(await draftOf(made)).toEqual({ kind: 'field', briefingId: briefing.id, field: 'head date', text: '2024-0' })
    endTyping(made.app)
    expect(await draftOf(made)).toBeNull()
  })

  it('opens the field again with its words after a crash', async () => {
    const draft = { kind: 'field', briefingId: briefing.id, field: 'head date', text: '2024-0' } as const
    const { app } = await started({ draft })
    expect(app.store.get()).toMatchObject({ correcting: briefing.id, resumed: { field: 'head date', text: '2024-0' } })
    stopCorrecting(app)
    await startCorrecting(app)
    expect(app.store.get().resumed).toBeNull()
  })

  it('opens no field of a briefing that is in the bin or gone', async () => {
    const draft = { kind: 'field', briefingId: briefing.id, field: 'head date', text: '2024-0' } as const
    const inBin = { ...briefing, deleted: '2024-05-02T00:00:00.000Z' }
    for (const briefings of [[inBin], []]) {
      const { app } = await started({ draft, briefings })
      expect(app.store.get()).toMatchObject({ correcting: null, resumed: null })
    }
  })

  it('ends when an undo opens another briefing, so that the former does not come up in correction later', async () => {
    const { app } = await started()
    const [, other] = scene.briefings
    if (other === undefined) throw new Error('the scene has two briefings')
    await removeBriefing(app, other.id)
    await openBriefing(app, briefing.id)
    await startCorrecting(app)
    await runCommand(app, 'edit.undo-action')
    expect(app.store.get().reading.open).toMatchObject({ id: other.id })
    expect(app.store.get().correcting).toBeNull()
  })

  it('leaves the library’s commands alone until it is ended', async () => {
    const { app } = await correcting()
    await runCommand(app, 'view.bin')
    expect(app.store.get().library.view).toBe('library')
    stopCorrecting(app)
    await runCommand(app, 'view.bin')
    expect(app.store.get().library.view).toBe('bin')
  })
})

describe('edits of a text under review', () => {
  it('are undone and done again before anything is stored', async () => {
    const { app, calls } = await started()
    await readText(app, 'Some words.', source)
    await editReading(app, title('One'))
    await editReading(app, title('Two'))
    await runCommand(app, 'edit.undo-action')
    expect(app.store.get().incoming).toMatchObject({ edits: { now: { title: 'One' } } })
    await runCommand(app, 'edit.redo-action')
    expect(app.store.get().incoming).toMatchObject({ edits: { now: { title: 'Two' } } })
    await runCommand(app, 'edit.redo-action')
    expect(noticeOf(app)).toBe('window.notice.nothing-to-redo')
    expect(calls).not.toContain('briefing.correct')
  })

  it('go back with an undo to the draft as well', async () => {
    const { app, bridge } = await started()
    await readText(app, 'Some words.', source)
    await editReading(app, title('One'))
    await runCommand(app, 'edit.undo-action')
    leaveWindow(app)
    const session = await bridge.call('session.get', {})
    expect(session.ok && session.value.draft).toMatchObject({ corrections: {} })
  })
})
