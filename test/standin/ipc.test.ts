import { expect, test, vi } from 'vitest'
import { nodeCodec } from './codec.ts'
import { createIpc } from './ipc.ts'

const codec = nodeCodec()
const event = {} as Electron.IpcMainInvokeEvent
const call = (channel: string, ...args: unknown[]) =>
  ({ kind: 'invoke', id: 7, channel, args: codec.encode(args) }) as const

test('a handler gets the arguments and its value is the answer', async () => {
  const { ipcMain, answer } = createIpc()
  ipcMain.handle('add', (_event, ...numbers) => Number(numbers[0]) + Number(numbers[1]))
  expect(await answer(event, call('add', 1, 2))).toEqual({ kind: 'answer', id: 7, ok: true, value: '3' })
})

test.each([
  ['a failing handler', 'fail', "Error invoking remote method 'fail': TypeError: no"],
  ['no handler', 'none', "Error invoking remote method 'none': Error: No handler registered for 'none'"],
  ['an answer that cannot be sent', 'odd', "Error invoking remote method 'odd': Error: An object could not be cloned."],
])('%s is told in Electron’s words', async (_name, channel, value) => {
  const quiet = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const { ipcMain, answer } = createIpc()
  ipcMain.handle('fail', () => {
    throw new TypeError('no')
  })
  ipcMain.handle('odd', () => () => 1)
  expect(await answer(event, call(channel))).toEqual({ kind: 'answer', id: 7, ok: false, value })
  quiet.mockRestore()
})

test('a channel has one handler', () => {
  const { ipcMain } = createIpc()
  ipcMain.handle('x', () => 1)
  expect(() => ipcMain.handle('x', () => 2)).toThrow(/second handler for 'x'/)
  ipcMain.removeHandler('x')
  ipcMain.handle('x', () => 2)
})
