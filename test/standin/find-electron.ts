// Electron itself when its runtime is on this machine, else the stand-in. Electron's own package is never asked for its
// path: that starts a download.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export type FoundElectron = {
  readonly kind: 'electron' | 'stand-in'
  /** The executable: `path app-folder [switches]`. */
  readonly path: string
  /** Version of Electron that runs, or that the stand-in takes the place of. */
  readonly version: string
}

const root = resolve(import.meta.dirname, '../..')
const packageFolder = join(root, 'node_modules/electron')

const read = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8').trim() : null)

// path.txt is written by Electron's installer and names the executable inside dist.
const defaultName = (): string => {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/** Looks in $ELECTRON_OVERRIDE_DIST_PATH, then in the installed package; the stand-in is always there. */
export const findElectron = (environment: NodeJS.ProcessEnv = process.env): FoundElectron => {
  const name = read(join(packageFolder, 'path.txt')) ?? defaultName()
  const folders = [environment.ELECTRON_OVERRIDE_DIST_PATH, join(packageFolder, 'dist')]
  const folder = folders.find((candidate) => candidate && existsSync(join(candidate, name)))
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { readonly version: string }
  if (folder === undefined)
    return { kind: 'stand-in', path: join(import.meta.dirname, 'electron'), version: manifest.version }
  return { kind: 'electron', path: join(folder, name), version: read(join(folder, 'version')) ?? manifest.version }
}
