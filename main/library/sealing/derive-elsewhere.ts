// Derives keys in another thread. A thread serves one key and ends, so that its memory (64 MiB and the passphrase) goes with it; where
// none can be had, the key is derived here: the window stands still for a third of a second, and nobody is locked out.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { keySize } from './data-key.ts'
import type { DeriveKey } from './key-derivation.ts'
import type { KeyJob } from './key-worker.ts'

export type DeriveElsewhereOptions = {
  /** The thread's file: key-worker.ts, as built or as it stands. */
  readonly worker: URL
  /** Derives in this thread. */
  readonly deriveHere: DeriveKey
  /** Told when no thread could be had. */
  readonly report: (trouble: unknown) => void
}

/** Makes the function that derives in a thread. It rejects when the key can't be derived in this thread either. */
export function deriveElsewhere({ worker, deriveHere, report }: DeriveElsewhereOptions): DeriveKey {
  return async (passphrase, cost) => {
    try {
      return await deriveIn(worker, { passphrase, cost })
    } catch (error) {
      report(error)
      return deriveHere(passphrase, cost)
    }
  }
}

/** Rejects when the thread fails, ends or gives something else instead of a key. */
async function deriveIn(worker: URL, job: KeyJob): Promise<Uint8Array> {
  const thread = new Worker(worker)
  const listening = new AbortController()
  const { signal } = listening
  try {
    const ended = once(thread, 'exit', { signal }).then(() => {
      throw new Error('the thread for keys ended')
    })
    ended.catch(() => undefined)
    thread.postMessage(job)
    const [key] = (await Promise.race([once(thread, 'message', { signal }), ended])) as [unknown]
    if (!(key instanceof Uint8Array) || key.length !== keySize) throw new Error('the thread for keys gave no key')
    return key
  } finally {
    listening.abort()
    await thread.terminate()
  }
}
