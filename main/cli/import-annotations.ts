// `import-annotations ID FILE`: notes from another program's annotation file, and what became of each.
import { currentVersion } from '../../domain/briefing.ts'
import type { ReadAnnotations } from '../../domain/exchange/incoming.ts'
import type { Result } from '../../domain/result.ts'
import { largestAnnotations } from '../../domain/text/limits.ts'
import { annotationsIn, readAnnotationFile } from '../exchange/annotation-file.ts'
import type { Library } from '../library/library.ts'
import { messageText } from '../messages.ts'
import { collectBytes } from '../text-files.ts'
import { noteReport } from './note-report.ts'
import type { CommandNamed } from './request.ts'
import { couldNot, type ExitCode, pathOf, type Terminal } from './terminal.ts'

/** Takes the annotations in durably and prints them one by one; 1 only when there was nothing that could be read. */
export async function importAnnotations(
  terminal: Terminal,
  library: Library,
  { id, file }: CommandNamed<'import-annotations'>,
): Promise<ExitCode> {
  const read = await annotationsGiven(terminal, file)
  if (!read.ok) return couldNot(terminal, read.failure)
  const { annotations, skipped } = read.value
  const imported = await library.importNotes(id, annotations)
  if (!imported.ok) return couldNot(terminal, imported.failure)
  const opened = await library.open(id)
  if (!opened.ok) return couldNot(terminal, opened.failure)
  const { text } = currentVersion(opened.value.briefing)
  terminal.print({
    imported: annotations.length,
    skipped: skipped.map(({ index, reason }) => ({ index, message: messageText(`annotation-skipped.${reason}`) })),
    notes: imported.value.map((note) => noteReport(note, text)),
  })
  return annotations.length === 0 && skipped.length > 0 ? 1 : 0
}

async function annotationsGiven(terminal: Terminal, file: string): Promise<Result<ReadAnnotations>> {
  if (file !== '-') return readAnnotationFile(pathOf(terminal, file))
  const bytes = await collectBytes(terminal.input, largestAnnotations)
  return bytes.ok ? annotationsIn(bytes.value, file) : bytes
}
