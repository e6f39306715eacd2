// Electron's runtime is fetched from outside the npm registry, which guarded networks refuse. It is tried once per version, for
// at most 20 seconds; a refusal is remembered, so that the next start does not wait again.
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type FoundElectron, findElectron } from '../test/standin/find-electron.ts'
import { cacheFolder, inProject } from './project.ts'
import { type Ending, runNode } from './run-program.ts'

const fetchTimeout = 20_000

/** What fetching touches: passed in by tests. */
export type RuntimePlaces = {
  readonly find: () => Pick<FoundElectron, 'kind' | 'version'>
  /** Runs Electron's own installer for at most `timeout` milliseconds. */
  readonly install: (timeout: number) => Promise<Ending>
  /** The folder the installer fills, and the file that remembers a refusal. Absolute paths. */
  readonly runtime: string
  readonly refusal: string
}

const installed: RuntimePlaces = {
  find: findElectron,
  install: (timeout) => runNode([inProject('node_modules', 'electron', 'install.js')], { timeout, quiet: true }),
  runtime: inProject('node_modules', 'electron', 'dist'),
  refusal: join(cacheFolder, 'electron-refused.json'),
}

/** True when Electron's own runtime is on this machine. */
export function hasElectron({ find }: Pick<RuntimePlaces, 'find'> = installed): boolean {
  return find().kind === 'electron'
}

/** Fetches the runtime unless it is there or was refused before. Resolves to true when it is there now. */
export async function fetchElectron(say: (line: string) => void, places: RuntimePlaces = installed): Promise<boolean> {
  if (hasElectron(places)) return true
  const { version } = places.find()
  if (wasRefused(places.refusal, version)) return false
  say(`Fetching Electron ${version} (at most ${fetchTimeout / 1000} seconds)…`)
  const { code, timedOut } = await places.install(fetchTimeout)
  if (code === 0 && hasElectron(places)) return true
  // Half of a download must not be taken for a runtime.
  await rm(places.runtime, { recursive: true, force: true })
  await rememberRefusal(places.refusal, version, timedOut ? 'no answer in time' : `exit code ${code}`)
  return false
}

/** Forgets a remembered refusal, so that the next start tries again. */
export async function forgetRefusal({ refusal }: Pick<RuntimePlaces, 'refusal'> = installed): Promise<void> {
  await rm(refusal, { force: true })
}

function wasRefused(refusal: string, version: string): boolean {
  if (!existsSync(refusal)) return false
  return (JSON.parse(readFileSync(refusal, 'utf8')) as { version?: string }).version === version
}

async function rememberRefusal(refusal: string, version: string, reason: string): Promise<void> {
  await mkdir(dirname(refusal), { recursive: true })
  await writeFile(refusal, JSON.stringify({ version, reason, when: new Date().toISOString() }))
}
