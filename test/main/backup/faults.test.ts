import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../main/library/file-system.ts'
import { expectSuccess, failingFileSystem, failureCode, temporaryFolder } from '../library/support.ts'
import { backUpFor, contentOf, libraryAt, restoreFor } from './support.ts'

const codes = ['ENOSPC', 'EIO', 'EACCES'] as const
const expected = new Set(['disk-full', 'disk-failed', 'no-permission'])

/** A file system whose call number `failing` fails, and how many calls there were. */
function failingAt(failing: number, code: string) {
  let calls = 0
  const fileSystem = failingFileSystem(({ operation }) => (++calls === failing && operation !== 'close' ? code : null))
  return { fileSystem, calls: () => calls }
}

describe.each(codes)('with %s at the n-th call, for every n', (code) => {
  it('a backup is whole or not there, the one before it is as it was, and the failure is a value', async () => {
    const folder = await temporaryFolder()
    const [library, path] = [join(folder, 'library'), join(folder, 'out')]
    await libraryAt(library, true, 1)
    expectSuccess(await backUpFor(library, path))
    let good = 0
    for (let n = 1; ; n += 1) {
      const before = await readFile(path)
      const { fileSystem, calls } = failingAt(n, code)
      const made = await backUpFor(library, path, { fileSystem, overwrite: true })
      if (!made.ok) expect(expected).toContain(made.failure.code)
      const left = (await readdir(folder)).filter((name) => !['library', 'out', 'restored'].includes(name))
      // What can't be removed at this very call is left under a name that says so.
      expect(left.every((name) => name.endsWith('.tmp')) && left.length <= 2, `call ${n}`).toBe(true)
      if (before.equals(await readFile(path))) good += 1
      else expect(expectSuccess(await restoreFor(path, join(folder, 'restored', `${n}`))).briefings).toBe(1)
      if (calls() < n) break
    }
    expect(good).toBeGreaterThan(10)
  })

  it('a restored library is whole or not there', async () => {
    const folder = await temporaryFolder()
    const [library, path] = [join(folder, 'library'), join(folder, 'out')]
    await libraryAt(library, true, 1)
    expectSuccess(await backUpFor(library, path))
    const content = await contentOf(library)
    for (let n = 1; ; n += 1) {
      const place = join(folder, `place-${n}`)
      const { fileSystem, calls } = failingAt(n, code)
      const restored = await restoreFor(path, join(place, 'new'), { fileSystem })
      if (!restored.ok) expect(expected, restored.failure.code).toContain(restored.failure.code)
      if (existsSync(join(place, 'new'))) expect(await contentOf(join(place, 'new'))).toEqual(content)
      else expect(restored.ok).toBe(false)
      if (calls() < n) break
    }
  })
})

describe('a disk that fills up', () => {
  const fullAfter = (bytes: number) => {
    let written = 0
    return {
      ...nodeFileSystem,
      write: async (descriptor: number, data: Uint8Array, offset: number) => {
        written += data.length - offset
        if (written > bytes) throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' })
        return nodeFileSystem.write(descriptor, data, offset)
      },
    }
  }

  it('leaves nothing of a backup, and the one before it as it was', async () => {
    const folder = await temporaryFolder()
    const [library, path] = [join(folder, 'library'), join(folder, 'out')]
    await libraryAt(library, true, 3)
    expectSuccess(await backUpFor(library, path))
    const before = await readFile(path)
    const made = await backUpFor(library, path, { fileSystem: fullAfter(60_000), overwrite: true })
    expect([failureCode(made), await readdir(folder)]).toEqual(['disk-full', ['library', 'out']])
    expect(await readFile(path)).toEqual(before)
  })

  it('leaves nothing of a library that is restored', async () => {
    const folder = await temporaryFolder()
    const [library, path] = [join(folder, 'library'), join(folder, 'out')]
    await libraryAt(library, true, 3)
    expectSuccess(await backUpFor(library, path))
    const restored = await restoreFor(path, join(folder, 'new'), { fileSystem: fullAfter(30_000) })
    expect([failureCode(restored), await readdir(folder)]).toEqual(['disk-full', ['library', 'out']])
  })

  it('that says it kept everything and did not is found out when the backup is read back', async () => {
    const folder = await temporaryFolder()
    const [library, path] = [join(folder, 'library'), join(folder, 'out')]
    await libraryAt(library, true, 3)
    let count = 0
    const write = async (descriptor: number, data: Uint8Array, offset: number) => {
      count += 1
      const kept = count === 2 ? new Uint8Array(data.length) : data
      return nodeFileSystem.write(descriptor, kept, offset)
    }
    const made = await backUpFor(library, path, { fileSystem: { ...nodeFileSystem, write } })
    expect([failureCode(made), await readdir(folder)]).toEqual(['backup-damaged', ['library']])
  })
})
