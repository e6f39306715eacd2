// Saves the catalogue when nothing has changed for a few seconds, and at the end; never on the way of a note.

import { inOrder } from '../../domain/in-order.ts'
import type { Catalogue } from './catalogue.ts'
import type { CatalogueFile } from './catalogue-file.ts'

/** Milliseconds between two looks: a change is saved after one to two of them without another. */
const lookEvery = 3_000

export type CatalogueKeeper = {
  /** Saves what is not saved yet. */
  readonly save: () => Promise<void>
  /** Saves for the last time. */
  readonly close: () => Promise<void>
}

/** Keeps the catalogue's file; `mayWrite` is asked each time. A failing save is reported: the file can be rebuilt. */
export function keepCatalogue(options: {
  readonly catalogue: Catalogue
  readonly file: CatalogueFile
  /** False while the file on disk is none that could be used. */
  readonly isSaved: boolean
  readonly mayWrite: () => Promise<boolean>
  readonly report: (message: unknown) => void
}): CatalogueKeeper {
  const { catalogue, file, mayWrite, report } = options
  const queue = inOrder()
  let saved = options.isSaved ? catalogue.changes() : -1
  let seen = saved

  const save = (): Promise<void> =>
    queue(async () => {
      const changes = catalogue.changes()
      if (changes === saved || !(await mayWrite())) return
      try {
        await file.write([...catalogue.items()])
        saved = changes
      } catch (error) {
        report(error)
      }
    })
  const timer = setInterval(() => {
    const changes = catalogue.changes()
    if (changes === seen && changes !== saved) void save()
    seen = changes
  }, lookEvery)
  timer.unref()
  return {
    save,
    close: async () => {
      clearInterval(timer)
      await save()
    },
  }
}
