import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openLibrary } from '../../../../main/library/open-library.ts'
import { convertLibrary } from '../../../../main/library/sealing/convert.ts'
import { scale } from '../../../torture/figures.ts'
import { type Call, expectSuccess, failingFileSystem, optionsFor, temporaryFolder } from '../support.ts'
import {
  conversionOf,
  convert,
  derive,
  filesThatTell,
  fillSmall,
  plainly,
  recordsIn,
  sealing,
  secret,
} from './convert-support.ts'

const expected = new Set(['disk-full', 'disk-failed', 'no-permission', 'disk-read-only'])
/** Milliseconds: at full length every call is made to fail. */
const longest = scale.stride === 1 ? 1_800_000 : 60_000
type Records = ReadonlyMap<string, Buffer>

async function prepared() {
  const parent = await temporaryFolder()
  const folder = join(parent, 'library')
  const ids = await fillSmall(folder)
  // Before the first conversion is what must come back after the last.
  return { parent, folder, ids, before: await recordsIn(folder) }
}

/** All there is can be read, with the passphrase or, before anything was begun and after all was made plain, without. */
async function expectReadable(folder: string, ids: readonly string[], when: string): Promise<'sealed' | 'plain'> {
  const plain = await openLibrary(optionsFor(folder, { derive, mode: 'read-only' }))
  const opened = plain.ok ? plain : await openLibrary(optionsFor(folder, { derive, mode: 'read-only', secret }))
  const library = expectSuccess(opened)
  await library.settled()
  expect(library.rows().length, when).toBe(ids.length)
  for (const id of ids) {
    const found = expectSuccess(await library.open(id))
    expect(found.notes.length, when).toBe(2)
    expect(found.warning, when).toBeNull()
  }
  await library.close()
  return plain.ok ? 'plain' : 'sealed'
}

/** Finishes both ways: sealed without a word left, then plain with every byte as it was. */
async function expectBothWays(folder: string, before: Records, form: 'sealed' | 'plain', when: string): Promise<void> {
  await convert(folder, sealing, form === 'plain' ? null : secret)
  expect(await filesThatTell(folder), when).toEqual([])
  await convert(folder, plainly)
  expect([...(await recordsIn(folder))], when).toEqual([...before])
}

const writes = ({ operation }: Call) => ['open', 'write', 'fsync', 'mkdir', 'link'].includes(operation)
const faults: readonly (readonly [string, string, (call: Call, count: number, failing: number) => boolean])[] = [
  ['EIO at the n-th call', 'EIO', (_, count, failing) => count === failing],
  ['EACCES at the n-th call', 'EACCES', (_, count, failing) => count === failing],
  ['a disk that is full from the n-th call on', 'ENOSPC', (call, count, failing) => count >= failing && writes(call)],
]

describe.each(faults)('with %s', (_, code, fails) => {
  it.each(['sealing', 'making plain'])(
    '%s fails as a value, loses nothing and goes on',
    async (way) => {
      const { parent, folder, ids, before } = await prepared()
      if (way === 'making plain') await convert(folder, sealing, null)
      const start = join(parent, 'start')
      await cp(folder, start, { recursive: true, preserveTimestamps: true })
      const [wanted, given] = way === 'sealing' ? [sealing, null] : [plainly, secret]
      for (let failing = 1; ; failing += 5 * scale.stride - 4) {
        await rm(folder, { recursive: true })
        await cp(start, folder, { recursive: true, preserveTimestamps: true })
        let calls = 0
        const fileSystem = failingFileSystem((call) => (fails(call, ++calls, failing) ? code : null))
        const converted = await convertLibrary(conversionOf(folder, { fileSystem, pid: 2 ** 30 }), given, wanted)
        if (!converted.ok) expect(expected).toContain(converted.failure.code)
        const when = `call ${failing} of ${calls}`
        await expectBothWays(folder, before, await expectReadable(folder, ids, when), when)
        if (calls < failing) break
      }
    },
    longest,
  )
})

describe('a conversion that is killed', () => {
  it(
    'loses nothing, and the next one goes on, however often',
    async () => {
      const { folder, ids, before } = await prepared()
      for (let round = 0; round < scale.kills / 3; round += 1) {
        const child = spawn(process.execPath, [join(import.meta.dirname, 'converter.ts'), folder], {
          stdio: ['ignore', 'pipe', 'inherit'],
        })
        onTestFinished(() => void child.kill('SIGKILL'))
        const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
        await lines.next()
        // At another place each time, in the first conversion or one of those after it.
        const until = performance.now() + Math.random() * 150
        while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve))
        child.kill('SIGKILL')
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
        const when = `round ${round}`
        await expectBothWays(folder, before, await expectReadable(folder, ids, when), when)
      }
    },
    longest,
  )
})
