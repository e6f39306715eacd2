// This device's place and draft: in memory at once, in its record soon after, so that typing never waits for the disk.

import { inOrder } from '../../domain/in-order.ts'
import type { Failure } from '../../domain/result.ts'
import { type Session, startOfSession } from '../../domain/session.ts'
import { sessionFile } from './file-names.ts'
import { currentSchema, type Stored } from './record.ts'
import { type SessionRecord, sessionKind } from './record-kinds.ts'
import { recordStore, type StoreOptions } from './record-store.ts'
import { asResult } from './storage-error.ts'

/** Milliseconds of typing that one write covers. */
const writeDelay = 500

export type SessionKeeper = {
  readonly get: () => Session
  readonly save: (session: Session) => void
  /** Resolves when what was saved so far is on the disk or has failed. */
  readonly flush: () => Promise<void>
  /** Runs work that changes the record on the disk while nothing is written here; the next write looks at it first. */
  readonly whileIdle: <T>(work: () => Promise<T>) => Promise<T>
}

export type SessionOptions = Omit<StoreOptions<Stored>, 'kind' | 'fileOf' | 'kept'> & {
  readonly device: string
  /** Why nothing can be written now, or null. */
  readonly mayWrite: () => Promise<Failure | null>
  readonly report: (message: unknown) => void
}

/** Opens the session. A damaged one starts anew and is set aside at the first write; a newer version's is never written. */
export async function openSession(options: SessionOptions): Promise<SessionKeeper> {
  const { device, mayWrite, report } = options
  const store = recordStore({ ...options, kind: sessionKind, fileOf: sessionFile, kept: 1 })
  const queue = inOrder()
  const found = await asResult(() => store.read(device))
  const flaw = found.ok ? found.value.warning : found.failure
  if (flaw !== null) report(flaw)
  let session = sessionIn(found.ok ? found.value.record : null)
  let revision = found.ok ? (found.value.record?.revision ?? 0) : 0
  let timer: NodeJS.Timeout | null = null

  const write = async (): Promise<void> => {
    if (!found.ok || (await mayWrite()) !== null) return
    revision += 1
    const record: SessionRecord = { schema: currentSchema(sessionKind), revision, device, ...session }
    const written = await asResult(() => store.write(device, record))
    if (!written.ok) report(written.failure)
  }
  const flush = (): Promise<void> => {
    if (timer === null) return queue(async () => undefined)
    clearTimeout(timer)
    timer = null
    return queue(write)
  }
  return {
    get: () => session,
    save: (changed) => {
      session = changed
      timer ??= setTimeout(() => void flush().catch(report), writeDelay)
    },
    flush,
    whileIdle: (work) =>
      queue(async () => {
        try {
          return await work()
        } finally {
          store.forget(device)
        }
      }),
  }
}

function sessionIn(record: SessionRecord | null): Session {
  return record === null ? startOfSession : { place: record.place, draft: record.draft }
}
