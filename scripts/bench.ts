// `npm run bench`: how long a note takes to save, a library to open and a text to read, held against the project's targets. `-- --json`
// for programs, `-- --window` also measures the page (builds, needs what `npm test` needs). Exit code 1 when a target is missed.
import { build } from './build.ts'
import { hasElectron } from './electron-runtime.ts'
import { isBuilt } from './freshness.ts'
import { inProject, scriptArguments } from './project.ts'
import { runNode } from './run-program.ts'
import { ensureSystemPackages } from './system-packages.ts'
import { neededPrograms } from './system-programs.ts'

const known = ['--json', '--window']

async function main(): Promise<number> {
  const args = scriptArguments()
  if (!args.every((argument) => known.includes(argument))) {
    console.error(`npm run bench -- [${known.join('] [')}]`)
    return 2
  }
  if (args.includes('--window')) {
    const needed = neededPrograms('end to end', { electron: hasElectron() })
    if (!(await ensureSystemPackages(needed))) return 1
    if (!isBuilt() && (await build()) !== 0) return 1
  }
  // A process of its own, so that nothing but the measured code is in its memory.
  return (await runNode(['--disable-warning=ExperimentalWarning', inProject('test', 'bench', 'run.ts'), ...args])).code
}

process.exitCode = await main()
