// One instance per user data: the first to listen on the folder's socket has the lock. The socket has no file, so a
// process that died has left nothing behind.
import { createHash } from 'node:crypto'
import { connect, createServer, type Server } from 'node:net'

export type SecondStart = { readonly argv: string[]; readonly folder: string; readonly data: unknown }

// Linux's abstract sockets begin with a NUL.
const addressOf = (userData: string): string =>
  `\0standin-${createHash('sha256').update(userData).digest('hex').slice(0, 32)}`

/** The lock of a user data folder; `onSecond` hears of later starts while this process holds it. */
export const createInstanceLock = (onSecond: (start: SecondStart) => void) => {
  let server: Server | null = null
  let handover: Promise<void> = Promise.resolve()

  const receive = (text: string): void => onSecond(JSON.parse(text) as SecondStart)
  const listen = (address: string): Server | null => {
    const candidate = createServer({ allowHalfOpen: true }, (socket) => {
      const parts: Buffer[] = []
      socket.on('error', () => undefined)
      socket.on('data', (part) => parts.push(part))
      socket.on('end', () => {
        receive(Buffer.concat(parts).toString())
        socket.end('received')
      })
    })
    candidate.on('error', () => undefined)
    candidate.listen(address)
    // Binding happens at once; only the event comes later.
    if (!candidate.listening) return null
    candidate.unref()
    return candidate
  }
  const tell = (address: string, start: SecondStart): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(address, () => socket.end(JSON.stringify(start)))
      socket.setTimeout(5_000, () => socket.destroy())
      socket.on('error', () => undefined)
      socket.on('close', () => resolve())
      socket.resume()
    })

  return {
    /** True when this process has the lock; else the holder is told of this start. */
    request: (userData: string, start: SecondStart): boolean => {
      if (server !== null) return true
      const address = addressOf(userData)
      server = listen(address)
      if (server === null) handover = tell(address, start)
      return server !== null
    },
    release: (): void => {
      server?.close()
      server = null
    },
    has: (): boolean => server !== null,
    /** Resolves when the holder has been told, or could not be. */
    told: (): Promise<void> => handover,
  }
}
