// `note ID --quote Q`: puts a note on quoted words of the current version.
import { locateQuote } from '../../domain/anchoring/locate.ts'
import { currentVersion } from '../../domain/briefing.ts'
import { longestNoteText, type NoteKind } from '../../domain/note.ts'
import { failed } from '../../domain/result.ts'
import type { Library } from '../library/library.ts'
import { couldNot, type ExitCode, type Terminal } from './terminal.ts'

export type NoteCommand = {
  readonly id: string
  readonly quote: string
  readonly prefix: string | null
  readonly suffix: string | null
  readonly kind: NoteKind
  readonly text: string
}

/** Adds the note durably and prints its id and where its words stand. */
export async function note(terminal: Terminal, library: Library, command: NoteCommand): Promise<ExitCode> {
  const { id, kind, text } = command
  if (text.length > longestNoteText) {
    return couldNot(terminal, failed('text-too-large', { size: text.length, limit: longestNoteText }).failure)
  }
  const opened = await library.open(id)
  if (!opened.ok) return couldNot(terminal, opened.failure)
  const version = currentVersion(opened.value.briefing)
  const place = locateQuote(version.text, command)
  if (!place.ok) return couldNot(terminal, place.failure)
  const { start, end } = place.value
  const added = await library.addNote(id, { version: version.number, start, end, kind, text })
  if (!added.ok) return couldNot(terminal, added.failure)
  terminal.print({ noteId: added.value.noteId, start: added.value.start, end: added.value.end })
  return 0
}
