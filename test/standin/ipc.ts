// ipcMain: the app's handlers, and the way of one call from the page's preload script to them.
import { nodeCodec } from './codec.ts'
import type { Downward, Upward } from './page-world.ts'
import { provided } from './provided.ts'

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown
type Invocation = Extract<Upward, { kind: 'invoke' }>

const textOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error))

/** Makes ipcMain and the function that answers a page's call through it. */
export const createIpc = () => {
  const handlers = new Map<string, Handler>()
  const codec = nodeCodec()

  const handle = (channel: string, handler: Handler): void => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  }
  const ipcMain = provided('ipcMain', {
    handle,
    handleOnce: (channel: string, handler: Handler): void =>
      handle(channel, (event, ...args) => {
        handlers.delete(channel)
        return handler(event, ...args)
      }),
    removeHandler: (channel: string): void => void handlers.delete(channel),
  } satisfies Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>)

  /** Calls the handler; what it throws becomes the message that Electron would give the page. */
  const answer = async (event: Electron.IpcMainInvokeEvent, call: Invocation): Promise<Downward> => {
    const failure = (text: string): Downward => ({
      kind: 'answer',
      id: call.id,
      ok: false,
      value: `Error invoking remote method '${call.channel}': ${text}`,
    })
    const handler = handlers.get(call.channel)
    if (handler === undefined) return failure(`Error: No handler registered for '${call.channel}'`)
    try {
      const value = await handler(event, ...(codec.decode(call.args) as unknown[]))
      return { kind: 'answer', id: call.id, ok: true, value: codec.encode(value) }
    } catch (error) {
      process.stderr.write(
        `Error occurred in handler for '${call.channel}': ${error instanceof Error ? error.stack : error}\n`,
      )
      return failure(textOf(error))
    }
  }
  return { ipcMain, answer }
}

export type Ipc = ReturnType<typeof createIpc>
