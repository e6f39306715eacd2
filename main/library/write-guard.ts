// Whether this process may write: asked before every write. It owns the lock while it may, and says who holds it when not.

import { inOrder } from '../../domain/in-order.ts'
import { type Failure, failed, type Result } from '../../domain/result.ts'
import { lockName } from './file-names.ts'
import type { HeldLock } from './held-lock.ts'
import { failureCodeOf, systemCode } from './storage-error.ts'

/** Milliseconds between heartbeats: one minute, a tenth of what makes a lock stale. */
const heartbeatEvery = 60_000
/** Milliseconds between tries while another process holds the library (the command line does for a moment) or the disk refuses. */
export const retryEvery = 5_000

export type WriteGuard = {
  /** Why nothing can be written, or null. */
  readonly readOnly: () => Failure | null
  /** Null when a write may go ahead now; makes sure that the lock is still ours. */
  readonly check: () => Promise<Failure | null>
  /** Tries to get the lock, another host's stale one too. Null when it is ours. */
  readonly takeOver: () => Promise<Failure | null>
  /** Tries to get the lock if it is free. Null when it is ours. */
  readonly tryAgain: () => Promise<Failure | null>
  /** Calls `listener` whenever `readOnly` becomes another. */
  readonly onChange: (listener: () => void) => void
  /** After this nothing is written through the guard any more, while the lock stays ours. */
  readonly freeze: () => void
  /** After this nothing is written any more, and the lock is given back. */
  readonly close: () => Promise<void>
}

export type GuardOptions = {
  /** Takes the lock; null where this opening never writes. */
  readonly take: ((stale: boolean) => Promise<Result<HeldLock>>) | null
  /** Why this opening never writes, when `take` is null. */
  readonly reason: Failure
  readonly report: (message: unknown) => void
}

/** Opens the guard: takes the lock where it can. */
export async function openGuard(options: GuardOptions): Promise<WriteGuard> {
  const { take, report } = options
  let lock: HeldLock | null = null
  let readOnly: Failure | null = options.reason
  let closed = false
  const queue = inOrder()
  let listener: () => void = () => undefined

  const change = (failure: Failure | null): Failure | null => {
    const changed = JSON.stringify(failure) !== JSON.stringify(readOnly)
    readOnly = failure
    if (changed) listener()
    return failure
  }
  /** Takes the lock again after `lost` turned out not to be ours; whoever asks meanwhile gets the same answer. */
  const attempt = (stale: boolean, lost: HeldLock | null): Promise<Failure | null> =>
    queue(async () => {
      if (take === null || closed || lock !== lost) return readOnly
      const taken = await takenOrFailure(take, stale)
      lock = taken.ok ? taken.value : null
      return change(taken.ok ? null : taken.failure)
    })
  const held = async (look: (lock: HeldLock) => Promise<boolean>): Promise<Failure | null> => {
    const current = lock
    if (readOnly !== null || current === null) return readOnly
    try {
      // Gone altogether (somebody tidied up) it can be had again; taken by another it can't.
      return (await look(current)) ? readOnly : await attempt(false, current)
    } catch (error) {
      return lockFailure(error)
    }
  }

  await attempt(false, null)
  const timer = setInterval(() => void held((current) => current.beat()).catch(report), heartbeatEvery)
  timer.unref()
  const retry = setInterval(() => {
    if (mayPass(readOnly)) void attempt(false, null).catch(report)
  }, retryEvery)
  retry.unref()
  const getIt = (stale: boolean) => (lock === null ? attempt(stale, null) : held((current) => current.isHeld()))
  return {
    readOnly: () => readOnly,
    check: () => held((current) => current.isHeld()),
    takeOver: () => getIt(true),
    tryAgain: () => getIt(false),
    onChange: (changed) => {
      listener = changed
    },
    freeze: () => {
      closed = true
      readOnly = failed('call-refused').failure
    },
    close: async () => {
      clearInterval(timer)
      clearInterval(retry)
      closed = true
      readOnly = failed('call-refused').failure
      await queue(async () => {
        const last = lock
        lock = null
        await last?.release().catch(report)
      })
    },
  }
}

/** Holders let go, disks are emptied and plugged in again; what a library itself is does not change. */
function mayPass(failure: Failure | null): boolean {
  return failure !== null && /^(?:library-locked|disk-)/.test(failure.code)
}

async function takenOrFailure(take: (stale: boolean) => Promise<Result<HeldLock>>, stale: boolean) {
  try {
    return await take(stale)
  } catch (error) {
    return { ok: false as const, failure: lockFailure(error) }
  }
}

/** A disk that does not let a lock be made is one that can only be read. Programming errors are thrown on. */
function lockFailure(error: unknown): Failure {
  const code = systemCode(error)
  if (code === null) throw error
  const meaning = failureCodeOf(code)
  if (meaning === 'disk-read-only' || meaning === 'no-permission') return failed('disk-read-only').failure
  return failed(meaning, { file: lockName, code }).failure
}
