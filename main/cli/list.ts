// `list`: the briefings of a library, newest first, without those in the bin.
import type { Row } from '../../domain/briefing.ts'
import type { Library } from '../library/library.ts'
import { messageText } from '../messages.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** Prints the rows once all of them have been checked against the files. */
export async function list(terminal: Terminal, library: Library): Promise<ExitCode> {
  await library.settled()
  const entries = library.rows().filter((row) => row.deleted === null)
  const { damaged } = library.state()
  if (damaged > 0) terminal.say(messageText('cli.damaged', { damaged }))
  terminal.print({ entries: entries.map(entryOf) })
  return 0
}

function entryOf({ id, title, date, place, marking, notes, versions }: Row): object {
  return { id, title, date, place, marking, notes, versions }
}
