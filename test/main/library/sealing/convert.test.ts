import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { entryFile } from '../../../../main/library/file-names.ts'
import { openLibrary } from '../../../../main/library/open-library.ts'
import { convertLibrary, type Wanted } from '../../../../main/library/sealing/convert.ts'
import type { Secret } from '../../../../main/library/sealing/key-header.ts'
import { isSealed } from '../../../../main/library/sealing/record-seal.ts'
import { addBriefing, expectSuccess, failureCode, noteInput, openFor, optionsFor, temporaryFolder } from '../support.ts'
import {
  bytesIn,
  canary,
  conversionOf,
  convert,
  derive,
  filesThatTell,
  fillLibrary,
  plainly,
  plant,
  recordsIn,
  sealing,
  secret,
} from './convert-support.ts'

const other: Secret = { kind: 'passphrase', text: 'another passphrase altogether' }
const newKey: Wanted = { to: 'sealed', passphrase: other.text, newKey: true }

async function filled() {
  const folder = join(await temporaryFolder(), 'library')
  return { folder, ids: await fillLibrary(folder) }
}

/** Stops after so many files. */
async function convertSome(folder: string, wanted: Wanted, files: number, given: Secret | null = secret) {
  const controller = new AbortController()
  const converted = await convert(folder, wanted, given, {
    signal: controller.signal,
    onProgress: (done) => {
      if (done === files) controller.abort()
    },
  })
  expect(converted.state).toBe('stopped')
}

describe('sealing a plain library', () => {
  it('leaves no word of it in any file, and shows them to whoever has the passphrase', async () => {
    const { folder, ids } = await filled()
    expect((await filesThatTell(folder)).length).toBeGreaterThan(8)
    const progress: (readonly [number, number])[] = []
    const converted = await convert(folder, sealing, null, { onProgress: (...told) => progress.push(told) })
    expect(converted).toEqual({ state: 'done', left: [], foreign: [] })
    // The list of the records is one file more.
    const total = (await recordsIn(folder)).size + 1
    expect(progress).toEqual(Array.from({ length: total + 1 }, (_, done) => [done, total]))
    expect(await filesThatTell(folder)).toEqual([])
    for (const [file, bytes] of await bytesIn(folder))
      expect(isSealed(bytes) || file === 'library.json' || file === 'library.1.prev', file).toBe(true)
    expect(failureCode(await openLibrary(optionsFor(folder, { derive })))).toBe('library-sealed')
    const library = await openFor(folder, { derive, secret })
    expect(library.rows()).toHaveLength(ids.length)
    expect(expectSuccess(await library.open(ids[0] ?? '')).notes).toHaveLength(4)
    expect(library.session().draft).toMatchObject({ text: `${canary} half` })
    expect((await library.verify()).problems.map(({ problem }) => problem)).toEqual(['verify.set-aside'])
  })

  it('and making it plain again gives every record back byte for byte', async () => {
    const { folder } = await filled()
    const before = await recordsIn(folder)
    await convert(folder, sealing, null)
    const sealed = await recordsIn(folder)
    for (const [file, bytes] of sealed) expect(bytes.equals(before.get(file) ?? bytes), file).toBe(false)
    expect(await convert(folder, plainly)).toEqual({ state: 'done', left: [], foreign: [] })
    const after = await recordsIn(folder)
    const kept = [...before].filter(([file]) => !file.endsWith('.tmp'))
    expect([...after]).toEqual(kept)
    expect(await readFile(join(folder, 'library.json'), 'utf8')).not.toContain('wrapped')
    expect(await readFile(join(folder, 'library.1.prev'), 'utf8')).not.toContain('wrapped')
    expect((await openFor(folder)).rows()).toHaveLength(3)
  })

  it('again, after it was plain, is no library that was rolled back', async () => {
    const { folder } = await filled()
    let newest = 0
    const seen = {
      get: async () => newest,
      set: async (_: string, generation: number) => {
        newest = Math.max(newest, generation)
      },
    }
    for (let round = 0; round < 2; round += 1) {
      await convert(folder, sealing, null, { seen })
      const library = await openFor(folder, { derive, secret, seen })
      expect((await library.verify()).problems.map(({ problem }) => problem)).toEqual(['verify.set-aside'])
      await library.close()
      await convert(folder, plainly, secret, { seen })
    }
    expect(newest).toBeGreaterThan(0)
  })

  it('names the files that are not its own, and does not touch them', async () => {
    const { folder } = await filled()
    await plant(folder, 'notes/letter.txt', canary)
    await plant(folder, 'entries/00/x (conflicted copy).json', canary)
    const foreign = ['entries/00/x (conflicted copy).json', 'notes/letter.txt']
    expect(await convert(folder, sealing, null)).toEqual({ state: 'done', left: [], foreign })
    expect(await filesThatTell(folder)).toEqual(expect.arrayContaining(foreign))
  })

  it('and making it plain again takes the copies along that a sync engine made of records', async () => {
    const { folder, ids } = await filled()
    const copy = entryFile(ids[0] ?? '').replace('.json', ' (conflicted copy 2026-11-24).json')
    await copyFile(join(folder, entryFile(ids[0] ?? '')), join(folder, copy))
    const before = await readFile(join(folder, copy))
    expect(await convert(folder, sealing, null)).toEqual({ state: 'done', left: [], foreign: [] })
    expect(await filesThatTell(folder)).toEqual([])
    expect(await convert(folder, plainly)).toEqual({ state: 'done', left: [], foreign: [] })
    expect(await readFile(join(folder, copy))).toEqual(before)
  })

  it('is nothing to do where it was done', async () => {
    const { folder } = await filled()
    await convert(folder, sealing, null)
    const before = await bytesIn(folder)
    expect((await convert(folder, sealing)).state).toBe('nothing')
    expect((await convert(folder, 'as-begun')).state).toBe('nothing')
    expect(await bytesIn(folder)).toEqual(before)
  })
})

