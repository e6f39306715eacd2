// The importer over the sources: the conversion's thread runs from its .ts file.
import { type ConverterOptions, createConverter } from '../../../main/import/converter.ts'
import { createImporter, type Importer } from '../../../main/import/import-text.ts'

/** The thread's source. */
export const workerSource = new URL('../../../main/import/convert-worker.ts', import.meta.url)

/** An importer whose limits may be lowered. */
export function sourceImporter(limits: Omit<ConverterOptions, 'worker'> = {}): Importer {
  return createImporter(createConverter({ worker: workerSource, ...limits }))
}
