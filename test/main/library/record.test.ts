import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { failed, success } from '../../../domain/result.ts'
import { diskOf } from '../../../main/library/disk.ts'
import { durableFile } from '../../../main/library/durable.ts'
import { nodeFileSystem } from '../../../main/library/file-system.ts'
import { currentSchema, decodeRecord, type RecordKind, recordAdapter } from '../../../main/library/record.ts'
import { plainSeal, type Seal } from '../../../main/library/sealing/seal.ts'
import { temporaryFolder } from './support.ts'

type Card = { readonly schema: number; readonly revision: number; readonly id: string; readonly words: string }
const kind: RecordKind<Card> = {
  name: 'entry',
  schema: z.strictObject({ schema: z.int(), revision: z.int(), id: z.string(), words: z.string() }),
  migrations: [
    { from: 1, step: ({ text, ...rest }) => ({ ...rest, words: text }) },
    { from: 2, step: (record) => ({ ...record, words: String(record.words).trim() }) },
  ],
  idOf: ({ id }) => id,
  startsAnew: false,
  keeps: 'last',
}
const good: Card = { schema: 3, revision: 1, id: 'x', words: 'hello' }
const encode = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

const open = (folder: string, changes: { readonly startsAnew?: boolean; readonly seal?: Seal } = {}) => {
  const durable = durableFile(diskOf(nodeFileSystem), join(folder, 'x.json'), 'x.json')
  return recordAdapter({
    durable,
    seal: changes.seal ?? plainSeal,
    kind: { ...kind, startsAnew: changes.startsAnew ?? false },
    library: 'l',
    id: 'x',
    file: 'x.json',
    now: () => new Date('2026-11-23T22:00:00Z'),
  })
}

/** What a file can hold that is not this record. */
const damage: readonly (readonly [string, Uint8Array])[] = [
  ['nothing', encode('')],
  ['half of it', encode(JSON.stringify(good).slice(0, 30))],
  ['null', encode('null')],
  ['a list', encode('[]')],
  ['a word', encode('"hello"')],
  ['NULs', new Uint8Array(64)],
  ['NULs after it', new Uint8Array([...encode(good), 0, 0, 0])],
  ['a byte order mark before it', new Uint8Array([0xef, 0xbb, 0xbf, ...encode(good)])],
  [
    'bytes that are no UTF-8',
    new Uint8Array([...encode('{"schema":3,"revision":1,"id":"x","words":"'), 0xff, ...encode('"}')]),
  ],
  ['another id', encode({ ...good, id: 'y' })],
  ['an unknown key', encode({ ...good, more: 1 })],
  ['a missing key', encode({ schema: 3, revision: 1, id: 'x' })],
  ['a key __proto__', encode(JSON.stringify(good).replace('{', '{"__proto__":{"words":"evil"},'))],
  ['no schema number', encode({ ...good, schema: undefined })],
  ['a schema number below one', encode({ ...good, schema: 0 })],
  ['a schema number in words', encode({ ...good, schema: '3' })],
]

describe('decoding a record', () => {
  it.each(damage)('calls a file with %s damaged', (_, bytes) => {
    expect(decodeRecord(bytes, kind, 'x', 'x.json')).toEqual(failed('record-damaged', { file: 'x.json' }))
  })

  it('calls a later schema newer, whatever else is in it', () => {
    expect(decodeRecord(encode({ schema: 4, anything: [] }), kind, 'x', 'x.json')).toEqual(
      failed('record-newer', { file: 'x.json' }),
    )
  })

  it('lets the words __proto__ stand in a text', () => {
    expect(decodeRecord(encode({ ...good, words: '__proto__' }), kind, 'x', 'x.json')).toEqual(
      success({ ...good, words: '__proto__' }),
    )
  })

  it.each([
    [1, { schema: 1, revision: 7, id: 'x', text: ' hello ' }],
    [2, { schema: 2, revision: 7, id: 'x', words: ' hello ' }],
    [3, { schema: 3, revision: 7, id: 'x', words: 'hello' }],
  ])('brings schema %i to the current one', (_, record) => {
    expect(decodeRecord(encode(record), kind, 'x', 'x.json')).toEqual(success({ ...good, revision: 7 }))
  })

  it('refuses a list of migrations with a gap', () => {
    expect(() => currentSchema({ name: 'entry', migrations: [{ from: 2, step: (record) => record }] })).toThrow(
      'step 1',
    )
  })
})

