// The files of one import, chosen or dropped, as documents to come in; too many at once are refused before any is read.
import { failed, type Result, success } from '../../domain/result.ts'
import { largestDrop, largestFile, mostFilesAtOnce } from '../../domain/text/limits.ts'
import type { Incoming } from '../import/import-many.ts'
import type { Importer } from '../import/import-text.ts'
import type { ChosenFile } from '../window/dialogs.ts'

/** A file that was dropped on the window: its bare name and its bytes. */
export type DroppedFile = { readonly fileName: string; readonly bytes: Uint8Array }

/** Files chosen in the dialog; each is opened when its turn comes. Fails with import-too-many. */
export function chosenDocuments(files: readonly ChosenFile[], importer: Importer): Result<readonly Incoming[]> {
  if (files.length > mostFilesAtOnce) return tooMany(files.length, 0)
  return success(
    files.map(({ path, name }) => ({ file: name, via: 'file', read: () => importer.importFile(path, null) })),
  )
}

/** Files dropped on the window. Fails with import-too-many (their number, or their bytes in all). */
export function droppedDocuments(files: readonly DroppedFile[], importer: Importer): Result<readonly Incoming[]> {
  const size = files.reduce((sum, { bytes }) => sum + Math.min(bytes.length, largestFile), 0)
  if (files.length > mostFilesAtOnce || size > largestDrop) return tooMany(files.length, size)
  return success(
    files.map(({ fileName, bytes }) => ({
      file: fileName,
      via: 'drop',
      read: () => importer.importBytes(bytes, { file: fileName, encoding: null }),
    })),
  )
}

function tooMany(count: number, size: number) {
  const megabytes = Math.ceil(size / 1_000_000)
  return failed('import-too-many', { count, megabytes, most: mostFilesAtOnce, limit: largestDrop / 1_000_000 })
}
