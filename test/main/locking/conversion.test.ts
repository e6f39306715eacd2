// Sealing and unsealing from the window, on real folders: what the gate says on the way, and that nothing is lost however it ends.
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { GateState } from '../../../domain/gate.ts'
import { nodeFileSystem } from '../../../main/library/file-system.ts'
import { convertLibrary } from '../../../main/library/sealing/convert.ts'
import { derivedKey } from '../../../main/library/sealing/data-key.ts'
import type { DeriveKey } from '../../../main/library/sealing/key-derivation.ts'
import { holdLibrary } from '../../../main/library-holder.ts'
import { conversionProgress, createConversion } from '../../../main/locking/conversion.ts'
import { createGate } from '../../../main/locking/gate.ts'
import { createTries } from '../../../main/locking/tries.ts'
import { openWithDomain } from '../../../main/open-with-domain.ts'
import { addBriefing, expectSuccess, failureCode } from '../library/plain-support.ts'

const derive: DeriveKey = async (passphrase, { salt }) =>
  derivedKey(Buffer.from(passphrase), ['test'], Buffer.from(salt))
const passphrase = 'five words without any sense'
const current = { kind: 'passphrase', text: passphrase } as const
const canary = 'Zanzibar-canary-words'

async function window({ failing = false, stopAt = Number.POSITIVE_INFINITY } = {}) {
  const folder = join(await mkdtemp(join(tmpdir(), 'aide-memoire-conversion-')), 'library')
  const report = (trouble: unknown) => expect.unreachable(String(trouble))
  const options = { folder, device: randomUUID(), creator: 'officer', mode: 'read-write', derive, report } as const
  const holder = await holdLibrary(
    (opening) => openWithDomain({ ...options, ...opening }),
    () => () => undefined,
  )
  onTestFinished(async () => {
    await holder.close()
    await rm(join(folder, '..'), { recursive: true })
  })
  const progress = conversionProgress()
  let time = 0
  // Each look at this clock is a minute later: nobody waits for the next try here.
  const gate = createGate(
    holder,
    createTries(() => {
      time += 60_000
      return time
    }),
    progress,
  )
  const told: GateState[] = []
  const replaced = vi.fn()
  const fileSystem = {
    ...nodeFileSystem,
    rename: async (from: string, to: string) => {
      if (failing && to.includes('entries'))
        throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'rename' })
      await nodeFileSystem.rename(from, to)
    },
  }
  const rest = { folder, derive, fileSystem, now: () => new Date(), host: hostname(), pid: process.pid, report }
  const conversion = createConversion({
    library: holder,
    gate,
    progress,
    convert: (secret, wanted, onProgress, signal) =>
      convertLibrary({ ...rest, seen: { get: async () => 0 }, onProgress, signal }, secret, wanted),
    replaceWindow: replaced,
    stopWork: async () => undefined,
    tell: (state) => {
      told.push(state)
      if (state.kind === 'converting' && state.done >= stopAt) conversion.stop()
    },
    report,
  })
  const library = expectSuccess(await holder.open({ secret: null, createIfMissing: true }))
  const id = await addBriefing(library, `${canary}\n\nThe ministers met.`)
  const ended = () => vi.waitFor(() => expect(told.at(-1)?.kind).toBe('converted'), 10_000)
  return { folder, id, holder, gate, conversion, told, replaced, ended }
}

describe('converting the library in the window', () => {
  it('seals it, shows how far it is, replaces the page first, and goes on to a recovery key', async () => {
    const { folder, id, holder, gate, conversion, told, replaced, ended } = await window()
    expectSuccess(await conversion.start({ to: 'sealed', passphrase }))
    expect(gate.state().kind).toBe('converting')
    await ended()
    expect(replaced).toHaveBeenCalledOnce()
    expect(told.some((state) => state.kind === 'converting' && state.total > 1)).toBe(true)
    expect(told.at(-1)).toEqual({ kind: 'converted', to: 'sealed', outcome: { state: 'done' }, foreign: [] })
    const after = conversion.seen()
    expect(after).toMatchObject({ kind: 'open', sealed: true, recoveryKey: expect.stringMatching(/^\w{4}-/) })
    expect(expectSuccess(await expectSuccess(holder.current()).open(id)).briefing.versions[0].text).toContain(canary)
    const file = join(folder, 'entries', id.slice(-2), `${id}.json`)
    expect((await readFile(file)).includes(canary)).toBe(false)
  })

  it('takes the protection off with the right passphrase only, and gives back what was there', async () => {
    const { folder, id, gate, conversion, ended, told } = await window()
    expectSuccess(await conversion.start({ to: 'sealed', passphrase }))
    await ended()
    gate.recoveryKept()
    conversion.seen()
    const wrong = { kind: 'passphrase', text: 'wrong' } as const
    expect(failureCode(await conversion.start({ to: 'plain', current: wrong }))).toBe('passphrase-wrong')
    expect(gate.state()).toMatchObject({ kind: 'open', sealed: true })
    told.length = 0
    expectSuccess(await conversion.start({ to: 'plain', current }))
    await ended()
    expect(conversion.seen()).toEqual({ kind: 'open', sealed: false, recoveryKey: null })
    const file = join(folder, 'entries', id.slice(-2), `${id}.json`)
    expect((await readFile(file)).includes(canary)).toBe(true)
  })

  it('stopped half-way stays closed, and the passphrase opens all of it', async () => {
    const { id, holder, gate, conversion, ended, told } = await window({ stopAt: 1 })
    expectSuccess(await conversion.start({ to: 'sealed', passphrase }))
    await ended()
    expect(told.at(-1)).toMatchObject({ outcome: { state: 'stopped' } })
    expect(conversion.seen().kind).toBe('locked')
    expectSuccess(await gate.unlock(current))
    expect(expectSuccess(await expectSuccess(holder.current()).open(id)).briefing.versions[0].text).toContain(canary)
  })

  it('that fails on a full disk says so, and nothing is lost', async () => {
    const { id, holder, gate, conversion, ended, told } = await window({ failing: true })
    expectSuccess(await conversion.start({ to: 'sealed', passphrase }))
    await ended()
    expect(told.at(-1)).toMatchObject({ outcome: { state: 'failed', failure: { code: 'disk-full' } } })
    conversion.seen()
    expectSuccess(await gate.unlock(current))
    expect(expectSuccess(await expectSuccess(holder.current()).open(id)).briefing.versions[0].text).toContain(canary)
  })

  it('does not begin twice, nor on a library that is what it should become', async () => {
    const { conversion, ended } = await window()
    expect(failureCode(await conversion.start({ to: 'plain', current }))).toBe('library-not-sealed')
    expectSuccess(await conversion.start({ to: 'sealed', passphrase }))
    expect(failureCode(await conversion.start({ to: 'sealed', passphrase }))).not.toBe('')
    await ended()
    conversion.seen()
    expect(failureCode(await conversion.start({ to: 'sealed', passphrase }))).toBe('call-refused')
  })
})
