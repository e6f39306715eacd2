import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../main/library/file-system.ts'
import { type OpenOptions, openLibrary } from '../../../main/library/open-library.ts'
import { derivedKey } from '../../../main/library/sealing/data-key.ts'
import {
  addBriefing,
  expectSuccess,
  failingFileSystem,
  failureCode,
  noteInput,
  openFor,
  optionsFor,
  otherDevice,
  temporaryFolder,
} from './support.ts'

const sealing: Partial<OpenOptions> = {
  secret: { kind: 'passphrase', text: 'words' },
  derive: async (passphrase, { salt }) => derivedKey(Buffer.from(passphrase), ['test'], Buffer.from(salt)),
}

/** A closed library of two briefings, noted on from two devices. */
async function prepared(options: Partial<OpenOptions> = {}) {
  const folder = await temporaryFolder()
  const first = await openFor(folder, options)
  const id = await addBriefing(first)
  await addBriefing(first, 'Another text.')
  const gone = await addBriefing(first, 'A text whose folder is left empty.')
  await first.remove(gone)
  expectSuccess(await first.deleteForGood(gone))
  for (let count = 0; count < 3; count += 1) await first.addNote(id, noteInput())
  first.saveSession(first.session())
  await first.close()
  const second = await openFor(folder, { ...options, device: otherDevice })
  await second.addNote(id, noteInput())
  await second.close()
  return { folder, id }
}

describe.each<[string, Partial<OpenOptions>]>([
  ['plain', {}],
  ['sealed', sealing],
])('wiping a %s library', (_, options) => {
  it('leaves an empty folder, and nothing is made in it by itself', async () => {
    const { folder } = await prepared(options)
    const library = await openFor(folder, options)
    const report = expectSuccess(await library.wipe())
    expect(report.left).toEqual([])
    expect(report.removed).toBeGreaterThan(5)
    library.saveSession(library.session())
    await library.close()
    expect(await readdir(folder)).toEqual([])
    expect(failureCode(await library.add('words', { via: 'paste', file: null }, {}))).toBe('call-refused')
    expect(await readdir(folder)).toEqual([])
  })

  it('leaves and tells what is not the library’s, but no copy of a record or of the keys', async () => {
    const { folder, id } = await prepared(options)
    const entries = join(folder, 'entries', id.slice(-2))
    const header = await readFile(join(folder, 'library.json'))
    await mkdir(join(folder, 'mine'))
    await writeFile(join(folder, 'mine', 'letter.txt'), 'Dear')
    await writeFile(join(entries, 'notes (1).json'), '{}')
    await writeFile(join(entries, `${id} (conflicted copy 2026-11-23 101500).json`), 'words')
    await writeFile(join(entries, `${id}.repaired-20261123T100000000Z`), 'words')
    await writeFile(join(folder, 'library.sync-conflict-20261123-101500-ABCDEFG.json'), header)
    await writeFile(join(folder, 'library.damaged-20261123T100000000Z'), header)
    await writeFile(join(folder, '.library.json.0123456789abcdef01234567.tmp'), header)
    const report = expectSuccess(await (await openFor(folder, options)).wipe())
    const left = [`entries/${id.slice(-2)}/notes (1).json`, 'mine/letter.txt']
    expect(report.left).toEqual(left)
    const files = await readdir(folder, { recursive: true, withFileTypes: true })
    const names = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name))
    expect(names.toSorted()).toEqual(left.map((file) => join(folder, file)))
  })

  it('is refused while another has it, and by one that only reads', async () => {
    const { folder, id } = await prepared(options)
    const first = await openFor(folder, options)
    expect(failureCode(await (await openFor(folder, options)).wipe())).toBe('library-locked')
    expect(failureCode(await (await openFor(folder, { ...options, mode: 'read-only' })).wipe())).toBe('call-refused')
    expectSuccess(await first.open(id))
  })

  it('that stops at any write, for every one, is finished by the next', { timeout: 60_000 }, async () => {
    const { folder: start } = await prepared(options)
    for (let last = 0; ; last += 1) {
      const folder = await temporaryFolder()
      await cp(start, folder, { recursive: true })
      let writes = Number.NEGATIVE_INFINITY
      const fileSystem = failingFileSystem(({ operation }) =>
        writing.has(operation) && ++writes > last ? 'EIO' : null,
      )
      const library = expectSuccess(await openLibrary(optionsFor(folder, { ...options, fileSystem, pid: 2 ** 30 })))
      await library.settled()
      writes = 0
      const wiped = await library.wipe()
      const used = writes
      if (used <= last) {
        expect(await readdir(folder), 'nothing failed').toEqual([])
        break
      }
      // As it was, without its keys, or with nothing left but what is said to be left.
      const names = await readdir(folder)
      if (names.includes('library.json')) {
        const header = JSON.parse(await readFile(join(folder, 'library.json'), 'utf8')) as { header: unknown }
        const again = await openLibrary(optionsFor(folder, header.header === null ? {} : options))
        expectSuccess(await expectSuccess(again).wipe())
      } else expect(wiped.ok, `write ${last}`).toBe(true)
      const rest = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile())
      expect(
        rest.map(({ name }) => name).filter((name) => !name.startsWith('lock')),
        `write ${last}`,
      ).toEqual([])
    }
  })
})

it('writes over the keys before they are removed', async () => {
  const { folder } = await prepared(sealing)
  const keys = JSON.stringify(JSON.parse(await readFile(join(folder, 'library.json'), 'utf8')).header)
  const removed: string[] = []
  const fileSystem = {
    ...nodeFileSystem,
    unlink: async (path: string) => {
      if (path.includes('library.')) removed.push(await readFile(path, 'utf8'))
      return nodeFileSystem.unlink(path)
    },
  }
  const library = await openFor(folder, { ...sealing, fileSystem })
  removed.length = 0
  expectSuccess(await library.wipe())
  expect(removed.length).toBeGreaterThan(1)
  const slot = /"wrapped":"([^"]+)"/.exec(keys)?.[1] ?? /"([A-Za-z0-9+/=_-]{32,})"/.exec(keys)?.[1] ?? ''
  expect(slot.length).toBeGreaterThan(20)
  expect(removed.filter((content) => content.includes(slot))).toEqual([])
})

const writing: ReadonlySet<string> = new Set(['write', 'rename', 'unlink'])
