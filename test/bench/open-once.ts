// Run as a process of its own: opens the library named on the command line and prints how long it took until the list could be drawn, until
// everything had been checked, and what memory main then holds. Milliseconds and bytes, as JSON.
import { openBenchLibrary } from './bench-library.ts'

const [folder, expected] = process.argv.slice(2)
if (folder === undefined || expected === undefined) throw new Error('Usage: open-once.ts FOLDER ROWS')

const idle = memory()
const began = performance.now()
const library = await openBenchLibrary(folder)
while (library.rows().length < Number(expected)) await nextTurn()
const listReady = performance.now() - began
await library.settled()
const settled = performance.now() - began
const open = memory()
await library.close()
process.stdout.write(JSON.stringify({ listReady, settled, idleBytes: idle, openBytes: open }))

function memory(): number {
  globalThis.gc?.()
  return process.memoryUsage.rss()
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
