// The DevTools protocol over one socket, with flat sessions: a command returns a promise, events go to one listener.
import WebSocket from 'ws'

/** The loosely typed object that a protocol command returns or an event carries. */
// biome-ignore lint/suspicious/noExplicitAny: the protocol's types are not installed; every use reads documented fields
export type Fields = Record<string, any>
export type ProtocolEvent = { readonly method: string; readonly params: Fields; readonly sessionId: string | undefined }

export type DevTools = {
  /** Sends a command to the browser or, with a session id, to a target. Rejects with the protocol's message. */
  readonly send: (method: string, params?: Fields, sessionId?: string) => Promise<Fields>
  readonly onEvent: (listener: (event: ProtocolEvent) => void) => void
  /** Called once when the socket closes, for whatever reason. */
  readonly onClose: (listener: () => void) => void
  readonly close: () => void
}

type Pending = {
  readonly resolve: (fields: Fields) => void
  readonly reject: (error: Error) => void
  readonly method: string
}

/** Connects to Chromium's browser endpoint (a `ws:` address). */
export const connectDevTools = async (address: string): Promise<DevTools> => {
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 1024 ** 3 })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const pending = new Map<number, Pending>()
  const listeners: ((event: ProtocolEvent) => void)[] = []
  const closers: (() => void)[] = []
  let last = 0

  const answer = (id: number, message: Fields): void => {
    const entry = pending.get(id)
    pending.delete(id)
    if (message.error === undefined) entry?.resolve(message.result)
    else entry?.reject(new Error(`${entry.method}: ${message.error.message}`))
  }
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as Fields
    if (message.id !== undefined) answer(message.id, message)
    else
      for (const listener of listeners)
        listener({ method: message.method, params: message.params, sessionId: message.sessionId })
  })
  socket.on('error', () => undefined)
  socket.once('close', () => {
    for (const entry of pending.values()) entry.reject(new Error(`${entry.method}: Chromium is gone`))
    pending.clear()
    for (const closer of closers) closer()
  })

  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== WebSocket.OPEN) return reject(new Error(`${method}: Chromium is gone`))
        last += 1
        pending.set(last, { resolve, reject, method })
        socket.send(JSON.stringify({ id: last, method, params, sessionId }))
      }),
    onEvent: (listener) => void listeners.push(listener),
    onClose: (listener) => void closers.push(listener),
    close: () => socket.close(),
  }
}
