// Reads texts in another thread, one after the other. The thread begins with the first text and ends when nobody has asked for a
// while; where none can be had, texts are read here: slower for whoever waits, never not at all.
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { inOrder } from '../domain/in-order.ts'
import type { Reading } from '../domain/reading/reading.ts'

/** Milliseconds without a text after which the thread and its memory are given back. */
const idleFor = 30_000

export type ElsewhereOptions = {
  /** The file of main/reading-worker.ts, as built or as it stands. */
  readonly file: string
  /** Reads a text in this thread. */
  readonly readHere: (text: string) => Reading
  /** Told once when no thread can be had. */
  readonly report: (trouble: unknown) => void
}

export type Elsewhere = {
  /** Rejects when the rules fail on the text itself. */
  readonly read: (text: string) => Promise<Reading>
  /** Ends the thread, after the text that is being read. */
  readonly close: () => Promise<void>
}

/** The worker's file in the folder of main: beside the built main, or its source. */
export function workerFile(folder: string, extension: 'js' | 'ts'): string {
  return join(folder, `reading-worker.${extension}`)
}

/** A reader in another thread. Nothing is started before the first text. */
export function readElsewhere({ file, readHere, report }: ElsewhereOptions): Elsewhere {
  const queue = inOrder()
  let worker: Worker | null = null
  let hasFailed = false
  let timer: NodeJS.Timeout | null = null

  const begin = (): Worker => {
    const begun = new Worker(file)
    begun.unref()
    // A thread that ends between two texts is begun anew with the next one.
    begun.on('error', () => undefined)
    begun.on('exit', () => {
      if (worker === begun) worker = null
    })
    return begun
  }
  const end = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer)
    const last = worker
    worker = null
    await last?.terminate()
  }
  const read = async (text: string): Promise<Reading> => {
    if (hasFailed) return readHere(text)
    if (timer !== null) clearTimeout(timer)
    try {
      worker ??= begin()
      return await answerOf(worker, text)
    } catch (error) {
      await end()
      // A text that the rules fail on fails here as well, and is then reported as what it is.
      const reading = readHere(text)
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
async function answerOf(worker: Worker, text: string): Promise<Reading> {
  const listening = new AbortController()
  const { signal } = listening
  const ended = once(worker, 'exit', { signal }).then(() => {
    throw new Error('the reading thread ended')
  })
  try {
    worker.postMessage(text)
    const [reading] = await Promise.race([once(worker, 'message', { signal }), ended])
    return reading as Reading
  } finally {
    listening.abort()
  }
}
