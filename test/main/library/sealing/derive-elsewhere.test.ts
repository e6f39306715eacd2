import { expect, it, vi } from 'vitest'
import { deriveElsewhere } from '../../../../main/library/sealing/derive-elsewhere.ts'
import { deriveHere, type PassphraseCost } from '../../../../main/library/sealing/key-derivation.ts'

const salt = Buffer.alloc(16, 7).toString('base64')
const cost: PassphraseCost = { name: 'argon2id', memory: 19 * 1024, passes: 2, lanes: 1, salt }
const worker = new URL('../../../../main/library/sealing/key-worker.ts', import.meta.url)

it('the thread makes the same key as this one, without this one’s help', async () => {
  const here = vi.fn(deriveHere)
  const report = vi.fn()
  const derive = deriveElsewhere({ worker, deriveHere: here, report })
  const [one, other] = await Promise.all([derive('walnut ferry', cost), derive('Walnut ferry', cost)])
  expect(report).not.toHaveBeenCalled()
  expect(here).not.toHaveBeenCalled()
  expect(one).toEqual(await deriveHere('walnut ferry', cost))
  expect(other).not.toEqual(one)
})

it.each([
  ['is missing', new URL('no-such-file.js', worker)],
  ['ends without a key', new URL('data:text/javascript,')],
  [
    'gives something else',
    new URL(
      `data:text/javascript,${encodeURIComponent("import { parentPort } from 'node:worker_threads'; parentPort.once('message', () => parentPort.postMessage('key'))")}`,
    ),
  ],
])('a thread that %s is reported, and the key is made here', async (_what, file) => {
  const report = vi.fn()
  const key = await deriveElsewhere({ worker: file, deriveHere, report })('walnut ferry', cost)
  expect(report).toHaveBeenCalledOnce()
  expect(key).toEqual(await deriveHere('walnut ferry', cost))
})