describe('a record on the disk', () => {
  it('is read and written through lowdb', async () => {
    const folder = await temporaryFolder()
    const low = new Low<Card>(open(folder), good)
    await low.read()
    await low.write()
    expect(await open(folder).read()).toEqual(good)
  })

  it.each(damage)('with %s is refused, left as it is, and never written over', async (_, bytes) => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'x.json'), bytes)
    const adapter = open(folder)
    await expect(adapter.read()).rejects.toMatchObject({ failure: { code: 'record-damaged' } })
    await expect(adapter.write(good)).rejects.toThrow('must be read')
    expect(new Uint8Array(await readFile(join(folder, 'x.json')))).toEqual(bytes)
  })

  it.each(damage)('with %s is read from its last good copy; a write sets the damaged bytes aside', async (_, bytes) => {
    const folder = await temporaryFolder()
    const first = open(folder)
    await first.read()
    await first.write(good)
    await first.write({ ...good, revision: 2 })
    await writeFile(join(folder, 'x.json'), bytes)

    const adapter = open(folder)
    expect(await adapter.read()).toEqual(good)
    expect(adapter.warning()).toEqual(failed('record-damaged', { file: 'x.json' }).failure)
    expect(new Uint8Array(await readFile(join(folder, 'x.json')))).toEqual(bytes)

    await adapter.write({ ...good, revision: 3 })
    expect(new Uint8Array(await readFile(join(folder, 'x.damaged-20261123T220000000Z')))).toEqual(bytes)
    expect(await open(folder).read()).toEqual({ ...good, revision: 3 })
    expect(JSON.parse(await readFile(join(folder, 'x.1.prev'), 'utf8'))).toEqual(good)
  })

  it('is read from its copy when the file itself is gone', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'x.1.prev'), encode(good))
    const adapter = open(folder)
    expect(await adapter.read()).toEqual(good)
    expect(adapter.warning()).not.toBeNull()
  })

  it('is read from an older copy when the newest is damaged too, or gone', async () => {
    for (const newest of ['{', null]) {
      const folder = await temporaryFolder()
      await writeFile(join(folder, 'x.json'), '')
      if (newest !== null) await writeFile(join(folder, 'x.1.prev'), newest)
      await writeFile(join(folder, 'x.2.20261123T210000000Z.prev'), encode(good))
      const adapter = open(folder)
      expect(await adapter.read()).toEqual(good)
      expect(adapter.warning()).not.toBeNull()
    }
  })

  it('of a newer version is refused even with an older copy beside it', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'x.json'), encode({ ...good, schema: 4 }))
    await writeFile(join(folder, 'x.1.prev'), encode(good))
    const adapter = open(folder)
    await expect(adapter.read()).rejects.toMatchObject({ failure: { code: 'record-newer' } })
    await expect(adapter.write(good)).rejects.toThrow('must be read')
  })

  it('that may start anew does, once its damaged bytes are set aside', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'x.json'), 'null')
    const adapter = open(folder, { startsAnew: true })
    expect(await adapter.read()).toBeNull()
    await adapter.write(good)
    expect((await readdir(folder)).toSorted()).toEqual(['x.damaged-20261123T220000000Z', 'x.json'])
  })

  it('goes through the seal both ways, bound to its place', async () => {
    const folder = await temporaryFolder()
    const places: unknown[] = []
    const flip = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0xff)
    const seal: Seal = {
      seal: (bytes, place, revision) => {
        places.push({ ...place, revision })
        return flip(bytes)
      },
      open: (bytes) => success(flip(bytes)),
    }
    const adapter = open(folder, { seal })
    await adapter.read()
    await adapter.write(good)
    expect(places).toEqual([{ library: 'l', record: 'x.json', kind: 'entry', schema: 3, revision: 1 }])
    expect(await readFile(join(folder, 'x.json'), 'utf8')).not.toContain('hello')
    expect(await open(folder, { seal }).read()).toEqual(good)
  })
})
