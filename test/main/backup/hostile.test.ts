import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BackupHead } from '../../../main/backup/backup-head.ts'
import { prefixSize } from '../../../main/backup/backup-head.ts'
import { goesAlong } from '../../../main/backup/backup-paths.ts'
import { frameSize } from '../../../main/backup/frames.ts'
import { expectSuccess, failureCode, temporaryFolder } from '../library/support.ts'
import { type ForgedFile, forge, plainHeader } from './forge.ts'
import { restoreFor } from './support.ts'

const id = '01999999-0000-7000-8000-000000000001'
const entry = `entries/01/${id}.json`
const header: ForgedFile = ['library.json', plainHeader()]

/** Restores into a folder of its own and expects nothing there afterwards but the backup. */
async function expectRefused(folder: string, path: string, code: string): Promise<void> {
  expect(failureCode(await restoreFor(path, join(folder, 'new')))).toBe(code)
  expect(await readdir(folder, { recursive: true })).toEqual(['backup'])
}
describe('a well sealed backup', () => {
  it('is restored when it holds what a library holds', async () => {
    const folder = await temporaryFolder()
    await forge(join(folder, 'backup'), [header, [entry, 'x']])
    expect(expectSuccess(await restoreFor(join(folder, 'backup'), join(folder, 'new')))).toMatchObject({ files: 2 })
  })

  it.each([
    ['..', '../evil.json'],
    ['.. within', `entries/../${id}.json`],
    ['an absolute path', `/entries/01/${id}.json`],
    ['a drive', `C:/entries/01/${id}.json`],
    ['a stream of a file', `entries/01/${id}.json:x`],
    ['backslashes', `entries\\01\\${id}.json`],
    ['backslashes that lead out', `entries/01/..\\..\\..\\${id}.json`],
    ['NUL', `entries/01/${id}.json\0`],
    ['a device', 'con'],
    ['a device as a folder', `entries/con/${id}.json`],
    ['a dot at the end', `entries/01./${id}.json`],
    ['a space at the end', `entries/01 /${id}.json`],
    ['an empty part', `entries//${id}.json`],
    ['a dot part', `./entries/01/${id}.json`],
    ['another folder', `bin/01/${id}.json`],
    ['another ending', `entries/01/${id}.exe`],
    ['a lock', 'lock.json'],
    ['a catalogue', 'cache/catalogue.json'],
    ['a temporary file', `entries/01/.x.json.${'a'.repeat(24)}.tmp`],
    ['an earlier header', 'library.1.prev'],
    ['a header elsewhere', 'entries/library.json'],
    ['a very long path', `entries/${'01/'.repeat(90)}${id}.json`],
    ['letters of another width', `entries/０1/${id}.json`],
    ['broken UTF-8, as it is read', `entries/\uFFFD/${id}.json`],
  ])('with %s in a path is refused whole', async (_, path) => {
    const folder = await temporaryFolder()
    expect(goesAlong(path)).toBe(false)
    await forge(join(folder, 'backup'), [header, [entry, 'x'], [path, 'evil']])
    await expectRefused(folder, join(folder, 'backup'), 'backup-damaged')
  })

  it.each<[string, readonly ForgedFile[], string]>([
    ['the same file twice', [header, [entry, 'x'], [entry, 'y']], 'backup-damaged'],
    ['no library.json', [[entry, 'x']], 'backup-damaged'],
    ['nothing', [], 'backup-damaged'],
    ['a library.json of another library', [['library.json', plainHeader({ id: randomUUID() })]], 'backup-damaged'],
    ['a damaged library.json', [['library.json', '{}']], 'backup-damaged'],
    ['a library.json that says it is newer', [['library.json', plainHeader({ version: 2 })]], 'library-newer'],
  ])('with %s is refused whole', async (_, files, code) => {
    const folder = await temporaryFolder()
    await forge(join(folder, 'backup'), files)
    await expectRefused(folder, join(folder, 'backup'), code)
  })
})

describe('a head', () => {
  const changedHead = async (folder: string, change: (head: BackupHead) => unknown) => {
    const path = join(folder, 'backup')
    await forge(path, [header])
    const bytes = await readFile(path)
    const length = bytes.readUInt32BE(prefixSize - 4)
    const head = Buffer.from(
      JSON.stringify(change(JSON.parse(bytes.toString('utf8', prefixSize, prefixSize + length)))),
    )
    const size = Buffer.alloc(4)
    size.writeUInt32BE(head.length)
    await writeFile(path, Buffer.concat([bytes.subarray(0, 4), size, head, bytes.subarray(prefixSize + length)]))
    return path
  }
  const withCost = (cost: object) => (head: BackupHead) => ({
    ...head,
    keys: { ...head.keys, passphrase: { ...head.keys.passphrase, cost: { ...head.keys.passphrase.cost, ...cost } } },
  })

  it.each<[string, (head: BackupHead) => unknown, string]>([
    ['that asks for 64 GB of memory', withCost({ memory: 64 * 1024 * 1024 }), 'backup-damaged'],
    ['that asks for a million passes', withCost({ passes: 1_000_000 }), 'backup-damaged'],
    ['that asks for almost no work', withCost({ memory: 8, passes: 1 }), 'backup-damaged'],
    ['whose cost was changed within bounds', withCost({ passes: 4 }), 'library-damaged'],
    ['of another library', (head) => ({ ...head, library: randomUUID() }), 'backup-damaged'],
    ['of another backup', (head) => ({ ...head, id: randomUUID() }), 'backup-damaged'],
    ['of another day', (head) => ({ ...head, created: '2020-01-01T00:00:00.000Z' }), 'backup-damaged'],
    ['with a key nobody knows', (head) => ({ ...head, more: 1 }), 'backup-damaged'],
    ['of a newer version', (head) => ({ ...head, version: 2 }), 'backup-newer'],
    ['that is null', () => null, 'backup-damaged'],
    ['that is very long', (head) => ({ ...head, more: 'x'.repeat(20_000) }), 'backup-damaged'],
  ])('%s is refused', async (_, change, code) => {
    const folder = await temporaryFolder()
    await expectRefused(folder, await changedHead(folder, change), code)
  })
})

