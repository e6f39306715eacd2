// The one file that knows Spectron: starts the built app in a real window, hands out a client for it, and leaves no
// process behind.
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { findElectron } from '../standin/find-electron.ts'
import type { Client } from './client.ts'
import type { AskedDialog, DialogAnswer, PowerEvent } from './control.ts'
import { openDisplay } from './display.ts'
import {
  type AppOptions,
  endLeftovers,
  environmentFor,
  harness,
  newControl,
  rootSwitches,
  userDataOf,
} from './launch.ts'
import { isRunning, signal, until } from './processes.ts'

export { type AppOptions, type Outcome, runApp } from './launch.ts'

export type RunningApp = {
  readonly client: Client
  /** Electron's main process. */
  readonly pid: number
  readonly userData: string
  /** What the main process wrote to stderr and stdout so far. */
  readonly stderr: () => string
  /** Closes the windows, waits for the app to end by itself and for every process to be gone; throws when it does not. */
  readonly stop: () => Promise<void>
  /** Ends the main process without warning (SIGKILL); throws when anything of it goes on. */
  readonly kill: () => Promise<void>
  /** Answers for the next dialogs, in order. */
  readonly answerDialogs: (answers: readonly DialogAnswer[]) => void
  readonly askedDialogs: () => readonly AskedDialog[]
  /** Crashes the page and switches to the window that comes in its place. */
  readonly crashPage: () => Promise<void>
  /** Does something that replaces the window, and switches to the one that comes in its place. */
  readonly followWindow: (action: () => unknown) => Promise<void>
  /** Has the system tell the app something: that it goes to sleep, say. */
  readonly power: (event: PowerEvent) => void
  /** Chooses an item of the application menu by its id. */
  readonly chooseMenu: (id: string) => void
  /** What is on the clipboard, by format, as main reads it. */
  readonly clipboard: () => Promise<Readonly<Record<string, string>>>
  /** Keeps a picture of the window; returns its path. */
  readonly screenshot: (name: string) => Promise<string>
}
type SpectronApplication = {
  readonly start: () => Promise<unknown>
  readonly client: Client
  readonly chromeDriver: { readonly stop: () => void } | undefined
}
type StatusCheck = (this: { readonly statusUrl: string }, answer: (ready: boolean) => void) => void
const load = createRequire(import.meta.url)
const { Application } = load('spectron') as { readonly Application: new (options: object) => SpectronApplication }

// Spectron asks with an old `got`, whose second try is an unhandled rejection on current Node.
const isDriverReady: StatusCheck = function (answer) {
  fetch(this.statusUrl)
    .then((response) => response.json() as Promise<{ readonly value?: { readonly ready?: boolean } }>)
    .then(({ value }) => answer(value?.ready === true))
    .catch(() => answer(false))
}
Object.assign(load('spectron/lib/chrome-driver').prototype, { isRunning: isDriverReady })

const here = import.meta.dirname
const pictures = join(here, 'pictures')
const waitTimeout = 10_000

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

// ChromeDriver and the app inherit this process's environment; Spectron has no other way once its launcher is not used.
const withEnvironment = async <Value>(
  environment: Record<string, string>,
  action: () => Promise<Value>,
): Promise<Value> => {
  const before = { ...process.env }
  Object.assign(process.env, environment)
  try {
    return await action()
  } finally {
    for (const name of Object.keys(environment)) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
}

const createApplication = async (options: AppOptions): Promise<SpectronApplication> => {
  const port = await freePort()
  const program = options.program ?? findElectron().path
  const args = [`app=${harness}`, `user-data-dir=${userDataOf(options)}`, ...rootSwitches, ...(options.args ?? [])]
  const chromeOptions = { binary: program, args, windowTypes: ['app', 'webview'] }
  return new Application({
    path: program,
    port,
    startTimeout: 30_000,
    waitTimeout,
    // An app that does not come up says why at once; starting it again ten times says no more.
    connectionRetryCount: 1,
    connectionRetryTimeout: 60_000,
    ...(process.env.AIDE_E2E_VERBOSE ? { chromeDriverLogPath: join(options.folder, 'chromedriver.log') } : {}),
    webdriverOptions: { capabilities: { browserName: 'chrome', 'goog:chromeOptions': chromeOptions } },
  })
}

const closeWindows = async (client: Client): Promise<void> => {
  for (const handle of await client.getWindowHandles()) {
    await client.switchToWindow(handle)
    await client.closeWindow()
  }
}

/** Starts the app and waits until its first page can be driven. Rejects with what the app wrote when it does not come up. */
export const startApp = async (options: AppOptions): Promise<RunningApp> => {
  const control = newControl(options)
  const display = await openDisplay()
  const application = await createApplication(options)
  const abandon = async (): Promise<readonly string[]> => {
    application.chromeDriver?.stop()
    const left = await endLeftovers(control)
    await display.stop()
    return left
  }
  const pid = await withEnvironment(environmentFor(options, control, display), () => application.start())
    .then(() => control.pid() ?? Promise.reject(new Error('The app did not start.')))
    .catch(async (error: Error) => {
      await abandon()
      throw new Error(`${error.message}\n${control.stderr()}`, { cause: error })
    })
  const { client } = application
  // Spectron makes every look-up wait; tests say themselves what they wait for.
  await client.setTimeout({ implicit: 0, script: 30_000 })

  const stop = async (): Promise<void> => {
    // A window that is gone already takes ChromeDriver's session with it.
    await closeWindows(client).catch(() => undefined)
    const ended = await until(() => !isRunning(pid), 10_000)
    if (!ended) signal(pid, 'SIGKILL')
    const left = await abandon()
    if (!ended) throw new Error(`The app did not end by itself.\n${control.stderr()}`)
    if (left.length > 0) throw new Error(`Left running after the app ended: ${left.join(' | ')}`)
  }
  const kill = async (): Promise<void> => {
    signal(pid, 'SIGKILL')
    await until(() => !isRunning(pid), 5_000)
    const left = await abandon()
    if (left.length > 0) throw new Error(`Left running after the app was killed: ${left.join(' | ')}`)
  }
  const followWindow = async (action: () => unknown): Promise<void> => {
    const before = await client.getWindowHandles()
    await action()
    const handle = await client.waitUntil(
      async () => (await client.getWindowHandles()).find((candidate) => !before.includes(candidate)),
      { timeout: waitTimeout, timeoutMsg: 'No window came in the place of the one that was there.' },
    )
    if (handle !== undefined) await client.switchToWindow(handle)
  }
  const screenshot = async (name: string): Promise<string> => {
    mkdirSync(pictures, { recursive: true })
    const path = join(pictures, `${name}.png`)
    writeFileSync(path, await client.takeScreenshot(), 'base64')
    return path
  }
  return {
    client,
    pid,
    userData: userDataOf(options),
    stderr: control.stderr,
    stop,
    kill,
    answerDialogs: control.answer,
    askedDialogs: control.asked,
    followWindow,
    crashPage: () => followWindow(() => control.order({ name: 'crash-page' })),
    power: (event) => control.order({ name: 'power', event }),
    clipboard: async () => {
      control.order({ name: 'clipboard' })
      const held: Readonly<Record<string, string>>[] = []
      const look = () => {
        const read = control.clipboard()
        if (read !== null) held.push(read)
        return read !== null
      }
      if (!(await until(look, 5_000))) throw new Error('The clipboard was not read.')
      return held[0] ?? {}
    },
    chooseMenu: (id) => control.order({ name: 'menu', id }),
    screenshot,
  }
}
