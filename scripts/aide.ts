// `npm run aide`: the built command line, built first when a source is newer. Standard output belongs to the command alone.
import { existsSync, statSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { pathToFileURL } from 'node:url'
import { builtCommandLine } from './built-cli.ts'
import { newestChange } from './freshness.ts'
import { cacheFolder, inProject } from './project.ts'

if (!isFresh()) {
  const { buildCommandLine } = await import('./build-cli.ts')
  await buildCommandLine()
}
enableCompileCache(cacheFolder)
await import(pathToFileURL(builtCommandLine).href)

/** True when the built file is newer than everything it is made of. */
function isFresh(): boolean {
  if (!existsSync(builtCommandLine)) return false
  const sources = ['domain', 'main', 'assets', 'package-lock.json'].map((path) => inProject(path))
  return newestChange(sources) < statSync(builtCommandLine).mtimeMs
}
