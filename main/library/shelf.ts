// What all commands on briefings share: each briefing's work in turn, the lock asked before writing, and list, filter and
// listeners kept in step with the files.
import type { Row } from '../../domain/briefing.ts'
import type { LibraryState } from '../../domain/contract.ts'
import { inOrderByKey } from '../../domain/in-order.ts'
import type { Result } from '../../domain/result.ts'
import type { Announcer } from './announcer.ts'
import type { BriefingFiles, LoadedBriefing } from './briefing-files.ts'
import { type Catalogue, itemOf } from './catalogue.ts'
import type { Standing } from './manifest-keeper.ts'
import type { TextFilter } from './text-filter.ts'
import type { WriteGuard } from './write-guard.ts'

export type ShelfParts = {
  readonly folder: string
  readonly files: BriefingFiles
  readonly catalogue: Catalogue
  readonly guard: WriteGuard
  readonly announcer: Announcer
  readonly texts: Pick<TextFilter, 'forget'>
  /** How a sealed library stands against the list of its records. */
  readonly standing: () => Standing
  /** The number of the rules that texts are read by now. */
  readonly engine: number
}

export type Shelf = {
  readonly state: () => LibraryState
  /** Reads a briefing when its turn comes, and brings the list in step with it. */
  readonly load: (id: string) => Promise<Result<LoadedBriefing>>
  /** Runs `work` on a briefing as the disk has it, when its turn comes and writing is allowed. */
  readonly change: <T>(id: string, work: (loaded: LoadedBriefing) => Promise<Result<T>>) => Promise<Result<T>>
  /** Runs `work` in a briefing's turn when writing is allowed, without reading the briefing. */
  readonly write: <T>(id: string, work: () => Promise<Result<T>>) => Promise<Result<T>>
  /** Runs `work` in a briefing's turn. */
  readonly inTurn: <T>(id: string, work: () => Promise<T>) => Promise<T>
  /** Lists a briefing as it is now; to be called in its turn. */
  readonly put: (loaded: LoadedBriefing) => Row
  /** The same without telling anybody; the row if it changed, else null. Whoever calls it tells the rows later, many at once. */
  readonly enter: (loaded: LoadedBriefing) => Row | null
  /** Tells rows that were entered. */
  readonly tell: (rows: readonly Row[]) => void
  /** Takes a briefing off the list; to be called in its turn. */
  readonly drop: (id: string) => void
  /** Reads briefings again and tells all their changes at once. */
  readonly refresh: (ids: readonly string[]) => Promise<void>
  /** Resolves when everything begun so far has ended. */
  readonly idle: () => Promise<void>
}

/** Joins the parts to a shelf. */
export function createShelf(parts: ShelfParts): Shelf {
  const { files, catalogue, guard, announcer, texts } = parts
  const turns = inOrderByKey()
  const state = (): LibraryState => ({
    folder: parts.folder,
    entries: catalogue.living(),
    readOnly: guard.readOnly(),
    damaged: catalogue.damaged(),
    withdrawn: parts.standing().withdrawn.length,
    rolledBack: parts.standing().rolledBack,
    older: catalogue.olderThan(parts.engine),
  })
  const tellRows = (upserted: readonly Row[], removed: readonly string[]): void => {
    if (upserted.length + removed.length > 0) announcer.tell({ kind: 'rows', upserted, removed })
    announcer.tellState(state())
  }
  /** The row if it changed, else null. */
  const enter = (loaded: LoadedBriefing): Row | null => {
    const item = itemOf(loaded)
    const before = catalogue.get(item.row.id)?.entry
    if (before?.revision !== item.entry?.revision || before?.mtimeMs !== item.entry?.mtimeMs) texts.forget(item.row.id)
    catalogue.setDamaged(item.row.id, loaded.damaged)
    return catalogue.put(item) ? item.row : null
  }
  /** Takes what reading found into the list. Out: the changed row, 'gone' when a listed one is no more, or null. */
  const follow = (id: string, result: Result<LoadedBriefing>): Row | 'gone' | null => {
    if (result.ok) return enter(result.value)
    const { code, values } = result.failure
    const unreadable = code === 'record-damaged' || code === 'record-newer'
    if (!unreadable && code !== 'record-missing') return null
    texts.forget(id)
    const removed = catalogue.remove(id)
    if (unreadable) catalogue.setDamaged(id, [String(values.file)])
    return removed ? 'gone' : null
  }
  const loadNow = async (id: string): Promise<Result<LoadedBriefing>> => {
    const result = await files.load(id)
    const changed = follow(id, result)
    if (changed !== null || !result.ok)
      tellRows(changed === null || changed === 'gone' ? [] : [changed], changed === 'gone' ? [id] : [])
    return result
  }
  const write: Shelf['write'] = (id, work) =>
    turns.run(id, async () => {
      const refusal = await guard.check()
      return refusal === null ? work() : { ok: false, failure: refusal }
    })

  return {
    state,
    load: (id) => turns.run(id, () => loadNow(id)),
    write,
    inTurn: turns.run,
    change: (id, work) =>
      turns.run(id, async () => {
        const [refusal, loaded] = await Promise.all([guard.check(), loadNow(id)])
        if (refusal !== null) return { ok: false, failure: refusal }
        return loaded.ok ? work(loaded.value) : loaded
      }),
    put: (loaded) => {
      const row = enter(loaded)
      tellRows(row === null ? [] : [row], [])
      return itemOf(loaded).row
    },
    enter,
    tell: (rows) => tellRows(rows, []),
    drop: (id) => {
      texts.forget(id)
      tellRows([], catalogue.remove(id) ? [id] : [])
    },
    refresh: async (ids) => {
      const followed = await Promise.all(
        ids.map((id) => turns.run(id, async () => ({ id, change: follow(id, await files.load(id)) }))),
      )
      const rows = followed.flatMap(({ change }) => (change === null || change === 'gone' ? [] : [change]))
      tellRows(
        rows,
        followed.flatMap(({ id, change }) => (change === 'gone' ? [id] : [])),
      )
    },
    idle: turns.idle,
  }
}
