import { expect, it, vi } from 'vitest'
import type { Bridge } from '../../../domain/contract.ts'

const electron = vi.hoisted(() => ({
  invoke: vi.fn(() => Promise.resolve({ ok: true, value: null })),
  on: vi.fn(),
  exposeInMainWorld: vi.fn(),
}))
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: electron.exposeInMainWorld },
  ipcRenderer: { invoke: electron.invoke, on: electron.on },
}))
await import('../../../main/preload/index.ts')
// Taken before the first test: the runner forgets calls between tests.
const exposures = electron.exposeInMainWorld.mock.calls.length
const [name, bridge] = electron.exposeInMainWorld.mock.calls[0] as [string, Bridge]
const [channel, arrive] = electron.on.mock.calls[0] as [string, (event: unknown, ...args: readonly unknown[]) => void]

it('the page gets exactly two functions', () => {
  expect(name).toBe('aideMemoire')
  expect(Object.keys(bridge).sort()).toEqual(['call', 'on'])
  expect(exposures).toBe(1)
})

it('a call goes out on one channel with its name and arguments', async () => {
  await bridge.call('briefing.open', { id: 'x' })
  expect(electron.invoke).toHaveBeenCalledWith('aide:call', 'briefing.open', { id: 'x' })
})

it('an event reaches those who listen to it, without Electron’s own event, until they stop', () => {
  const listener = vi.fn()
  const other = vi.fn()
  const stop = bridge.on('command', listener)
  bridge.on('settings.changed', other)
  expect(channel).toBe('aide:event')
  arrive({ sender: 'secret' }, 'command', { id: 'briefing.new' })
  expect(listener.mock.calls).toEqual([[{ id: 'briefing.new' }]])
  stop()
  arrive({}, 'command', { id: 'briefing.new' })
  arrive({}, 42, {})
  expect(listener).toHaveBeenCalledOnce()
  expect(other).not.toHaveBeenCalled()
})
