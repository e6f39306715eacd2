// Reading a whole library again behind everybody's back: how long it takes, and for how long it keeps the thread from anything else.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { ReadingProgress } from '../../domain/contract.ts'
import { readElsewhere } from '../../main/elsewhere.ts'
import { openWithDomain } from '../../main/open-with-domain.ts'
import { createTextReader } from '../../main/text-reader.ts'
import { benchDevice } from './bench-library.ts'

export type ReadAgain = {
  readonly briefings: number
  /** Milliseconds for all of them. */
  readonly took: number
  /** Milliseconds for which the thread could do nothing else: at most, and in all but one of a hundred looks. */
  readonly longestBlock: number
  readonly block99: number
}

/** How often the thread is looked at, in milliseconds: what it is late by is how long it was kept. */
const lookEvery = 1

/** Reads the library in a folder again as the app does, in a thread of its own. Its briefings must be of older rules. */
export async function measureReadingAgain(folder: string): Promise<ReadAgain> {
  const worker = new URL('../../main/reading-worker.ts', import.meta.url)
  const readText = createTextReader()
  const elsewhere = readElsewhere({ worker, readHere: async (text) => readText(text), report: refuse })
  const opened = await openWithDomain({
    folder,
    device: benchDevice,
    creator: 'bench',
    mode: 'read-write',
    createIfMissing: false,
    report: (message) => console.error(message),
    readElsewhere: elsewhere.read,
  })
  if (!opened.ok) throw new Error(`The library did not open: ${opened.failure.code}.`)
  const library = opened.value
  await library.settled()
  await elsewhere.read('Prepared.')
  const ended = new Promise<ReadingProgress>((resolve) => {
    library.onChange((change) => {
      if (change.kind === 'reading' && !change.progress.running) resolve(change.progress)
    })
  })
  const delay = monitorEventLoopDelay({ resolution: lookEvery })
  const began = performance.now()
  delay.enable()
  const started = await library.readAgain()
  if (!started.ok) throw new Error(`Reading again did not begin: ${started.failure.code}.`)
  const { done, failure } = await ended
  delay.disable()
  const took = performance.now() - began
  await library.close()
  await elsewhere.close()
  if (failure !== null || done < started.value.total) throw new Error('Reading again did not come to its end.')
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - lookEvery)
  return { briefings: done, took, longestBlock: late(delay.max), block99: late(delay.percentile(99)) }
}

/** Without a thread of its own this measures something else. */
function refuse(trouble: unknown): never {
  throw new Error('No thread could be had to read in.', { cause: trouble })
}
