// The other side of derive-elsewhere.ts: makes one key in a thread of its own, so that the app's own loop never waits for it.
import { parentPort } from 'node:worker_threads'
import { deriveHere, type PassphraseCost } from './key-derivation.ts'

export type KeyJob = { readonly passphrase: string; readonly cost: PassphraseCost }

parentPort?.once('message', ({ passphrase, cost }: KeyJob) => {
  void deriveHere(passphrase, cost).then((key) => parentPort?.postMessage(key))
})
