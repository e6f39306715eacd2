// Notes out to a file and in from one, as the window asks for it: the person chooses the file in the system's dialog.
import { basename } from 'node:path'
import { readingOf } from '../../domain/briefing.ts'
import type { TakenNotes } from '../../domain/contract.ts'
import { listedAs } from '../../domain/reading/listed-as.ts'
import { publicCorrectedReading } from '../../domain/reading/public-corrected.ts'
import { type Result, success } from '../../domain/result.ts'
import type { Library } from '../library/library.ts'
import { annotationEnding, annotationFileOf, readAnnotationFile } from './annotation-file.ts'
import { fileNameOf } from './file-name.ts'
import { writeFiles } from './write-files.ts'

/** Asks where to write; in: a name to begin with; out: an absolute path, or null when cancelled. */
export type ChooseTarget = (name: string) => Promise<string | null>
/** Asks which file to read; an absolute path, or null when cancelled. */
export type ChooseAnnotations = () => Promise<string | null>

/** Writes a briefing's notes to a file; its bare name, or null when cancelled. The dialog has asked before replacing a file. */
export async function exportNotes(
  library: Library,
  id: string,
  choose: ChooseTarget,
): Promise<Result<{ readonly file: string } | null>> {
  const opened = await library.open(id)
  if (!opened.ok) return opened
  const { briefing } = opened.value
  const { title, meetings } = publicCorrectedReading(readingOf(briefing), briefing.corrections)
  const words = title ?? listedAs(readingOf(briefing), meetings[0]?.label)
  const path = await choose(fileNameOf(words, id, annotationEnding))
  if (path === null) return success(null)
  // Read again: the dialog may have stood open for long.
  const now = await library.open(id)
  if (!now.ok) return now
  const written = await writeFiles([{ path, content: annotationFileOf(now.value) }], null, true)
  return written.ok ? success({ file: basename(path) }) : written
}

/** Takes the notes of a file in; what became of them, or null when cancelled. */
export async function importNotes(
  library: Library,
  id: string,
  choose: ChooseAnnotations,
): Promise<Result<TakenNotes | null>> {
  const path = await choose()
  if (path === null) return success(null)
  const read = await readAnnotationFile(path)
  if (!read.ok) return read
  const { annotations, skipped } = read.value
  const imported = await library.importNotes(id, annotations)
  if (!imported.ok) return imported
  const waiting = new Set(imported.value.flatMap(({ noteId, pending }) => (pending ? [noteId] : [])))
  return success({ file: basename(path), imported: annotations.length, skipped, waiting: waiting.size })
}
