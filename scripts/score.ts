// `npm run score`: how much of what a person read in the labelled texts the engine reads as well, for every set that is there; then
// the checker of the given set, where it lies beside the checkout, over the built command line.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, projectFolder } from './project.ts'
import { runNode } from './run-program.ts'

const checker = join(projectFolder, '..', 'shared', 'readouts', 'score.mjs')

async function main(): Promise<number> {
  const own = await runNode(['--disable-warning=ExperimentalWarning', inProject('test', 'score', 'run.ts')])
  if (own.code !== 0 || !existsSync(checker)) return own.code
  return (await runNode([checker])).code
}

process.exitCode = await main()
