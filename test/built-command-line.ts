// Builds the command line once for a run of the tests, before any of them: several files run it, at the same time.
import { buildCommandLine } from '../scripts/build-cli.ts'

/** Vitest's global setup. Rejects when the sources do not build. */
export async function setup(): Promise<void> {
  await buildCommandLine()
}
