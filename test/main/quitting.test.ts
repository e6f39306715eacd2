import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { closeBeforeQuit, closingTakes } from '../../main/quitting.ts'

/** An app that records how it ends. */
function recordingApp() {
  const exits: number[] = []
  const app = Object.assign(new EventEmitter(), { exit: (code: number) => exits.push(code) })
  const quit = () => {
    const event = { prevented: false, preventDefault: () => Object.assign(event, { prevented: true }) }
    app.emit('will-quit', event)
    return event.prevented
  }
  return { app: app as unknown as Pick<App, 'on' | 'exit'>, exits, quit }
}

describe('quitting', () => {
  it('waits until all is closed, then ends the app once', async () => {
    const { app, exits, quit } = recordingApp()
    const closing = Promise.withResolvers<void>()
    const quitting = closeBeforeQuit(app, () => closing.promise, console.error)
    expect(quitting.isQuitting()).toBe(false)
    expect(quit()).toBe(true)
    expect(quit()).toBe(true)
    expect(quitting.isQuitting()).toBe(true)
    expect(exits).toEqual([])
    closing.resolve()
    await vi.waitFor(() => expect(exits).toEqual([0]))
  })

  it('does not wait for ever for a disk that never answers, and says so', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { app, exits, quit } = recordingApp()
    const troubles: unknown[] = []
    closeBeforeQuit(
      app,
      () => new Promise(() => {}),
      (trouble) => troubles.push(trouble),
    )
    quit()
    await vi.advanceTimersByTimeAsync(closingTakes)
    expect(exits).toEqual([0])
    expect(troubles).toHaveLength(1)
  })

  it('ends although closing failed, and reports why', async () => {
    const { app, exits, quit } = recordingApp()
    const troubles: unknown[] = []
    closeBeforeQuit(
      app,
      () => Promise.reject(new Error('disk full')),
      (trouble) => troubles.push(trouble),
    )
    quit()
    await vi.waitFor(() => expect(exits).toEqual([0]))
    expect(troubles).toHaveLength(1)
  })
})
