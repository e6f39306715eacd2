import { describe, expect, it } from 'vitest'
import { failed } from '../../../domain/result.ts'
import { followReading, readAgain, stopReading } from '../../../renderer/actions/reading-again.ts'
import { noticeOf, started } from './support.ts'

describe('reading again', () => {
  it('shows how far it is until it is stopped, and says what was left', async () => {
    const { app } = await started({ state: { older: 128 } })
    await readAgain(app)
    expect(app.store.get().library.progress).toMatchObject({ done: 37, total: 128 })
    await stopReading(app)
    expect(app.store.get().library.progress).toBeNull()
    expect(noticeOf(app)).toBe('window.older.stopped')
  })

  it('says why it ended early', async () => {
    const { app } = await started()
    const { failure } = failed('disk-full')
    followReading(app, { done: 3, total: 9, changed: 1, running: false, failure })
    expect(noticeOf(app)).toBe('failure.disk-full')
  })

  it('is not begun where nothing can be written', async () => {
    const { app, calls } = await started({ state: { readOnly: failed('disk-read-only').failure } })
    await readAgain(app)
    expect(calls).not.toContain('library.read-again')
  })
})
