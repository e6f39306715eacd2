// How a test starts the app, with or without Spectron: its folder, its environment, and what must be gone afterwards.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findElectron } from '../standin/find-electron.ts'
import { type Control, createControl } from './control.ts'
import { type Display, openDisplay } from './display.ts'
import { commandOf, processesWith, signal, until } from './processes.ts'

export type AppOptions = {
  /** Folder of this test; the profile is in `profile` below it, so that a second start finds the same data. */
  readonly folder: string
  /** Main file of the app; the built product's when it is left out. */
  readonly app?: string
  /** Executable that is started in Electron's place and starts it; Electron itself (or its stand-in) when it is left out. */
  readonly program?: string
  /** Switches for the app, with their dashes. */
  readonly args?: readonly string[]
  readonly environment?: { readonly [name: string]: string }
}
export type Outcome = { readonly exitCode: number | null; readonly stderr: string }

/** The app folder that is started in the product's place and loads it. */
export const harness = join(import.meta.dirname, 'harness')
const product = resolve(import.meta.dirname, '../../out/main/index.js')

/** Variables for the app. NODE_ENV=test would change libraries that the app uses. */
export const environmentFor = (options: AppOptions, control: Control, display: Display): Record<string, string> => ({
  ...options.environment,
  AIDE_E2E_CONTROL: control.folder,
  AIDE_E2E_MAIN: options.app ?? product,
  DISPLAY: display.name,
  NODE_ENV: 'production',
})

/** The app's user data, the same for every start in one folder. */
export const userDataOf = (options: AppOptions): string => join(options.folder, 'profile')
/** A new control folder for one run. */
export const newControl = (options: AppOptions): Control => {
  mkdirSync(options.folder, { recursive: true })
  return createControl(mkdtempSync(join(options.folder, 'control-')))
}

/** Electron refuses to run as root with its sandbox; nobody else runs without it. */
export const rootSwitches = process.getuid?.() === 0 ? ['--no-sandbox'] : []

// The stand-in's watcher ends Chromium once the stand-in is gone, so it must not be ended before it did that.
const isWatcher = (pid: number): boolean => /^\/bin\/sh -c\s+read -r _/.test(commandOf(pid))

/** Ends what a run has left; returns what had to be ended. */
export const endLeftovers = async (control: Control): Promise<readonly string[]> => {
  const left = (): readonly number[] => processesWith(`AIDE_E2E_CONTROL=${control.folder}`)
  await until(() => left().length === 0, 5_000)
  const commands = left().map(commandOf)
  for (const pid of left().filter((candidate) => !isWatcher(candidate))) signal(pid, 'SIGKILL')
  await until(() => left().length === 0, 2_000)
  for (const pid of left()) signal(pid, 'SIGKILL')
  return commands
}

/** Starts the app without driving it (a second instance, refused switches) and waits for its end, 20 seconds at most. */
export const runApp = async (options: AppOptions): Promise<Outcome> => {
  const control = newControl(options)
  const display = await openDisplay()
  const args = [harness, `--user-data-dir=${userDataOf(options)}`, ...rootSwitches, ...(options.args ?? [])]
  const environment = { ...process.env, ...environmentFor(options, control, display) }
  const child = spawn(findElectron().path, args, {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 20_000,
  })
  child.stderr.resume()
  const exitCode = await new Promise<number | null>((done, fail) => {
    child.once('error', fail)
    child.once('close', done)
  })
  await endLeftovers(control)
  await display.stop()
  const stderr = control.stderr()
  rmSync(control.folder, { recursive: true, force: true })
  return { exitCode, stderr }
}
