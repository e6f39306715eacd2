// After this a thread knows no way to open a connection without an import; and each of the app's threads does it first.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { networkGlobals } from '../../../main/security/network-globals.ts'

const sources = join(import.meta.dirname, '../../../main')

it('takes every way to open a connection from a thread', async () => {
  const module = JSON.stringify(join(sources, 'security/network-globals.ts'))
  const code = `
    const { parentPort } = require('node:worker_threads')
    import(${module}).then(({ networkGlobals, removeNetworkGlobals }) => {
      const before = 'fetch' in globalThis
      removeNetworkGlobals()
      parentPort.postMessage({ before, after: networkGlobals.filter((name) => name in globalThis) })
    })`
  const worker = new Worker(code, { eval: true })
  const told = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  await worker.terminate()
  expect(told).toEqual({ before: true, after: [] })
  expect(networkGlobals).toContain('WebSocket')
})

it.each(['index.ts', 'reading-worker.ts', 'import/convert-worker.ts'])('%s does so', (file) => {
  expect(readFileSync(join(sources, file), 'utf8')).toMatch(/^ {0,2}removeNetworkGlobals\(\)$/m)
})
