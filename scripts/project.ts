// Where the project's own things are, so that scripts work from any working directory.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Absolute path of the checkout. */
export const projectFolder = dirname(import.meta.dirname)

/** What scripts remember between runs. It lies in node_modules, so that `npm ci` forgets it. */
export const cacheFolder = join(projectFolder, 'node_modules', '.cache', 'aide-memoire')

/** Absolute path of a file named relative to the checkout. */
export function inProject(...parts: readonly string[]): string {
  return join(projectFolder, ...parts)
}

/** Absolute path of the script behind a package's command (its `bin` entry). Throws when the package or the entry is missing. */
export function commandOf(packageName: string, command: string = packageName): string {
  const manifest = inProject('node_modules', packageName, 'package.json')
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin?: Record<string, string> }
  const path = bin?.[command]
  if (path === undefined) throw new Error(`${packageName} has no command "${command}".`)
  return join(dirname(manifest), path)
}

/** True when a person sits at the terminal and can answer. */
export function isInteractive(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true
}

/** What follows the script on the command line. */
export function scriptArguments(): readonly string[] {
  return process.argv.slice(2)
}
