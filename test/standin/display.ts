// The size of the screen, asked of the X server itself: the first answer on its socket says it.
import { connect } from 'node:net'
import { emitterWith } from './provided.ts'

const assumed: Electron.Size = { width: 1440, height: 900 }

// X11 connection setup: little endian, protocol 11.0, no authorisation.
const hello = Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0])

/** Reads a setup answer; null when the server refused or the answer is not whole. */
export const screenSizeOf = (answer: Buffer): Electron.Size | null => {
  if (answer.length < 40 || answer[0] !== 1) return null
  const vendor = answer.readUInt16LE(24)
  const formats = answer.readUInt8(29)
  const screen = 40 + Math.ceil(vendor / 4) * 4 + formats * 8
  if (answer.length < screen + 24) return null
  return { width: answer.readUInt16LE(screen + 20), height: answer.readUInt16LE(screen + 22) }
}

/** Size of the screen of an X display such as `:77`, in pixels; 1440 by 900 where it cannot be asked. */
export const screenSize = (display: string | undefined): Promise<Electron.Size> =>
  new Promise((resolve) => {
    const number = /^(?:unix)?:(\d+)/.exec(display ?? '')?.[1]
    if (number === undefined) return resolve(assumed)
    const socket = connect(`/tmp/.X11-unix/X${number}`)
    const parts: Buffer[] = []
    const finish = (size: Electron.Size): void => {
      socket.destroy()
      resolve(size)
    }
    socket.setTimeout(2_000, () => finish(assumed))
    socket.on('error', () => finish(assumed))
    socket.on('end', () => finish(assumed))
    socket.on('connect', () => socket.write(hello))
    socket.on('data', (part) => {
      parts.push(part)
      const size = screenSizeOf(Buffer.concat(parts))
      if (size !== null) finish(size)
    })
  })

/** Makes the `screen` module with one display. */
export const createScreen = (size: () => Electron.Size) => {
  const display = (): Electron.Display => {
    const bounds = { x: 0, y: 0, ...size() }
    return {
      id: 1,
      label: 'stand-in',
      bounds,
      workArea: bounds,
      size: size(),
      workAreaSize: size(),
      scaleFactor: 1,
      rotation: 0,
      internal: false,
    } as unknown as Electron.Display
  }
  return emitterWith('screen', ['display-added', 'display-removed', 'display-metrics-changed'], {
    getAllDisplays: () => [display()],
    getPrimaryDisplay: display,
    getDisplayMatching: (_area: Electron.Rectangle) => display(),
    getDisplayNearestPoint: (_point: Electron.Point) => display(),
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  } satisfies Partial<Electron.Screen>)
}
