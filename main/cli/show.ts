// `show ID`: a briefing's text, reading and notes.
import type { Library } from '../library/library.ts'
import { failureText } from '../messages.ts'
import type { CommandNamed } from './request.ts'
import { shown } from './shown.ts'
import { couldNot, type ExitCode, type Terminal } from './terminal.ts'

/** Prints the briefing; says so when its record is damaged and a last good copy is shown. */
export async function show(terminal: Terminal, library: Library, command: CommandNamed<'show'>): Promise<ExitCode> {
  const opened = await library.open(command.id)
  if (!opened.ok) return couldNot(terminal, opened.failure)
  if (opened.value.warning !== null) terminal.say(failureText(opened.value.warning))
  terminal.print(shown(opened.value))
  return 0
}