describe('a new data key', () => {
  it('leaves nothing that the former passphrase, recovery key or library.json opens', async () => {
    const { folder, ids } = await filled()
    await convert(folder, sealing, null)
    const sealed = await openFor(folder, { derive, secret })
    if (sealed.keys === null) throw new Error('it is not sealed')
    const recovery: Secret = { kind: 'recovery-key', text: expectSuccess(await sealed.keys.newRecoveryKey(secret)) }
    await sealed.close()
    const formerHeader = await readFile(join(folder, 'library.json'))
    expect((await convert(folder, newKey)).state).toBe('done')
    expect(failureCode(await openLibrary(optionsFor(folder, { derive, secret })))).toBe('passphrase-wrong')
    expect(failureCode(await openLibrary(optionsFor(folder, { derive, secret: recovery })))).toBe('recovery-key-wrong')
    const library = await openFor(folder, { derive, secret: other })
    expect(expectSuccess(await library.open(ids[0] ?? '')).notes).toHaveLength(4)
    await library.close()
    await writeFile(join(folder, 'library.json'), formerHeader)
    const attempt = await openFor(folder, { derive, secret, mode: 'read-only' })
    expect(failureCode(await attempt.open(ids[0] ?? ''))).toBe('record-damaged')
  })

  it('can be had for a library of which sealing was interrupted', async () => {
    const { folder, ids } = await filled()
    await convertSome(folder, sealing, 3, null)
    expect((await convert(folder, newKey)).state).toBe('done')
    expect(await filesThatTell(folder)).toEqual([])
    const library = await openFor(folder, { derive, secret: other })
    expect(expectSuccess(await library.open(ids[1] ?? '')).notes).toHaveLength(4)
  })
})

const ways: readonly (readonly [string, readonly Wanted[], Wanted, Secret])[] = [
  ['sealing', [], sealing, secret],
  ['making plain', [sealing], plainly, secret],
  ['a new key', [sealing], newKey, other],
]

