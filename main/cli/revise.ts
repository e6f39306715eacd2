// `revise ID FILE`: stores a new version of a text and says of each note what became of it.
import { basename } from 'node:path'
import { currentVersion, type TextSource } from '../../domain/briefing.ts'
import type { Library } from '../library/library.ts'
import { noteReport } from './note-report.ts'
import type { CommandNamed } from './request.ts'
import { couldNot, type ExitCode, sayAttachments, type Terminal, textGiven } from './terminal.ts'

/** Stores the version durably and prints its number and the notes in reading order. */
export async function revise(terminal: Terminal, library: Library, command: CommandNamed<'revise'>): Promise<ExitCode> {
  const { id, file, encoding } = command
  const given = await textGiven(terminal, file, encoding)
  if (!given.ok) return couldNot(terminal, given.failure)
  const source: TextSource = { via: 'command-line', file: file === '-' ? null : basename(file) }
  const revised = await library.revise(id, given.value.text, source, null)
  if (!revised.ok) return couldNot(terminal, revised.failure)
  sayAttachments(terminal, file, given.value)
  const opened = await library.open(id)
  if (!opened.ok) return couldNot(terminal, opened.failure)
  const { text } = currentVersion(opened.value.briefing)
  terminal.print({ version: revised.value.version, notes: opened.value.notes.map((note) => noteReport(note, text)) })
  return 0
}
