// `verify`: checks every file of a library.
import type { Library } from '../library/library.ts'
import { messageText } from '../messages.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** Prints the report in every case; 1 while problems remain. Writes nothing. */
export async function verify(terminal: Terminal, library: Library): Promise<ExitCode> {
  const report = await library.verify()
  const remaining = report.problems.filter((problem) => !problem.repaired).length
  if (remaining > 0) terminal.say(messageText('cli.problems', { remaining }))
  terminal.print(report)
  return report.ok && remaining === 0 ? 0 : 1
}
