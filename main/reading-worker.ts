// The other side of main/elsewhere.ts: reads texts in a thread of its own, so that the app's own loop never waits for one.
import { parentPort } from 'node:worker_threads'
import { readText } from '../domain/reading/read.ts'

parentPort?.on('message', (text: string) => parentPort?.postMessage(readText(text)))
