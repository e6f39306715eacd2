// `npm run build`: the app (main, preload, window) and the command line, into out/. Notes when it began, so that `npm start` knows
// whether anything has changed since.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { buildCommandLine } from './build-cli.ts'
import { buildStamp } from './freshness.ts'
import { commandOf } from './project.ts'
import { runNode } from './run-program.ts'

/** Builds everything. Resolves to the exit code: 0 done; what failed has been printed. */
export async function build(): Promise<number> {
  const began = new Date()
  await rm(buildStamp, { force: true })
  const { code } = await runNode([commandOf('electron-vite'), 'build'])
  if (code !== 0) return code
  await buildCommandLine()
  await mkdir(dirname(buildStamp), { recursive: true })
  await writeFile(buildStamp, JSON.stringify({ began: began.toISOString() }))
  return 0
}

if (import.meta.main) process.exitCode = await build()
