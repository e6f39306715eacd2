// `note ID --quote Q`: puts a note on quoted words of the current version.
import { locateQuote } from '../../domain/anchoring/locate.ts'
import { currentVersion } from '../../domain/briefing.ts'
import type { Library } from '../library/library.ts'
import type { CommandNamed } from './request.ts'
import { couldNot, type ExitCode, type Terminal } from './terminal.ts'

/** Adds the note durably and prints its id and where its words stand. */
export async function note(terminal: Terminal, library: Library, command: CommandNamed<'note'>): Promise<ExitCode> {
  const { id, kind, text } = command
  const opened = await library.open(id)
  if (!opened.ok) return couldNot(terminal, opened.failure)
  const version = currentVersion(opened.value.briefing)
  const place = locateQuote(version.text, command)
  if (!place.ok) return couldNot(terminal, place.failure)
  const added = await library.addNote(id, {
    version: version.number,
    scope: 'words',
    span: place.value,
    kind,
    text,
  })
  if (!added.ok) return couldNot(terminal, added.failure)
  terminal.print({ noteId: added.value.noteId, start: added.value.start, end: added.value.end })
  return 0
}
