// Starts the machine's Chromium without letting it call home, and makes sure it never outlives the app.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, watch as watchFolder, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createProfile, switchesFor } from './chromium-profile.ts'

export type Chromium = {
  /** The browser's DevTools address. */
  readonly address: string
  /** Opens a window of its own, without tabs or address bar, at a Chromium address. */
  readonly openWindow: (url: string) => void
  /** Resolves when Chromium has ended, or after `milliseconds`. */
  readonly ended: (milliseconds: number) => Promise<void>
  /** Tells Chromium to end; what is left of it goes when this process has ended. */
  readonly end: () => void
}
export type ChromiumOptions = {
  /** Switches of the app or the command line that may reach Chromium, without dashes. */
  readonly switches: ReadonlyMap<string, string>
  /** Where ChromeDriver waits for the file that names the port, or null. */
  readonly announceIn: string | null
}

// Debian's /usr/bin/chromium is a script that adds switches; the program itself comes first.
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const candidates = (): readonly string[] => [
  ...(process.env.CHROMIUM ? [process.env.CHROMIUM] : []),
  '/usr/lib/chromium/chromium',
  ...(process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
]

/** Path of a Chromium on this machine: $CHROMIUM, Debian's, then PATH. Null when there is none. */
export const findChromium = (): string | null => candidates().find((path) => existsSync(path)) ?? null

// Runs until this process is gone, however it went: its end of the pipe closes then. Chromium is asked to end first,
// because its crash handlers outlive one that is killed.
const watcherScript = `
read -r _
kill -TERM "$1" 2>/dev/null
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do kill -0 "$1" 2>/dev/null || break; sleep 0.1; done
kill -KILL -- "-$1" 2>/dev/null
for i in 1 2 3; do rm -rf "$2"; sleep 0.05; done
rm -rf "$2"`

// Ends Chromium and removes its profile when this process is gone.
const watch = (pid: number, profile: string): void => {
  const watcher = spawn('/bin/sh', ['-c', watcherScript, 'sh', String(pid), profile], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.unref()
}

const portFile = 'DevToolsActivePort'

/** Resolves when Chromium has written the whole file with its port; rejects when it ended before. */
const portOf = (profile: string, child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    const read = (): void => {
      const path = join(profile, portFile)
      const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
      if (!/^\d+\n\/devtools\/browser\/[\w-]{36}/.test(text)) return
      watcher.close()
      resolve(text)
    }
    const watcher = watchFolder(profile, read)
    child.once('exit', (code, signal) => {
      watcher.close()
      reject(new Error(`Chromium ended before it could be used (${signal ?? code}).`))
    })
    child.once('error', reject)
    read()
  })

/** Starts Chromium with a new temporary profile. Rejects when there is none or it does not come up. */
export const startChromium = async (options: ChromiumOptions): Promise<Chromium> => {
  const path = findChromium()
  if (path === null)
    throw new Error('No Chromium was found. Install it (Debian: apt-get install chromium) or set CHROMIUM.')
  const profile = createProfile()
  const switches = switchesFor(profile, options.switches)
  // Chromium's own chatter about a missing D-Bus or GPU says nothing about the app.
  const environment = { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'disabled:' }
  const child = spawn(path, [...switches, '--no-startup-window'], { stdio: 'ignore', env: environment, detached: true })
  if (child.pid !== undefined) watch(child.pid, profile)
  const port = await portOf(profile, child)
  if (options.announceIn !== null) {
    mkdirSync(options.announceIn, { recursive: true })
    writeFileSync(join(options.announceIn, portFile), port)
  }
  const [number, route] = port.split('\n')
  const messengers = new Set<ChildProcess>()
  return {
    address: `ws://127.0.0.1:${number}${route}`,
    openWindow: (url) => {
      // A second start with the same profile hands its window over to the first and ends.
      const messenger = spawn(path, [...switches, `--app=${url}`], { stdio: 'ignore', env: environment })
      messengers.add(messenger)
      messenger.on('error', () => undefined).on('exit', () => messengers.delete(messenger))
    },
    ended: (milliseconds) =>
      new Promise((resolve) => {
        setTimeout(resolve, milliseconds).unref()
        child.once('exit', () => resolve())
      }),
    end: () => {
      for (const messenger of messengers) messenger.kill('SIGKILL')
      child.kill('SIGTERM')
      if (options.announceIn !== null) rmSync(join(options.announceIn, portFile), { force: true })
    },
  }
}
