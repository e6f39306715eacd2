// Reads texts in another thread, one after the other. The thread begins with the first text and ends when nobody has asked for a
// while; where none can be had, texts are read here: slower for whoever waits, never not at all.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { inOrder } from '../domain/in-order.ts'
import type { Reading } from '../domain/reading/reading.ts'

/** Milliseconds without a text after which the thread and its memory are given back. */
const idleFor = 30_000

export type ElsewhereOptions = {
  /** The thread's file: main/reading-worker.ts, as built or as it stands. */
  readonly worker: URL
  /** Reads a text in this thread. */
  readonly readHere: (text: string) => Promise<Reading>
  /** Told once when no thread can be had. */
  readonly report: (trouble: unknown) => void
}

export type Elsewhere = {
  /** Rejects when the rules fail on the text itself. */
  readonly read: (text: string) => Promise<Reading>
  /** Ends the thread, after the text that is being read. */
  readonly close: () => Promise<void>
}

/** A reader in another thread. Nothing is started before the first text. */
export function readElsewhere({ worker, readHere, report }: ElsewhereOptions): Elsewhere {
  const queue = inOrder()
  let thread: Worker | null = null
  let hasFailed = false
  let timer: NodeJS.Timeout | null = null

  const begin = (): Worker => {
    const begun = new Worker(worker)
    begun.unref()
    // A thread that ends between two texts is begun anew with the next one.
    begun.on('error', () => undefined)
    begun.on('exit', () => {
      if (thread === begun) thread = null
    })
    return begun
  }
  const end = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer)
    const last = thread
    thread = null
    await last?.terminate()
  }
  const read = async (text: string): Promise<Reading> => {
    if (hasFailed) return readHere(text)
    if (timer !== null) clearTimeout(timer)
    try {
      thread ??= begin()
      return await answerOf(thread, text)
    } catch (error) {
      await end()
      // A text that the rules fail on fails here as well, and is then reported as what it is.
      const reading = await readHere(text)
      hasFailed = true
      report(error)
      return reading
    } finally {
      timer = setTimeout(() => void queue(end), idleFor)
      timer.unref()
    }
  }
  return { read: (text) => queue(() => read(text)), close: () => queue(end) }
}

/** Rejects when the thread fails or ends instead of answering. */
async function answerOf(thread: Worker, text: string): Promise<Reading> {
  const listening = new AbortController()
  const { signal } = listening
  const ended = once(thread, 'exit', { signal }).then(() => {
    throw new Error('the reading thread ended')
  })
  try {
    thread.postMessage(text)
    const [reading] = await Promise.race([once(thread, 'message', { signal }), ended])
    return reading as Reading
  } finally {
    listening.abort()
  }
}