describe.each(ways)('%s that was stopped half way', (_, before, wanted, opens) => {
  async function half(files = 4) {
    const { folder, ids } = await filled()
    for (const done of before) await convert(folder, done, null)
    await convertSome(folder, wanted, files, before.length === 0 ? null : secret)
    return { folder, ids }
  }

  it('leaves a library that is read as a whole with the passphrase, and changes nothing', async () => {
    const { folder, ids } = await half()
    const stopped = await bytesIn(folder)
    const library = await openFor(folder, { derive, secret: opens, mode: 'read-only' })
    expect(library.rows()).toHaveLength(3)
    for (const id of ids.slice(0, 2)) expect(expectSuccess(await library.open(id)).notes).toHaveLength(4)
    expect((await library.verify()).problems.map(({ problem }) => problem)).toEqual(['verify.set-aside'])
    await library.close()
    expect(await bytesIn(folder)).toEqual(stopped)
  })

  it('refuses every other secret and none, and changes nothing', async () => {
    const { folder } = await half()
    const stopped = await bytesIn(folder)
    const wrong: Secret = { kind: 'passphrase', text: 'wrong' }
    expect(failureCode(await openLibrary(optionsFor(folder, { derive })))).toBe('library-sealed')
    expect(failureCode(await openLibrary(optionsFor(folder, { derive, secret: wrong })))).toBe('passphrase-wrong')
    expect(failureCode(await convertLibrary(conversionOf(folder), null, 'as-begun'))).toBe('library-sealed')
    expect(failureCode(await convertLibrary(conversionOf(folder), wrong, plainly))).toBe('passphrase-wrong')
    expect(await bytesIn(folder)).toEqual(stopped)
  })

  it('is finished when the library is opened to write', async () => {
    const { folder, ids } = await half()
    const library = await openFor(folder, { derive, secret: opens })
    expect(expectSuccess(await library.addNote(ids[0] ?? '', noteInput({ text: canary }))).text).toBe(canary)
    await library.close()
    expect(JSON.parse(await readFile(join(folder, 'library.json'), 'utf8'))).not.toHaveProperty('converting')
    expect((await filesThatTell(folder)).length > 0).toBe(wanted === plainly)
  })

  it('can be turned round either way', async () => {
    for (const turned of [plainly, { ...sealing, passphrase: opens.text }]) {
      const { folder } = await half()
      const last = await convert(folder, turned, opens)
      expect(last).toMatchObject({ state: 'done', left: [] })
      expect((await filesThatTell(folder)).length > 0).toBe(turned === plainly)
      const library = await openFor(folder, { derive, secret: turned === plainly ? null : opens })
      expect(library.rows()).toHaveLength(3)
    }
  })
})

