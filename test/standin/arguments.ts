// Reads the command line as Electron does: the app to run, Chromium's switches, and the rest.
import { resolve } from 'node:path'

export type Arguments = {
  /** Folder, or script, of the app. */
  readonly app: string
  /** Given `--user-data-dir`, or null. */
  readonly userDataDir: string | null
  /** All `--name` and `--name=value` in front, without the dashes. */
  readonly switches: ReadonlyMap<string, string>
}

/** Splits one switch; null for what is none. */
export const parseSwitch = (argument: string): readonly [string, string] | null => {
  const match = /^--([^=]+)(?:=(.*))?$/s.exec(argument)
  return match?.[1] === undefined ? null : [match[1], match[2] ?? '']
}

/**
 * Reads what follows the executable. ChromeDriver names the app as `--app=PATH`, puts `--` before positional arguments
 * and adds `data:,`, which is left out. Returns null when no app is named.
 */
export const parseArguments = (argv: readonly string[], folder: string): Arguments | null => {
  const switches = new Map(argv.map(parseSwitch).filter((entry) => entry !== null))
  const positional = argv.filter((argument) => !argument.startsWith('-') && argument !== 'data:,')
  const app = switches.get('app') ?? positional[0]
  if (app === undefined || app === '') return null
  const userDataDir = switches.get('user-data-dir')
  return {
    app: resolve(folder, app),
    userDataDir: userDataDir ? resolve(folder, userDataDir) : null,
    switches,
  }
}
