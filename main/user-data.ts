// The user's own folder of the app, where Electron's `userData` is, for the command line, which runs without Electron.
import { homedir } from 'node:os'
import { join } from 'node:path'

const name = 'aide-memoire'

/** What decides where it is. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Absolute path of the app's folder for this user. In: environment variables and `process.platform`. The rules are those of the
 * systems: XDG base directories, Application Support, roaming AppData.
 */
export function userDataFolder(environment: Environment, platform: NodeJS.Platform): string {
  const home = homedir()
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name)
  if (platform === 'win32') return join(environment.APPDATA || join(home, 'AppData', 'Roaming'), name)
  return join(environment.XDG_CONFIG_HOME || join(home, '.config'), name)
}

/** Absolute path of the app's own library in its folder for this user (Electron's `userData`). */
export function libraryIn(userData: string): string {
  return join(userData, 'library')
}

/** Absolute path of the library that the app opens by itself, for what runs without Electron. */
export function ownLibraryFolder(environment: Environment, platform: NodeJS.Platform): string {
  return libraryIn(userDataFolder(environment, platform))
}
