// `read FILE`: reads a text without storing it.
import { publicReading } from '../../domain/reading/public-reading.ts'
import { normalise } from '../../domain/text/normalise.ts'
import { createReadHere } from '../read-here.ts'
import type { CommandNamed } from './request.ts'
import { couldNot, type ExitCode, sayAttachments, type Terminal, textGiven } from './terminal.ts'

/** Prints the reading of a document (`-` is standard input). No library is opened. */
export async function read(terminal: Terminal, command: CommandNamed<'read'>): Promise<ExitCode> {
  const given = await textGiven(terminal, command.file, command.encoding)
  const text = given.ok ? normalise(given.value.text) : given
  if (!text.ok) return couldNot(terminal, text.failure)
  if (given.ok) sayAttachments(terminal, command.file, given.value)
  terminal.print(publicReading(await createReadHere()(text.value)))
  return 0
}