describe('a backup that was changed on the disk', () => {
  const made = { bytes: Buffer.alloc(0), other: Buffer.alloc(0), headSize: 0 }
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aide-backup-'))
    const files = ['01', '02', '03'].map(
      (end): ForgedFile => [`entries/${end}/01999999-0000-7000-8000-0000000000${end}.json`, Buffer.alloc(90_000, end)],
    )
    await forge(join(folder, 'one'), [header, ...files])
    await forge(join(folder, 'two'), [header, ...files])
    made.bytes = await readFile(join(folder, 'one'))
    made.other = await readFile(join(folder, 'two'))
    made.headSize = made.bytes.length % frameSize
    await rm(folder, { recursive: true })
  })
  const frames = (bytes: Buffer) =>
    Array.from({ length: Math.floor(bytes.length / frameSize) }, (_, at) =>
      bytes.subarray(made.headSize + at * frameSize, made.headSize + (at + 1) * frameSize),
    )
  const head = () => made.bytes.subarray(0, made.headSize)

  it.each<[string, () => Buffer]>([
    ['ends a piece early', () => made.bytes.subarray(0, made.bytes.length - frameSize)],
    ['ends a byte early', () => made.bytes.subarray(0, made.bytes.length - 1)],
    ['ends after its head', () => head()],
    ['ends within its head', () => head().subarray(0, 100)],
    ['goes on for a byte', () => Buffer.concat([made.bytes, Buffer.of(0)])],
    ['goes on for a piece', () => Buffer.concat([made.bytes, ...frames(made.bytes).slice(-1)])],
    ['is there twice', () => Buffer.concat([made.bytes, made.bytes])],
    [
      'has two pieces swapped',
      () => {
        const [first = head(), second = head(), ...rest] = frames(made.bytes)
        return Buffer.concat([head(), second, first, ...rest])
      },
    ],
    [
      'lacks a piece in the middle',
      () => {
        const [first = head(), , ...rest] = frames(made.bytes)
        return Buffer.concat([head(), first, ...rest])
      },
    ],
    ['has the pieces of another backup', () => Buffer.concat([head(), ...frames(made.other)])],
    [
      'has one piece of another backup',
      () => {
        const [first = head(), ...rest] = frames(made.bytes)
        return Buffer.concat([head(), first, ...frames(made.other).slice(1, 2), ...rest.slice(1)])
      },
    ],
  ])('so that it %s is refused, and nothing of it is left', async (_, change) => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'backup'), change())
    await expectRefused(folder, join(folder, 'backup'), 'backup-damaged')
  })

  it('in any of 1,500 places is refused every time', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'backup')
    await forge(path, [header, [entry, 'x']])
    const good = await readFile(path)
    const codes = new Set<string>()
    for (let round = 0; round < 1_500; round += 1) {
      await writeFile(path, mutated(good, round))
      const restored = await restoreFor(path, join(folder, 'new'))
      codes.add(restored.ok ? `undetected in round ${round}` : restored.failure.code)
    }
    const known = ['backup-damaged', 'backup-foreign', 'backup-newer', 'library-damaged', 'passphrase-wrong']
    expect([...codes].filter((code) => !known.includes(code))).toEqual([])
    expect(await readdir(folder)).toEqual(['backup'])
  }, 60_000)
})

/** One of five kinds of damage, in a place that differs from round to round: half of them in the head, which is short. */
function mutated(good: Buffer, round: number): Buffer {
  const bytes = Buffer.from(good)
  const headSize = good.length % frameSize
  const at = (round * 2_654_435_761) % (round % 2 === 0 ? headSize : good.length)
  switch (round % 5) {
    case 0:
    case 1:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (round % 8))
      return bytes
    case 2:
      return bytes.subarray(0, at)
    case 3:
      return Buffer.concat([bytes.subarray(0, at), Buffer.of(round % 256), bytes.subarray(at)])
    default: {
      const before = Buffer.from(bytes.subarray(at, at + 512))
      bytes.fill(round % 256, at, Math.min(at + 512, bytes.length))
      return before.equals(bytes.subarray(at, at + 512)) ? bytes.subarray(1) : bytes
    }
  }
}
