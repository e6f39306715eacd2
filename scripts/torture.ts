// `npm run test:torture`: what may break, broken at full length (docs/torture.md). Prints in figures what was done; the last line is
// `N passed, N failed`. `-- damage` runs only the test files with that word in their path.
import { countTests, figuresOf, lastLine } from './counts.ts'
import { scriptArguments } from './project.ts'
import { runNode } from './run-program.ts'
import { runVitest } from './vitest-run.ts'

async function main(): Promise<number> {
  const words = scriptArguments()
  const { report, code } = await runVitest('torture', 'vitest.torture.config.ts', (args) =>
    runNode([...args, ...words]),
  )
  console.log(`\nWhat was done\n${figuresOf(report).join('\n')}\n`)
  const counts = countTests(report, code)
  console.log(lastLine(counts))
  return counts.failed === 0 ? 0 : 1
}

process.exitCode = await main()
