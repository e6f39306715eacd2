// The stand-in's entry: reads the command line, puts `electron` in place, runs the app's main file, then brings Chromium up.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArguments } from './arguments.ts'
import { createElectron } from './electron-parts.ts'
import { say } from './log.ts'

const here = import.meta.dirname
const root = resolve(here, '../..')
const executable = join(here, 'electron')
const electronVersion: string = JSON.parse(
  readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'),
).version

const refuse = (text: string): never => {
  say(text)
  process.exit(2)
}
type Manifest = {
  readonly main?: string
  readonly name?: string
  readonly productName?: string
  readonly version?: string
}

// A folder with a package.json, or a script, as Electron takes them.
const findApp = (path: string) => {
  if (!existsSync(path)) return refuse(`there is no app at ${path}`)
  if (!statSync(path).isDirectory())
    return { folder: dirname(path), main: path, name: 'Electron', version: electronVersion }
  const manifestPath = join(path, 'package.json')
  if (!existsSync(manifestPath)) return refuse(`${path} has no package.json`)
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest
  const main = join(path, manifest.main ?? 'index.js')
  if (!existsSync(main)) return refuse(`there is no ${main}: build the app first`)
  return {
    folder: path,
    main,
    name: manifest.productName ?? manifest.name ?? 'Electron',
    version: manifest.version ?? electronVersion,
  }
}

const given = parseArguments(process.argv.slice(2), process.cwd())
if (given === null) throw refuse('usage: electron <app folder or script> [switches]')
const app = findApp(given.app)
const argv = [executable, ...process.argv.slice(2).filter((argument) => argument !== 'data:,')]
process.argv = argv
Object.defineProperties(process, {
  type: { value: 'browser' },
  versions: { value: Object.freeze({ ...process.versions, electron: electronVersion }), configurable: true },
  resourcesPath: { value: join(root, 'node_modules/electron/dist/resources') },
  defaultApp: { value: true },
})

const electron = createElectron(given, { ...app, executable }, argv)
const shared = globalThis as { [key: symbol]: unknown }
shared[Symbol.for('standin.electron')] = electron.parts
const module = pathToFileURL(join(here, 'electron-module.ts')).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: module, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})
process.on('exit', () => electron.end())
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => electron.quit())

await import(pathToFileURL(app.main).href)
await electron.start()
