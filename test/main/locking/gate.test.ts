// The gate and the lock over a real sealed library in a folder of the test's own.
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { GateState } from '../../../domain/gate.ts'
import { failed, success } from '../../../domain/result.ts'
import type { PassphraseCost } from '../../../main/library/sealing/key-derivation.ts'
import { holdLibrary } from '../../../main/library-holder.ts'
import { createGate } from '../../../main/locking/gate.ts'
import { createLocker, leavingTakes } from '../../../main/locking/locker.ts'
import { createTries } from '../../../main/locking/tries.ts'
import { openWithDomain } from '../../../main/open-with-domain.ts'
import { expectSuccess } from '../library/plain-support.ts'

const passphrase = 'walnut ferry cobalt hinge meadow'

/** As quick as a test wants it; how slow it really is, is the derivation's own affair. */
const derive = async (text: string, { salt }: PassphraseCost) => {
  const bytes = new TextEncoder().encode(`${salt}${text}`)
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

async function gated() {
  const folder = await mkdtemp(join(tmpdir(), 'aide-gate-'))
  const library = join(folder, 'library')
  let time = 0
  const report = vi.fn()
  const stopFollowing = vi.fn()
  const options = { folder: library, device: randomUUID(), creator: 'officer', mode: 'read-write', derive } as const
  const holder = await holdLibrary(
    (opening) => openWithDomain({ ...options, ...opening, report }),
    () => stopFollowing,
  )
  onTestFinished(async () => {
    await holder.close()
    await rm(folder, { recursive: true })
  })
  const gate = createGate(
    holder,
    createTries(() => time),
  )
  const page = { asked: vi.fn(() => true), replaced: vi.fn() }
  const locker = createLocker({
    library: holder,
    gate,
    askPage: page.asked,
    replaceWindow: page.replaced,
    stopWork: async () => undefined,
    report,
  })
  const later = (milliseconds: number) => {
    time += milliseconds
  }
  return { folder: library, holder, gate, locker, page, later, stopFollowing, report }
}

const open = (more: Partial<Extract<GateState, { kind: 'open' }>> = {}): GateState => ({
  kind: 'open',
  sealed: true,
  recoveryKey: null,
  ...more,
})

async function sealed() {
  const made = await gated()
  const { gate } = made
  const state = expectSuccess(await gate.create(passphrase))
  const recoveryKey = state.kind === 'open' ? (state.recoveryKey ?? '') : ''
  gate.recoveryKept()
  return { ...made, recoveryKey }
}

async function locked() {
  const made = await sealed()
  await made.gate.close()
  return made
}

describe('the gate of an empty folder', () => {
  it('asks for a choice, and makes nothing before it', async () => {
    const { gate, folder } = await gated()
    expect(gate.state()).toEqual({ kind: 'new' })
    await expect(readdir(folder)).rejects.toThrow()
  })

  it('makes a sealed library with a recovery key that is told until it was written down', async () => {
    const { gate } = await gated()
    const state = expectSuccess(await gate.create(passphrase))
    expect(state).toEqual(open({ recoveryKey: expect.stringMatching(/^(?:\w{4}-){8}\w{4}$/) as unknown as string }))
    expect(gate.state()).toEqual(state)
    gate.recoveryKept()
    expect(gate.state()).toEqual(open())
  })

  it('makes a plain library when that is chosen', async () => {
    const { gate, holder } = await gated()
    expect(expectSuccess(await gate.create(null))).toEqual(open({ sealed: false }))
    expect(expectSuccess(holder.current()).keys).toBeNull()
  })
})

describe('the gate of a sealed library', () => {
  it('opens with the passphrase after a wrong one, and says how long to wait between them', async () => {
    const { gate, later } = await locked()
    expect(gate.state()).toEqual({ kind: 'locked', wait: 0 })
    expect(await gate.unlock({ kind: 'passphrase', text: 'no' })).toEqual(failed('passphrase-wrong'))
    expect(gate.state()).toEqual({ kind: 'locked', wait: 500 })
    const early = await gate.unlock({ kind: 'passphrase', text: passphrase })
    expect(early).toMatchObject({ failure: { code: 'try-too-soon' } })
    later(500)
    expect(await gate.unlock({ kind: 'passphrase', text: passphrase })).toEqual(success(open()))
  })

  it('opens with the recovery key as it was written down', async () => {
    const { gate, recoveryKey } = await locked()
    const typed = recoveryKey.toLowerCase().replaceAll('-', ' ')
    expect(await gate.unlock({ kind: 'recovery-key', text: typed })).toEqual(success(open()))
  })

  it('makes another recovery key when the first was not confirmed before it was locked', async () => {
    const { gate } = await gated()
    const first = expectSuccess(await gate.create(passphrase))
    await gate.close()
    expect(gate.state()).toEqual({ kind: 'locked', wait: 0 })
    const state = expectSuccess(await gate.unlock({ kind: 'passphrase', text: passphrase }))
    expect(state).toMatchObject({ kind: 'open', recoveryKey: expect.any(String) })
    expect(state).not.toEqual(first)
  })

  it('slows guesses at the passphrase of an open library too', async () => {
    const { gate } = await sealed()
    const guess = () =>
      gate.withSecret(async ({ keys }) => keys?.check({ kind: 'passphrase', text: 'no' }) ?? success(null))
    expect(await guess()).toEqual(failed('passphrase-wrong'))
    expect(await guess()).toMatchObject({ failure: { code: 'try-too-soon' } })
  })
})

describe('locking', () => {
  it('takes what the page holds first, then replaces the window and closes the library', async () => {
    const { locker, holder, page, stopFollowing } = await sealed()
    const former = expectSuccess(holder.current())
    const locking = locker.lock()
    await vi.waitFor(() => expect(page.asked).toHaveBeenCalledOnce())
    expect(page.replaced).not.toHaveBeenCalled()
    const { place } = former.session()
    former.saveSession({ place: { ...place, query: 'typed last' }, draft: null })
    locker.pageLeft()
    expect(await locking).toEqual(success(null))
    expect(page.replaced).toHaveBeenCalledOnce()
    expect(stopFollowing).toHaveBeenCalledOnce()
    expect(holder.current()).toEqual(failed('library-sealed'))
    expect(() => former.keys?.keyFor('record')).toThrow('forgotten')
    const again = await holder.open({ secret: { kind: 'passphrase', text: passphrase }, createIfMissing: false })
    expect(expectSuccess(again).session().place.query).toBe('typed last')
  })

  it('does not wait longer for a page that hangs', async () => {
    const { locker, page } = await sealed()
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const locking = locker.lock()
    await vi.advanceTimersByTimeAsync(leavingTakes - 1)
    expect(page.replaced).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(page.replaced).toHaveBeenCalledOnce()
    vi.useRealTimers()
    expect(await locking).toEqual(success(null))
  })

  it('is done once for calls made at the same time', async () => {
    const { locker, page } = await sealed()
    const both = Promise.all([locker.lock(), locker.lock()])
    locker.pageLeft()
    await both
    expect(page.replaced).toHaveBeenCalledOnce()
  })

  it('is refused for a library without a passphrase, which stays open', async () => {
    const { gate, locker, holder, page } = await gated()
    await gate.create(null)
    expect(await locker.lock()).toEqual(failed('library-not-sealed'))
    expect(page.asked).not.toHaveBeenCalled()
    expect(holder.current().ok).toBe(true)
  })
})
