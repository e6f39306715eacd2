// `npm test`: every check in one go, each in the same way on a desk and on a build machine. `-- --only units,e2e` runs some of
// them. One failing suite hides no later one; the last line is `N passed, N failed` over all.
import { existsSync } from 'node:fs'
import { build } from './build.ts'
import { addUp, type Counts, countTests, lastLine, oneCheck, resultTable, type SuiteResult } from './counts.ts'
import { hasElectron } from './electron-runtime.ts'
import { noNetworkMark, noNetworkRefusal, withoutNetwork } from './no-network.ts'
import { commandOf, inProject, scriptArguments } from './project.ts'
import { runNode, runProgram } from './run-program.ts'
import { chooseSuites, type SuiteName } from './suites.ts'
import { ensureSystemPackages } from './system-packages.ts'
import { neededPrograms, wishedPrograms } from './system-programs.ts'
import { runVitest } from './vitest-run.ts'

const pictures = 'test/e2e/pictures'

const runSuite: Readonly<Record<SuiteName, (before: readonly SuiteResult[]) => Promise<Omit<SuiteResult, 'name'>>>> = {
  format: () => check('@biomejs/biome', 'biome', ['format', '.']),
  lint: () => check('@biomejs/biome', 'biome', ['check', '--formatter-enabled=false', '.']),
  types: () => check('typescript', 'tsc', ['-b']),
  units: () => tests('units', 'vitest.config.ts'),
  build: async () => ({ counts: oneCheck(await build().catch(printed)) }),
  e2e: async (before) => {
    const built = before.every(({ name, counts }) => name !== 'build' || counts.failed === 0)
    if (!built) return { counts: oneCheck(1), remark: 'not run: the build failed' }
    return { ...(await tests('e2e', 'vitest.e2e.config.ts', runOffline)), remark: `pictures in ${pictures}` }
  },
}

async function check(
  packageName: string,
  command: string,
  args: readonly string[],
): Promise<{ readonly counts: Counts }> {
  return { counts: oneCheck((await runNode([commandOf(packageName, command), ...args])).code) }
}

async function tests(name: SuiteName, config: string, run = runNode): Promise<{ readonly counts: Counts }> {
  const { report, code } = await runVitest(name, config, run)
  return { counts: countTests(report, code) }
}

/** Runs a script where there is no network but loopback; where that can't be made, says so and runs it as it is. */
function runOffline(args: readonly string[]) {
  const refusal = noNetworkRefusal()
  if (refusal !== null) {
    console.log(`Not run in a network namespace without a network: ${refusal}.`)
    return runNode(args)
  }
  console.log('Run in a network namespace that has loopback only.')
  const [program, ...rest] = withoutNetwork([process.execPath, ...args])
  return runProgram(program, rest, { environment: { ...process.env, [noNetworkMark]: '1' } })
}

function printed(error: unknown): number {
  console.error(error)
  return 1
}

async function main(): Promise<number> {
  const chosen = chooseSuites(scriptArguments())
  if (typeof chosen === 'string') {
    console.error(chosen)
    return 2
  }
  if (chosen.includes('e2e')) {
    const needed = neededPrograms('end to end', { electron: hasElectron() })
    if (!(await ensureSystemPackages(needed))) return 1
    if (!(await ensureSystemPackages(wishedPrograms()))) console.error('Going on with fewer proofs of being offline.')
  }
  const results: SuiteResult[] = []
  for (const name of chosen) {
    console.log(`\n── ${name}`)
    results.push({ name, ...(await runSuite[name](results)) })
  }
  if (chosen.includes('e2e') && existsSync(inProject(pictures))) console.log(`\nPictures of the window: ${pictures}`)
  const total = addUp(results)
  console.log(`\n${resultTable(results)}\n\n${lastLine(total)}`)
  return total.failed === 0 ? 0 : 1
}

process.exitCode = await main()
