// Notes as files that other programs read and write: the command line and the window make and read the same.
import { currentVersion, readingOf } from '../../domain/briefing.ts'
import type { OpenBriefing } from '../../domain/contract.ts'
import { annotationsOf } from '../../domain/exchange/annotations-of.ts'
import type { ReadAnnotations } from '../../domain/exchange/incoming.ts'
import { readAnnotations } from '../../domain/exchange/read-annotations.ts'
import { publicCorrectedReading } from '../../domain/reading/public-corrected.ts'
import { failed, type Result } from '../../domain/result.ts'
import { largestAnnotations } from '../../domain/text/limits.ts'
import { decodeText, readFileBytes } from '../text-files.ts'

/** The ending of annotation files' names. */
export const annotationEnding = 'jsonld'

/** A briefing's notes as a W3C Web Annotation collection (JSON-LD), ending with a line end. */
export function annotationFileOf({ briefing, notes }: Pick<OpenBriefing, 'briefing' | 'notes'>): string {
  const { title } = publicCorrectedReading(readingOf(briefing), briefing.corrections)
  const { text } = currentVersion(briefing)
  return `${JSON.stringify(annotationsOf({ id: briefing.id, title, text, notes }), null, 2)}\n`
}

/** Reads the annotations of a file. Fails as reading text files does, or with annotations-unrecognised. */
export async function readAnnotationFile(path: string): Promise<Result<ReadAnnotations>> {
  const found = await readFileBytes(path, undefined, largestAnnotations)
  return found.ok ? annotationsIn(found.value.bytes, found.value.file) : found
}

/** The annotations of a file's bytes; `file` is for messages. */
export function annotationsIn(bytes: Uint8Array, file: string): Result<ReadAnnotations> {
  const text = decodeText(bytes, null, file, largestAnnotations)
  if (!text.ok) return text
  const json = parsed(text.value)
  return json === undefined ? failed('annotations-unrecognised') : readAnnotations(json)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
