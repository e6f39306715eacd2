// `verify`: checks every file of a library, and with `--repair` puts right what can be put right without losing anything.
import type { Library, VerifyReport } from '../library/library.ts'
import { failureText, messageText } from '../messages.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** Prints the report in every case; 1 when there are problems. Writes nothing. */
export async function verify(terminal: Terminal, library: Library): Promise<ExitCode> {
  const report = await library.verify()
  const count = report.problems.length
  if (count > 0) terminal.say(messageText('cli.problems', { count }))
  return printed(terminal, report)
}

/** Repairs and prints the report in every case; 1 while problems remain. Says why, when something kept it from repairing. */
export async function repair(terminal: Terminal, library: Library): Promise<ExitCode> {
  const report = await library.repair()
  const repaired = report.problems.filter((problem) => problem.repaired).length
  if (report.failure !== null) terminal.say(failureText(report.failure))
  if (report.problems.length > 0)
    terminal.say(messageText('cli.repaired', { repaired, remaining: report.problems.length - repaired }))
  return printed(terminal, report)
}

function printed(terminal: Terminal, { ok, checked, problems, kept }: VerifyReport): ExitCode {
  const [file] = kept
  if (file !== undefined) terminal.say(messageText('cli.kept', { count: kept.length, file }))
  terminal.print({ ok, checked, problems })
  return ok ? 0 : 1
}
