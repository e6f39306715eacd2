// The conversion's thread: one document in, its text out, and the thread ends. Only it loads the libraries that read documents, and
// nothing else of the program.
import { parentPort, workerData } from 'node:worker_threads'
import { removeNetworkGlobals } from '../security/network-globals.ts'
import { convert } from './convert.ts'
import type { Job } from './convert-job.ts'

removeNetworkGlobals()
const job: Job = workerData
parentPort?.postMessage(await convert(job))
