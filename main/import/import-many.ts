// Many documents at once: read and stored one after the other, each by itself, so that one that fails keeps none of the others out.
// A text that is in the library already is stored again: which of two to keep is for a person to say.
import { headOf, type WindowSource } from '../../domain/briefing.ts'
import type { Events, ImportReport } from '../../domain/contract.ts'
import { failed, type Result, success } from '../../domain/result.ts'
import type { Library } from '../library/library.ts'
import type { ImportedText } from './import-text.ts'

/** A document to come in: its bare name, how it came, and what reads it when its turn comes. */
export type Incoming = {
  readonly file: string
  readonly via: WindowSource['via']
  readonly read: () => Promise<Result<ImportedText>>
}

export type ManyImport = {
  /** Imports documents in their order. Fails with import-running while others come in, and as the library says while it is read-only. */
  readonly start: (library: Library, documents: readonly Incoming[]) => Promise<Result<ImportReport>>
  /** Ends the import before the next document is stored; what was stored stays. */
  readonly cancel: () => void
}

/** Builds the one importer of many documents. `progress` is told before each document and at the end. */
export function createManyImport(progress: (event: Events['import.progress']) => void): ManyImport {
  let running: { cancelled: boolean } | null = null
  return {
    start: async (library, documents) => {
      const { readOnly } = library.state()
      if (readOnly !== null) return { ok: false, failure: readOnly }
      if (running !== null) return failed('import-running')
      const run = { cancelled: false }
      running = run
      try {
        return success(await importAll(library, documents, () => run.cancelled, progress))
      } finally {
        running = null
      }
    },
    cancel: () => {
      if (running !== null) running.cancelled = true
    },
  }
}

type Added = ImportReport['added'][number]
type Failed = ImportReport['failed'][number]

async function importAll(
  library: Library,
  documents: readonly Incoming[],
  isCancelled: () => boolean,
  progress: (event: Events['import.progress']) => void,
): Promise<ImportReport> {
  const added: Added[] = []
  const failures: Failed[] = []
  const done = () => added.length + failures.length
  for (const document of documents) {
    progress({ done: done(), total: documents.length, file: document.file })
    const text = await document.read()
    if (isCancelled()) break
    const outcome = text.ok ? await store(library, document, text.value) : text
    if (outcome.ok) added.push(outcome.value)
    else failures.push({ file: document.file, failure: outcome.failure })
    if (isCancelled()) break
  }
  progress({ done: done(), total: documents.length, file: null })
  return { added, failed: failures, left: documents.length - done() }
}

async function store(library: Library, { file, via }: Incoming, text: ImportedText): Promise<Result<Added>> {
  const stored = await library.add(text.text, { via, file }, {})
  if (!stored.ok) return stored
  const { id } = stored.value
  return success({ id, title: headOf(stored.value).title, file, attachments: text.attachments })
}
