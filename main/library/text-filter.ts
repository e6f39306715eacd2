// The list's filter: which briefings hold all words of a query. Texts are folded once and kept; a changed briefing's is
// folded again at the next filter. Work is done in slices, so that nobody waits for it but the one who asked.
import { setImmediate } from 'node:timers/promises'
import { currentVersion, headOf, type Row } from '../../domain/briefing.ts'
import type { Result } from '../../domain/result.ts'
import type { EntryRecord } from './record-kinds.ts'
import type { Found } from './record-store.ts'

export type TextFilter = {
  /** Ids of the rows whose words hold every word of the query, in the rows' order; all for a query without words. */
  readonly filter: (query: string, rows: readonly Row[]) => Promise<readonly string[]>
  /** To be called when a briefing's words may have changed or it is gone. */
  readonly forget: (id: string) => void
}

/** Milliseconds of work between two turns of the event loop. */
const slice = 4
/** Briefings read at the same time. */
const readers = 8

/** In: `wordsOf` gives a briefing's title and text, or null where it can't be read; `fold` makes words comparable. */
export function textFilter(
  wordsOf: (id: string) => Promise<string | null>,
  fold: (text: string) => string,
): TextFilter {
  const folded = new Map<string, string>()
  let filling: Promise<void> = Promise.resolve()

  const fill = async (rows: readonly Row[]): Promise<void> => {
    const missing = rows.filter(({ id }) => !folded.has(id)).values()
    const reader = async () => {
      for (const { id } of missing) {
        const words = await wordsOf(id)
        if (words !== null) folded.set(id, fold(words))
        await setImmediate()
      }
    }
    await Promise.all(Array.from({ length: readers }, reader))
  }

  return {
    filter: async (query, rows) => {
      const words = fold(query).split(/\s+/u).filter(Boolean)
      if (words.length === 0) return rows.map(({ id }) => id)
      filling = filling.then(() => fill(rows))
      await filling
      const found: string[] = []
      let until = performance.now() + slice
      for (const { id } of rows) {
        const text = folded.get(id) ?? ''
        if (words.every((word) => text.includes(word))) found.push(id)
        if (performance.now() < until) continue
        await setImmediate()
        until = performance.now() + slice
      }
      return found
    },
    forget: (id) => {
      folded.delete(id)
    },
  }
}

/** The words to filter by: title as shown, and the text. Null where the record can't be read. */
export function wordsOfEntry(found: Result<Found<EntryRecord>>): string | null {
  const entry = found.ok ? found.value.record : null
  return entry === null ? null : `${headOf(entry).title ?? ''}\n${currentVersion(entry).text}`
}
