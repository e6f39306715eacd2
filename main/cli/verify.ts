// `verify`: checks every file of a library.
import type { Library } from '../library/library.ts'
import { messageText } from '../messages.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** Prints the report in every case; 1 when there are problems. Writes nothing: `--repair` (CLI.md) is no option yet. */
export async function verify(terminal: Terminal, library: Library): Promise<ExitCode> {
  const report = await library.verify()
  const count = report.problems.length
  if (count > 0) terminal.say(messageText('cli.problems', { count }))
  terminal.print(report)
  return report.ok ? 0 : 1
}
