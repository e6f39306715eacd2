// `import-annotations ID FILE`: notes from another program's annotation file, and what became of each.
import { currentVersion } from '../../domain/briefing.ts'
import type { ReadAnnotations } from '../../domain/exchange/incoming.ts'
import { readAnnotations } from '../../domain/exchange/read-annotations.ts'
import { failed, type Result } from '../../domain/result.ts'
import { largestAnnotations } from '../../domain/text/limits.ts'
import type { Library } from '../library/library.ts'
import { messageText } from '../messages.ts'
import { collectBytes, decodeText, readFileBytes } from '../text-files.ts'
import { noteReport } from './note-report.ts'
import type { CommandNamed } from './request.ts'
import { couldNot, type ExitCode, pathOf, type Terminal } from './terminal.ts'

/** Takes the annotations in durably and prints them one by one; 1 only when there was nothing that could be read. */
export async function importAnnotations(
  terminal: Terminal,
  library: Library,
  { id, file }: CommandNamed<'import-annotations'>,
): Promise<ExitCode> {
  const read = await annotationsIn(terminal, file)
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

async function annotationsIn(terminal: Terminal, file: string): Promise<Result<ReadAnnotations>> {
  const text = await jsonText(terminal, file)
  if (!text.ok) return text
  const json = parsed(text.value)
  return json === undefined ? failed('annotations-unrecognised') : readAnnotations(json)
}

async function jsonText(terminal: Terminal, file: string): Promise<Result<string>> {
  if (file !== '-') {
    const found = await readFileBytes(pathOf(terminal, file), undefined, largestAnnotations)
    return found.ok ? decodeText(found.value.bytes, null, found.value.file, largestAnnotations) : found
  }
  const bytes = await collectBytes(terminal.input, largestAnnotations)
  return bytes.ok ? decodeText(bytes.value, null, file, largestAnnotations) : bytes
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
