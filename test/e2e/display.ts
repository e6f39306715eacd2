// A screen for windows that nobody looks at: the display that is there, or an Xvfb of our own.
import { type ChildProcess, spawn } from 'node:child_process'

export type Display = {
  /** Value for DISPLAY, such as `:77`. */
  readonly name: string
  /** Ends the Xvfb that was started; nothing for a display that was there. */
  readonly stop: () => Promise<void>
}

const size = '1600x1000x24'

// Xvfb chooses a free number itself and writes it to the descriptor.
const numberOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    child.stdio[3]?.on('data', (part: Buffer) => {
      text += part.toString()
      if (text.endsWith('\n')) resolve(text.trim())
    })
    child.once('error', (error) =>
      reject(new Error(`Xvfb did not start (Debian: apt-get install xvfb): ${error.message}`)),
    )
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)))
  })

/** Uses $DISPLAY when it is set, else starts Xvfb with a screen of 1600 by 1000; it ends with this process at the latest. */
export const openDisplay = async (): Promise<Display> => {
  const present = process.env.DISPLAY
  if (present) return { name: present, stop: async () => undefined }
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const end = (): void => void child.kill('SIGTERM')
  process.once('exit', end)
  const name = `:${await numberOf(child)}`
  return {
    name,
    stop: () =>
      new Promise((resolve) => {
        process.off('exit', end)
        child.once('exit', () => resolve())
        if (child.exitCode !== null || child.signalCode !== null) resolve()
        else end()
      }),
  }
}
