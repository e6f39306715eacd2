// Run as a process of its own: opens the library named on the command line and prints how long it took until the list could be drawn, until
// everything had been checked (both without deriving the key from the passphrase, which is told apart), and what memory main then holds. Milliseconds and bytes, as JSON.
import { type DeriveKey, deriveHere } from '../../main/library/sealing/key-derivation.ts'
import { openBenchLibrary } from './bench-library.ts'

const [folder, expected, protection] = process.argv.slice(2)
if (folder === undefined || expected === undefined) throw new Error('Usage: open-once.ts FOLDER ROWS')

const idle = memory()
const began = performance.now()
let unlocked = 0
const derive: DeriveKey = async (passphrase, cost) => {
  const started = performance.now()
  const key = await deriveHere(passphrase, cost)
  unlocked += performance.now() - started
  return key
}
const library = await openBenchLibrary(folder, protection === 'sealed' ? 'sealed' : 'plain', derive)
while (library.rows().length < Number(expected)) await nextTurn()
const listReady = performance.now() - began - unlocked
await library.settled()
const settled = performance.now() - began - unlocked
const open = memory()
await library.close()
process.stdout.write(JSON.stringify({ unlocked, listReady, settled, idleBytes: idle, openBytes: open }))

function memory(): number {
  globalThis.gc?.()
  return process.memoryUsage.rss()
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
