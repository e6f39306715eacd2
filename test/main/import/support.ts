// The importer over the sources: the conversion's thread runs from its .ts file.
import { type ConverterOptions, createConverter } from '../../../main/import/converter.ts'
import { createImporter, type Importer } from '../../../main/import/import-text.ts'

/** The thread's source. */
export const workerSource = new URL('../../../main/import/convert-worker.ts', import.meta.url)

function failTest(trouble: unknown): never {
  throw trouble
}

/** An importer whose limits may be lowered. */
export function sourceImporter(options: Partial<ConverterOptions> = {}): Importer {
  return createImporter(createConverter({ worker: workerSource, report: failTest, ...options }))
}
