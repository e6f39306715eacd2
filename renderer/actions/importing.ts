// Several files at once, chosen or dropped: main reads and stores them one after the other and says what became of each.
import type { CallResult, ImportReport } from '../../domain/contract.ts'
import { type Failure, failed } from '../../domain/result.ts'
import { largestDrop, largestFile, mostFilesAtOnce } from '../../domain/text/limits.ts'
import type { FailedFile } from '../state/importing.ts'
import type { App } from './app.ts'
import { closeEditor } from './notes.ts'
import { mayWrite, notifyFailure } from './notice.ts'
import { openBriefing, showView, typeQuery } from './reading.ts'

/** Reads in the files that were chosen last with the system's dialog. */
export async function importChosen(app: App, total: number): Promise<void> {
  app.store.dispatch({ slice: 'importing', type: 'started', total })
  ended(app, await app.client.call('import.start', {}), [])
}

/** Reads in dropped files. Their sizes are checked before a byte is read; one that can't be opened keeps none of the others out. */
export async function importDropped(app: App, files: readonly File[]): Promise<void> {
  if (!mayWrite(app)) return
  await closeEditor(app)
  const size = files.reduce((sum, file) => sum + Math.min(file.size, largestFile), 0)
  if (files.length > mostFilesAtOnce || size > largestDrop) {
    return app.store.dispatch({ slice: 'importing', type: 'refused', failure: tooMany(files.length, size) })
  }
  app.store.dispatch({ slice: 'importing', type: 'started', total: files.length })
  const read = await Promise.all(files.map(bytesOf))
  const good = read.flatMap((file) => ('bytes' in file ? [file] : []))
  const bad = read.flatMap((file) => ('failure' in file ? [file] : []))
  const result: CallResult<'import.files'> =
    good.length === 0
      ? { ok: true, value: { added: [], failed: [], left: 0 } }
      : await app.client.call('import.files', { files: good })
  ended(app, result, bad)
}

/** Stops before the next file; what was stored stays. */
export async function stopImport(app: App): Promise<void> {
  app.store.dispatch({ slice: 'importing', type: 'stopping' })
  const result = await app.client.call('import.cancel', {})
  if (!result.ok) notifyFailure(app, result.failure)
}

/** Puts the report away and shows the first of the new briefings, where there is one. */
export async function closeReport(app: App): Promise<void> {
  const { importing } = app.store.get()
  app.store.dispatch({ slice: 'importing', type: 'closed' })
  const first = importing.step === 'done' ? importing.report.added[0] : undefined
  if (first === undefined) return app.focus.pane('list')
  typeQuery(app, '')
  showView(app, 'library')
  await openBriefing(app, first.id)
  app.focus.pane('list')
}

type ReadFile = { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> }

async function bytesOf(file: File): Promise<ReadFile | FailedFile> {
  const { name } = file
  if (file.size > largestFile) {
    return { file: name, failure: failed('text-too-large', { size: file.size, limit: largestFile }).failure }
  }
  const bytes = await file.arrayBuffer().catch(() => null)
  return bytes === null
    ? { file: name, failure: failed('file-unreadable', { file: name }).failure }
    : { fileName: name, bytes: new Uint8Array(bytes) }
}

function tooMany(count: number, size: number): Failure {
  const megabytes = Math.ceil(size / 1_000_000)
  return failed('import-too-many', { count, megabytes, most: mostFilesAtOnce, limit: largestDrop / 1_000_000 }).failure
}

function ended(app: App, result: CallResult<'import.start'>, bad: readonly FailedFile[]): void {
  if (result.ok) {
    const report: ImportReport = { ...result.value, failed: [...bad, ...result.value.failed] }
    app.store.dispatch({ slice: 'importing', type: 'ended', report })
  } else app.store.dispatch({ slice: 'importing', type: 'refused', failure: result.failure })
}
