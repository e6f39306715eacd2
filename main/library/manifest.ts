// What a sealed library should hold: every record's file with its revision. Each file's seal proves what it says and where it belongs, but
// not that it is still there, nor that it is the newest: an older copy put in its place is a true one. This list tells.
import type { Item } from './catalogue.ts'
import { entryFile, notesFile } from './file-names.ts'

/** Files relative to the library → revision. */
export type Records = ReadonlyMap<string, number>

/** A record that is not as the list says. */
export type Withdrawn = { readonly file: string; readonly kind: 'missing' | 'older' }

/** What the catalogue knows to be there. Files without a revision (damaged ones) are of no account here: they are told otherwise. */
export function recordsIn(items: Iterable<Item>): Records {
  const records = new Map<string, number>()
  for (const { row, entry, notes } of items) {
    if (entry !== null) records.set(entryFile(row.id), entry.revision)
    for (const [device, { revision }] of Object.entries(notes)) records.set(notesFile(device, row.id), revision)
  }
  return records
}

/**
 * Records of the list that are gone or older than it says. In: the list, what is there, and whether a file is there although its revision
 * is not known (it is damaged then, which is another finding). A newer record is right: the list is written seldom.
 */
export function withdrawn(listed: Records, there: Records, isThere: (file: string) => boolean): readonly Withdrawn[] {
  return [...listed].flatMap(([file, revision]): readonly Withdrawn[] => {
    const found = there.get(file)
    if (found === undefined) return isThere(file) ? [] : [{ file, kind: 'missing' }]
    return found < revision ? [{ file, kind: 'older' }] : []
  })
}

/** The next list: what is there, and what was found withdrawn, as it was, so that the finding outlives this opening. */
export function nextRecords(there: Records, listed: Records, findings: readonly Withdrawn[]): Records {
  const kept = findings.flatMap(({ file }): (readonly [string, number])[] => {
    const revision = listed.get(file)
    return revision === undefined ? [] : [[file, revision]]
  })
  return new Map([...there, ...kept])
}

/** Both lists in one, the newer revision of each record: while it is not known yet what is there, nothing leaves the list. */
export function newestOf(one: Records, other: Records): Records {
  const all = new Map(one)
  for (const [file, revision] of other) all.set(file, Math.max(revision, all.get(file) ?? 0))
  return all
}
