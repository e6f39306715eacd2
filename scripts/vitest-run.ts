// Runs Vitest with one of the configurations and reads what it reported, for scripts that count.
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { skippedTitles, type VitestReport } from './counts.ts'
import { cacheFolder, commandOf } from './project.ts'
import { runNode } from './run-program.ts'

/** Runs the tests of a configuration, by `run`, and prints which were skipped. Out: Vitest's report, null where it left none, and its exit code. */
export async function runVitest(
  name: string,
  config: string,
  run: typeof runNode = runNode,
): Promise<{ readonly report: VitestReport | null; readonly code: number }> {
  const path = join(cacheFolder, 'reports', `${name}.json`)
  await mkdir(dirname(path), { recursive: true })
  await rm(path, { force: true })
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${path}`]
  const { code } = await run([commandOf('vitest'), ...args])
  const report: VitestReport | null = JSON.parse(existsSync(path) ? await readFile(path, 'utf8') : 'null')
  for (const title of skippedTitles(report)) console.log(`skipped: ${title}`)
  return { report, code }
}
