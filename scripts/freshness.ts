// Whether out/ is newer than the sources, so that a second `npm start` opens at once.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, inProject } from './project.ts'

/** The file that says when the last whole build began. */
export const buildStamp = join(cacheFolder, 'built.json')

const sources = ['domain', 'main', 'renderer', 'assets', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
const outputs = [
  'out/main/index.js',
  'out/main/convert-worker.js',
  'out/main/reading-worker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]

/** True when everything is built and no source was changed after the build began. */
export function isBuilt(): boolean {
  if (!existsSync(buildStamp) || !outputs.every((path) => existsSync(inProject(path)))) return false
  const { began } = JSON.parse(readFileSync(buildStamp, 'utf8')) as { began: string }
  return newestChange(sources.map((path) => inProject(path))) < Date.parse(began)
}

/** The latest modification time below the paths, in milliseconds since 1970; folders count too, so that a deletion shows. */
export function newestChange(paths: readonly string[]): number {
  return Math.max(0, ...paths.filter((path) => existsSync(path)).map(newestBelow))
}

function newestBelow(path: string): number {
  const status = statSync(path)
  if (!status.isDirectory()) return status.mtimeMs
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newestBelow(join(path, name))))
}
