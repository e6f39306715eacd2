// What the two programs load at their start. The rules with their data, and the libraries that read documents, take longer to load
// than all the rest: both are loaded with the first text or document, and elsewhere where that can be.
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'

const project = join(import.meta.dirname, '..', '..')

/** The project's files and the packages that a file loads when it is loaded itself; types load nothing. */
function loadedBy(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const words = file.endsWith('.ts') ? readFileSync(join(project, file), 'utf8') : ''
  for (const [, source = ''] of words.matchAll(/^(?:import|export) (?!type )(?:[^'"]*? from )?'([^']+)'/gmu)) {
    if (source.startsWith('.')) loadedBy(relative(project, join(project, file, '..', source)), seen)
    else seen.add(source)
  }
  return seen
}

it.each(['main/index.ts', 'main/cli.ts'])('%s starts without the rules and without what reads documents', (program) => {
  const loaded = [...loadedBy(program)]
  expect(loaded).toEqual(expect.arrayContaining(['main/open-with-domain.ts', 'zod', 'assets/locales/en.json']))
  const late =
    /^(?:domain\/reading\/read\.ts|main\/text-reader\.ts|main\/import\/(?:convert|html\/tree)\.ts|chrono-node|parse5)$/u
  expect(loaded.filter((file) => late.test(file) || file.startsWith('assets/reading'))).toEqual([])
})
