// `npm run test:torture`: what may break, broken at full length (docs/torture.md). Prints in figures what was done; the last line is
// `N passed, N failed`.
import { countTests, figuresOf, lastLine } from './counts.ts'
import { runVitest } from './vitest-run.ts'

async function main(): Promise<number> {
  const { report, code } = await runVitest('torture', 'vitest.torture.config.ts')
  console.log(`\nWhat was done\n${figuresOf(report).join('\n')}\n`)
  const counts = countTests(report, code)
  console.log(lastLine(counts))
  return counts.failed === 0 ? 0 : 1
}

process.exitCode = await main()
