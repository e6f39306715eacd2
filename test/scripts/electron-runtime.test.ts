import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fetchElectron, forgetRefusal, hasElectron, type RuntimePlaces } from '../../scripts/electron-runtime.ts'
import type { Ending } from '../../scripts/run-program.ts'

/** A machine on which the installer leaves a file behind and ends as `ending` says; `works`: what it left is a runtime. */
async function machine(ending: Ending, works: boolean) {
  const folder = await mkdtemp(join(tmpdir(), 'aide-memoire-electron-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const runtime = join(folder, 'dist')
  const limits: number[] = []
  const said: string[] = []
  const places = (version = '45.0.0'): RuntimePlaces => ({
    find: () => ({ kind: works && existsSync(runtime) ? 'electron' : 'stand-in', version }),
    install: async (timeout) => {
      limits.push(timeout)
      await mkdir(runtime)
      await writeFile(join(runtime, 'electron'), 'half')
      return ending
    },
    runtime,
    refusal: join(folder, 'cache', 'refused.json'),
  })
  return {
    runtime,
    limits,
    said,
    places,
    fetch: (version?: string) => fetchElectron((line) => said.push(line), places(version)),
  }
}

describe('fetching Electron’s runtime', () => {
  it('takes at most 20 seconds and says so first; what is there is not fetched again', async () => {
    const { fetch, limits, said, places } = await machine({ code: 0, timedOut: false }, true)
    expect(hasElectron(places())).toBe(false)
    expect(await fetch()).toBe(true)
    expect(await fetch()).toBe(true)
    expect(limits).toEqual([20_000])
    expect(said).toEqual([expect.stringContaining('Electron 45.0.0 (at most 20 seconds)')])
  })

  it.each<[string, Ending, boolean]>([
    ['that took too long', { code: 143, timedOut: true }, true],
    ['that was refused', { code: 1, timedOut: false }, false],
    ['that ended well without a runtime', { code: 0, timedOut: false }, false],
  ])('leaves nothing of a download %s, and does not try that version again', async (_, ending, works) => {
    const { fetch, limits, said, runtime } = await machine(ending, works)
    expect(await fetch()).toBe(false)
    expect(existsSync(runtime)).toBe(false)
    expect(await fetch()).toBe(false)
    expect([limits.length, said.length]).toEqual([1, 1])
  })

  it('is tried again for another version, and when the refusal is forgotten', async () => {
    const { fetch, limits, places } = await machine({ code: 1, timedOut: false }, false)
    await fetch()
    await fetch('45.0.1')
    expect(limits.length).toBe(2)
    await forgetRefusal(places())
    await fetch('45.0.1')
    expect(limits.length).toBe(3)
  })

  it('forgets a refusal that there is not', async () => {
    const { places } = await machine({ code: 1, timedOut: false }, false)
    await expect(forgetRefusal(places())).resolves.toBeUndefined()
  })
})
