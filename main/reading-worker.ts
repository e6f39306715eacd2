// The other side of main/elsewhere.ts: reads texts in a thread of its own, so that the app's own loop never waits for one.
import { parentPort } from 'node:worker_threads'
import { removeNetworkGlobals } from './security/network-globals.ts'
import { createTextReader } from './text-reader.ts'

removeNetworkGlobals()
const readText = createTextReader()
parentPort?.on('message', (text: string) => parentPort?.postMessage(readText(text)))
