// Runs conversions on threads of their own, each with a limit on memory and on time, so that a document made to hurt costs the
// app nothing but a sentence. A thread serves one document: what one does to it, the next never meets.
import { Worker } from 'node:worker_threads'
import { inOrder } from '../../domain/in-order.ts'
import { failed } from '../../domain/result.ts'
import type { Answer, Job } from './convert-job.ts'
import { conversionBuffers, conversionHeap, longestConversion, memoryWatch } from './limits.ts'

/** Converts one document; every failure is a value. */
export type Convert = (job: Job) => Promise<Answer>

export type ConverterOptions = {
  /** The built thread's file, beside the program's own. */
  readonly worker: URL
  /** Told when a thread fails otherwise than by its limits: it could not begin, or a library failed behind the conversion's back. */
  readonly report: (trouble: unknown) => void
  /** Milliseconds. */
  readonly time?: number
  /** Megabytes (2^20 bytes). */
  readonly heap?: number
  /** Bytes. */
  readonly buffers?: number
}

/**
 * Makes the function that converts documents, one after the other. Beside the conversion's own failures: document-slow when the time
 * is over, document-oversized when the memory is, document-damaged when the thread ends without an answer.
 */
export function createConverter(options: ConverterOptions): Convert {
  const queue = inOrder()
  return (job) => queue(() => runThread(job, options))
}

/** Runs one conversion; whatever ends it first is the answer, which comes when the thread is gone. */
function runThread(job: Job, options: ConverterOptions): Promise<Answer> {
  const { time = longestConversion, buffers = conversionBuffers } = options
  const { file, kind } = job
  const thread = startThread(job, options)
  return new Promise((resolve) => {
    let answer: Answer | null = null
    const end = (first: Answer) => {
      answer ??= first
      void thread.terminate()
    }
    const timer = setTimeout(() => end(failed('document-slow', { file, seconds: Math.ceil(time / 1000) })), time)
    const watch = setInterval(async () => {
      if ((await buffersOf(thread)) > buffers) end(failed('document-oversized', { file }))
    }, memoryWatch)
    thread.once('message', end)
    thread.once('error', (error) => {
      const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (!isMemory) options.report(error)
      end(failed(isMemory ? 'document-oversized' : 'document-damaged', { file, kind }))
    })
    thread.once('exit', () => {
      clearTimeout(timer)
      clearInterval(watch)
      resolve(answer ?? failed('document-damaged', { file, kind }))
    })
  })
}

/** Bytes of a thread's memory outside its heap; 0 for one that has just ended or can't say. */
async function buffersOf(thread: Worker): Promise<number> {
  try {
    return (await thread.getHeapStatistics()).external_memory
  } catch {
    return 0
  }
}

function startThread(job: Job, { worker, heap = conversionHeap }: ConverterOptions): Worker {
  const { data, transferList } = own(job)
  return new Worker(worker, {
    workerData: data,
    transferList,
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    // It needs neither the environment nor the program's own switches, and what a library prints is nobody's business.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  })
}

/** The job with a copy of its bytes that the thread may keep. */
function own(job: Job): { readonly data: Job; readonly transferList: ArrayBuffer[] } {
  if (!('bytes' in job)) return { data: job, transferList: [] }
  const bytes = new Uint8Array(job.bytes)
  return { data: { ...job, bytes }, transferList: [bytes.buffer] }
}
