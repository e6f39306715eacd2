// Reads again what older rules have read, one briefing after the other behind everybody's back: corrections and notes are not touched,
// and since each record says which rules made its reading, an interrupted run simply goes on the next time.
import { setTimeout } from 'node:timers/promises'
import { currentVersion, type Row } from '../../domain/briefing.ts'
import type { ReadingProgress } from '../../domain/contract.ts'
import { equals } from '../../domain/equals.ts'
import type { Reading, StoredReading } from '../../domain/reading/reading.ts'
import { type Failure, type Result, success } from '../../domain/result.ts'
import type { BriefingFiles, LoadedBriefing } from './briefing-files.ts'
import type { Catalogue } from './catalogue.ts'
import type { LibraryChange } from './library.ts'
import type { EntryRecord } from './record-kinds.ts'
import type { Shelf } from './shelf.ts'
import type { WriteGuard } from './write-guard.ts'

/** Milliseconds between two announcements of how far it is. */
const tellEvery = 250
/** Milliseconds between two announcements of rows: each draws a list of thousands anew, which costs a frame. */
const rowsEvery = 20_000
/** Milliseconds it rests at most between two briefings. */
const longestRest = 50

export type ReadingAgainOptions = {
  /** The number of the rules that `read` reads by. */
  readonly engine: number
  /** Reads a text without keeping this thread busy for longer than one text takes. */
  readonly read: (text: string) => Promise<Reading>
  readonly shelf: Shelf
  readonly files: BriefingFiles
  readonly catalogue: Catalogue
  readonly guard: WriteGuard
  readonly tell: (change: LibraryChange) => void
  readonly report: (message: unknown) => void
}

export type ReadingAgain = {
  /** Begins, unless it is under way; refuses where nothing can be written. Resolves to how many briefings there are to read. */
  readonly start: () => Promise<Result<{ readonly total: number }>>
  /** Ends after the briefing at hand. */
  readonly stop: () => Promise<void>
}

/** Reading again for one library. Its progress is told as it goes. */
export function readingAgain(options: ReadingAgainOptions): ReadingAgain {
  const { engine, catalogue, guard, report } = options
  let running: { readonly total: number; readonly ended: Promise<void> } | null = null
  let stopped = false
  return {
    start: async () => {
      const failure = await guard.check()
      if (failure !== null) return { ok: false, failure }
      if (stopped) await running?.ended
      if (running === null) {
        const ids = Array.from(catalogue.items()).flatMap((item) => (item.engine < engine ? [item.row.id] : []))
        stopped = false
        const ended = run(options, ids, () => stopped).catch(report)
        running = {
          total: ids.length,
          ended: ended.then(() => {
            running = null
          }),
        }
      }
      return success({ total: running.total })
    },
    stop: async () => {
      stopped = true
      await running?.ended
    },
  }
}

async function run(options: ReadingAgainOptions, ids: readonly string[], isStopped: () => boolean): Promise<void> {
  const account = accountOf(options, ids.length)
  let failure: Failure | null = null
  let rest = 0
  for (const id of ids) {
    // Whoever waits for this thread comes first, and the window draws on the same cores: it rests as long as it worked.
    await setTimeout(rest)
    if (isStopped() || failure !== null) break
    const began = performance.now()
    failure = await readOne(options, id, account)
    rest = Math.min(longestRest, performance.now() - began)
  }
  account.end(failure)
}

/** Reads one briefing. Out: why all the others would fail as well, or null. */
async function readOne(options: ReadingAgainOptions, id: string, account: Account): Promise<Failure | null> {
  try {
    const result = await again(options, id)
    if (result.ok) account.done(id, result.value)
    else if (endsAll(result.failure)) return result.failure
    else {
      options.report(result.failure)
      account.done(id, untouched)
    }
  } catch (error) {
    // Rules that fail on one text are mistakes in the program; the other texts can be read all the same.
    options.report(error)
    account.done(id, untouched)
  }
  return null
}

type Outcome = { readonly isWritten: boolean; readonly isOther: boolean; readonly row: Row | null }
const untouched: Outcome = { isWritten: false, isOther: false, row: null }

/** The text is read out of the briefing's turn, so that a note on it never waits for that; what came meanwhile is respected. */
async function again({ shelf, files, engine, read }: ReadingAgainOptions, id: string): Promise<Result<Outcome>> {
  const loaded = await shelf.load(id)
  if (!loaded.ok) return loaded
  if (!isOld(loaded.value, engine)) return success(untouched)
  const { text } = currentVersion(loaded.value.entry)
  const { text: _, ...reading } = await read(text)
  return shelf.change(id, async (current) => {
    const { entry } = current
    if (!isOld(current, engine) || currentVersion(entry).text !== text) return success(untouched)
    const changed: EntryRecord = { ...entry, reading, revision: entry.revision + 1 }
    const written = await files.writeEntry(changed)
    if (!written.ok) return written
    const row = shelf.enter({ ...current, entry: changed, entryStamp: written.value })
    return success({ isWritten: true, isOther: saysOther(entry.reading, reading), row })
  })
}

/** A damaged record's last good copy is shown, and stays as it is until somebody looks into it. */
function isOld({ entry, warning }: LoadedBriefing, engine: number): boolean {
  return warning === null && entry.reading.engine < engine
}

function saysOther(before: StoredReading, after: StoredReading): boolean {
  return !equals({ ...before, engine: 0 }, { ...after, engine: 0 })
}

/** The disk or the lock, not one record. */
function endsAll({ code }: Failure): boolean {
  return code.startsWith('disk-') || code.startsWith('library-') || code === 'no-permission' || code === 'call-refused'
}

type Account = {
  readonly done: (id: string, outcome: Outcome) => void
  readonly end: (failure: Failure | null) => void
}

/** Counts, and tells from time to time. */
function accountOf({ shelf, tell }: ReadingAgainOptions, total: number): Account {
  let progress: ReadingProgress = { done: 0, total, changed: 0, running: true, failure: null }
  let rows: Row[] = []
  let ids: string[] = []
  let told = 0
  let rowsTold = performance.now()
  const tellRows = (): void => {
    // Without rows too: how many are left to read is told with them.
    shelf.tell(rows)
    rows = []
    rowsTold = performance.now()
  }
  const tellNow = (isLast: boolean): void => {
    if (isLast || performance.now() - rowsTold >= rowsEvery) tellRows()
    if (ids.length > 0) tell({ kind: 'briefings', ids })
    tell({ kind: 'reading', progress })
    ids = []
    told = performance.now()
  }
  return {
    done: (id, { isWritten, isOther, row }) => {
      progress = { ...progress, done: progress.done + 1, changed: progress.changed + Number(isOther) }
      if (isWritten) ids.push(id)
      if (row !== null) rows.push(row)
      if (performance.now() - told >= tellEvery) tellNow(false)
    },
    end: (failure) => {
      progress = { ...progress, running: false, failure }
      tellNow(true)
    },
  }
}