describe('what somebody else puts there', () => {
  const planted = async (folder: string, id: string) => {
    const file = join(folder, entryFile(id))
    const record = JSON.parse(await readFile(file, 'utf8'))
    return { file, bytes: Buffer.from(JSON.stringify(record).replaceAll('agreed', 'refused')) }
  }

  it('in clear is never taken by a sealed library', async () => {
    const { folder, ids } = await filled()
    const { file, bytes } = await planted(folder, ids[0] ?? '')
    const original = await readFile(file)
    await convert(folder, sealing, null)
    for (const content of [bytes, original]) {
      await writeFile(file, content)
      const library = await openFor(folder, { derive, secret, mode: 'read-only' })
      expect(failureCode(await library.open(ids[0] ?? ''))).toBe('record-damaged')
      expect((await library.verify()).problems.map(({ file: named }) => named)).toContain(entryFile(ids[0] ?? ''))
    }
  })

  it('in clear while the library is being sealed is left, named, and never read', async () => {
    const { folder, ids } = await filled()
    const { file, bytes } = await planted(folder, ids[2] ?? '')
    await convertSome(folder, sealing, 0, null)
    await writeFile(file, bytes)
    await rm(file.replace('.json', '.1.prev'))
    const library = await openFor(folder, { derive, secret, mode: 'read-only' })
    expect(failureCode(await library.open(ids[2] ?? ''))).toBe('record-damaged')
    expect(await convert(folder, sealing)).toMatchObject({ state: 'done', left: [entryFile(ids[2] ?? '')] })
    expect(await readFile(file)).toEqual(bytes)
  })

  it('of an earlier library.json that speaks of a conversion makes no sealed library take records in clear', async () => {
    const { folder, ids } = await filled()
    const { file, bytes } = await planted(folder, ids[0] ?? '')
    await convertSome(folder, sealing, 2, null)
    const [header, list] = await Promise.all(
      ['library.json', 'conversion.json'].map((name) => readFile(join(folder, name))),
    )
    await convert(folder, sealing)
    const sealedBytes = await readFile(file)
    await plant(folder, 'library.json', header ?? '')
    await plant(folder, 'conversion.json', list ?? '')
    await writeFile(file, bytes)
    const library = await openFor(folder, { derive, secret, mode: 'read-only' })
    expect(failureCode(await library.open(ids[0] ?? ''))).toBe('record-damaged')
    await library.close()
    await writeFile(file, sealedBytes)
    expect((await convert(folder, 'as-begun')).state).toBe('done')
  })

  it.each(['sealed', 'plain'])('as a conversion to %s, without the key, is damage', async (to) => {
    const { folder } = await filled()
    await convert(folder, sealing, null)
    const header = JSON.parse(await readFile(join(folder, 'library.json'), 'utf8'))
    const converting = { to, former: [], authentication: Buffer.alloc(32).toString('base64') }
    await plant(folder, 'library.json', JSON.stringify({ ...header, converting }))
    await plant(folder, 'library.1.prev', JSON.stringify({ ...header, converting }))
    const before = await bytesIn(folder)
    expect(failureCode(await convertLibrary(conversionOf(folder), secret, 'as-begun'))).toBe('library-damaged')
    expect(failureCode(await openLibrary(optionsFor(folder, { derive, secret })))).toBe('library-damaged')
    expect(await bytesIn(folder)).toEqual(before)
  })

  it('of a former conversion to plain does not open a library that was sealed again', async () => {
    const { folder } = await filled()
    await convert(folder, sealing, null)
    await convertSome(folder, plainly, 3)
    const header = await readFile(join(folder, 'library.json'))
    await convert(folder, sealing)
    await copyFile(join(folder, 'library.json'), join(folder, 'kept'))
    await plant(folder, 'library.json', header)
    expect(failureCode(await convertLibrary(conversionOf(folder), secret, 'as-begun'))).toBe('library-damaged')
    expect(await filesThatTell(folder)).toEqual([])
    await copyFile(join(folder, 'kept'), join(folder, 'library.json'))
    expect((await openFor(folder, { derive, secret, mode: 'read-only' })).rows()).toHaveLength(3)
  })
})

describe('a library that is open', () => {
  it('to write is not converted', async () => {
    const { folder } = await filled()
    await openFor(folder)
    const before = await bytesIn(folder)
    expect(failureCode(await convertLibrary(conversionOf(folder), null, sealing))).toBe('library-locked')
    expect(await bytesIn(folder)).toEqual(before)
  })

  it('to read when it was converted elsewhere writes nothing into it any more', async () => {
    const { folder, ids } = await filled()
    const first = await openFor(folder)
    const second = await openFor(folder)
    await first.close()
    await convert(folder, sealing, null)
    expect(failureCode(await second.takeOver())).toBe('library-changed')
    expect(failureCode(await second.addNote(ids[0] ?? '', noteInput()))).toBe('library-changed')
    await second.close()
    expect(await filesThatTell(folder)).toEqual([])
  })
})

it.each([
  ['an empty passphrase', { ...sealing, passphrase: '' }, null, 'passphrase-empty'],
  ['making plain what is plain', plainly, null, 'library-plain'],
])('%s is refused, and nothing changes', async (_, wanted, given, code) => {
  const { folder } = await filled()
  const before = await bytesIn(folder)
  expect(failureCode(await convertLibrary(conversionOf(folder), given, wanted))).toBe(code)
  expect(await bytesIn(folder)).toEqual(before)
})

it('a folder without a library is refused, and none is made', async () => {
  const folder = await temporaryFolder()
  expect(failureCode(await convertLibrary(conversionOf(folder), null, sealing))).toBe('file-missing')
  await addBriefing(await openFor(join(folder, 'within')))
  expect(failureCode(await convertLibrary(conversionOf(folder), null, sealing))).toBe('library-foreign')
})
