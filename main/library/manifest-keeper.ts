// Holds a sealed library against the list of its records: reads it when the library opens, compares once the files were looked at, and
// writes it anew whenever the catalogue is saved.
import type { Catalogue } from './catalogue.ts'
import { newestOf, nextRecords, recordsIn, type Withdrawn, withdrawn } from './manifest.ts'
import type { ManifestFile } from './manifest-file.ts'
import { StorageError } from './storage-error.ts'

/** The newest number of each library's list, remembered outside its folder. */
export type SeenGenerations = {
  readonly get: (library: string) => Promise<number>
  readonly set: (library: string, generation: number) => Promise<void>
}

export type Standing = {
  readonly withdrawn: readonly Withdrawn[]
  /** True when the list itself is gone, can't be read, or is older than one seen on this machine. */
  readonly rolledBack: boolean
}

export type ManifestKeeper = {
  /** What was found when the library was opened. */
  readonly standing: () => Standing
  /** Compares the list with what the catalogue holds, once that was checked against the files. */
  readonly compare: () => Promise<void>
  /** Writes the list; to be called when the library may be written. */
  readonly save: () => Promise<void>
  /** From here on what was found counts as known, and the list is what is there. */
  readonly accept: () => Promise<void>
  /** These files are older than the list says because a repair brought them back from a copy: from here on they are right as they are. */
  readonly brought: (files: readonly string[]) => Promise<void>
}

export type ManifestOptions = {
  readonly library: string
  readonly file: ManifestFile
  readonly catalogue: Catalogue
  readonly seen: SeenGenerations
  /** Whether a file of the library, by its relative path, is there at all. */
  readonly present: () => Promise<ReadonlySet<string>>
  readonly report: (message: unknown) => void
}

/** Opens the list. Failures of the disk are reported and found nothing. */
export async function keepManifest(options: ManifestOptions): Promise<ManifestKeeper> {
  const { library, file, catalogue, seen, report } = options
  const read = await file.read().catch((error: unknown) => {
    if (!(error instanceof StorageError)) throw error
    report(error.failure)
    return null
  })
  const newest = await seen.get(library)
  const first = read === null || read === 'unreadable' ? null : read
  let generation = Math.max(newest, first?.generation ?? 0)
  let standing: Standing = { withdrawn: [], rolledBack: read === 'unreadable' || (first?.generation ?? 0) < newest }
  let listed = first?.records ?? new Map<string, number>()

  let isCompared = false
  const save = async () => {
    generation += 1
    const there = recordsIn(catalogue.items())
    const records = isCompared ? nextRecords(there, listed, standing.withdrawn) : newestOf(listed, there)
    await file.write({ generation, records })
    listed = records
    await seen.set(library, generation)
  }
  return {
    standing: () => standing,
    compare: async () => {
      // Another process may have written meanwhile: what it took away is not missing.
      const now = await file.read().catch(() => null)
      if (now !== null && now !== 'unreadable' && now.generation >= generation) {
        generation = now.generation
        listed = now.records
      }
      isCompared = true
      const there = recordsIn(catalogue.items())
      const doubtful = withdrawn(listed, there, () => false)
      const present = doubtful.length === 0 ? new Set<string>() : await options.present()
      standing = { ...standing, withdrawn: withdrawn(listed, there, (name) => present.has(name)) }
    },
    save,
    accept: async () => {
      standing = { withdrawn: [], rolledBack: false }
      await save()
    },
    brought: async (files) => {
      const known = new Set(files)
      listed = new Map([...listed].filter(([file]) => !known.has(file)))
      standing = { ...standing, withdrawn: standing.withdrawn.filter(({ file }) => !known.has(file)) }
      await save()
    },
  }
}
