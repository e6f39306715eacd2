// Electron's runtime is fetched from outside the npm registry, which guarded networks refuse. It is tried once per version, for
// at most 20 seconds; a refusal is remembered, so that the next start does not wait again.
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { findElectron } from '../test/standin/find-electron.ts'
import { cacheFolder, inProject } from './project.ts'
import { runNode } from './run-program.ts'

const fetchTimeout = 20_000
const refusalFile = join(cacheFolder, 'electron-refused.json')

/** True when Electron's own runtime is on this machine. */
export function hasElectron(): boolean {
  return findElectron().kind === 'electron'
}

/** Fetches the runtime unless it is there or was refused before. Resolves to true when it is there now. */
export async function fetchElectron(say: (line: string) => void): Promise<boolean> {
  if (hasElectron()) return true
  const { version } = findElectron()
  if (wasRefused(version)) return false
  say(`Fetching Electron ${version} (at most ${fetchTimeout / 1000} seconds)…`)
  const script = inProject('node_modules', 'electron', 'install.js')
  const { code, timedOut } = await runNode([script], { timeout: fetchTimeout, quiet: true })
  if (code === 0 && hasElectron()) return true
  // Half of a download must not be taken for a runtime.
  await rm(inProject('node_modules', 'electron', 'dist'), { recursive: true, force: true })
  await rememberRefusal(version, timedOut ? 'no answer in time' : `exit code ${code}`)
  return false
}

/** Forgets a remembered refusal, so that the next start tries again. */
export async function forgetRefusal(): Promise<void> {
  await rm(refusalFile, { force: true })
}

function wasRefused(version: string): boolean {
  if (!existsSync(refusalFile)) return false
  return (JSON.parse(readFileSync(refusalFile, 'utf8')) as { version?: string }).version === version
}

async function rememberRefusal(version: string, reason: string): Promise<void> {
  await mkdir(dirname(refusalFile), { recursive: true })
  await writeFile(refusalFile, JSON.stringify({ version, reason, when: new Date().toISOString() }))
}
