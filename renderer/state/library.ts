// The list's part of the state: all rows, which view and filter they are seen through, and the row that is chosen.
import { assertNever } from '../../domain/assert-never.ts'
import { listedDay, type Row } from '../../domain/briefing.ts'
import type { LibraryState, ReadingProgress, RepairOutcome } from '../../domain/contract.ts'
import type { Failure } from '../../domain/result.ts'
import type { Place } from '../../domain/session.ts'

export type View = Place['view']

export type LibrarySlice = {
  readonly phase: 'loading' | 'failed' | 'ready'
  /** Why loading failed; null otherwise. */
  readonly failure: Failure | null
  readonly state: LibraryState | null
  readonly rows: ReadonlyMap<string, Row>
  /**
   * The rows as they were when one last came, went or changed its place: what the list is sorted by. The same object while rows only
   * change what they say, so that ten thousand are not sorted anew for each handful that is read again.
   */
  readonly arranged: ReadonlyMap<string, Row>
  readonly view: View
  readonly query: string
  /** Ids that answer the query; null while there is no query. */
  readonly matches: ReadonlySet<string> | null
  readonly chosen: string | null
  /** How far reading again is; null while nothing is read again. */
  readonly progress: ReadingProgress | null
  /** True once somebody would rather not be asked about older readings in this session. */
  readonly olderDismissed: boolean
  /** A repair that runs, or what came of the last one until it is put away. */
  readonly repair: 'running' | RepairOutcome | null
}

export type LibraryAction =
  | { readonly type: 'loaded'; readonly state: LibraryState; readonly rows: readonly Row[] }
  | { readonly type: 'load-failed'; readonly failure: Failure }
  | { readonly type: 'state-changed'; readonly state: LibraryState }
  | { readonly type: 'rows-changed'; readonly upserted: readonly Row[]; readonly removed: readonly string[] }
  | { readonly type: 'view-chosen'; readonly view: View }
  | { readonly type: 'query-typed'; readonly query: string }
  | { readonly type: 'query-answered'; readonly query: string; readonly ids: readonly string[] }
  | { readonly type: 'row-chosen'; readonly id: string | null }
  | { readonly type: 'reading-progressed'; readonly progress: ReadingProgress }
  | { readonly type: 'older-dismissed' }
  /** The library is gone: nothing of it may stay on the screen. */
  | { readonly type: 'emptied' }
  | { readonly type: 'repair'; readonly repair: LibrarySlice['repair'] }

/** Before the library has been loaded. */
export const noLibrary: LibrarySlice = {
  phase: 'loading',
  failure: null,
  state: null,
  rows: new Map(),
  arranged: new Map(),
  view: 'library',
  query: '',
  matches: null,
  chosen: null,
  progress: null,
  olderDismissed: false,
  repair: null,
}

/** The list after an action. An answer to an older query is dropped. */
export function reduceLibrary(slice: LibrarySlice, action: LibraryAction): LibrarySlice {
  switch (action.type) {
    case 'loaded': {
      const rows = byId(action.rows)
      return { ...slice, phase: 'ready', failure: null, state: action.state, rows, arranged: rows }
    }
    case 'load-failed':
      return { ...slice, phase: 'failed', failure: action.failure }
    case 'state-changed':
      return { ...slice, state: action.state }
    case 'rows-changed': {
      const rows = changedRows(slice.rows, action.upserted, action.removed)
      return { ...slice, rows, arranged: keepsPlaces(slice.rows, action) ? slice.arranged : rows }
    }
    case 'view-chosen':
      return slice.view === action.view ? slice : { ...slice, view: action.view }
    case 'query-typed':
      return { ...slice, query: action.query, matches: action.query.trim() === '' ? null : slice.matches }
    case 'query-answered':
      return action.query === slice.query ? { ...slice, matches: new Set(action.ids) } : slice
    case 'row-chosen':
      return slice.chosen === action.id ? slice : { ...slice, chosen: action.id }
    case 'reading-progressed':
      return { ...slice, progress: action.progress.running ? action.progress : null }
    case 'emptied':
      return noLibrary
    case 'older-dismissed':
      return { ...slice, olderDismissed: true }
    case 'repair':
      return { ...slice, repair: action.repair }
    default:
      return assertNever(action)
  }
}

/** True when something can be saved: the library is there and nothing forbids writing. */
export function canWrite(slice: LibrarySlice): boolean {
  return slice.state !== null && slice.state.readOnly === null
}

/** True when a repair can be tried: nothing forbids writing but library.json itself, which it mends. */
export function mayRepair({ readOnly }: LibraryState): boolean {
  return readOnly === null || readOnly.code === 'library-damaged'
}

/** How many briefings each view holds. */
export function countsOf(rows: ReadonlyMap<string, Row>): Readonly<Record<View, number>> {
  let bin = 0
  for (const row of rows.values()) if (row.deleted !== null) bin += 1
  return { library: rows.size - bin, bin }
}

function byId(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

function changedRows(
  rows: ReadonlyMap<string, Row>,
  upserted: readonly Row[],
  removed: readonly string[],
): ReadonlyMap<string, Row> {
  const next = new Map(rows)
  for (const id of removed) next.delete(id)
  for (const row of upserted) next.set(row.id, row)
  return next
}

/** True when every changed row stays where the list has it: in its view, under its day. */
function keepsPlaces(
  rows: ReadonlyMap<string, Row>,
  { upserted, removed }: Extract<LibraryAction, { type: 'rows-changed' }>,
): boolean {
  const stays = (row: Row) => {
    const known = rows.get(row.id)
    if (known === undefined || listedDay(known) !== listedDay(row)) return false
    return (known.deleted === null) === (row.deleted === null)
  }
  return removed.length === 0 && upserted.every(stays)
}
