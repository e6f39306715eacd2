import { copyFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryFile, generationOf, notesFile } from '../../../main/library/file-names.ts'
import { newestOf, nextRecords, withdrawn } from '../../../main/library/manifest.ts'
import type { OpenOptions } from '../../../main/library/open-library.ts'
import { derivedKey } from '../../../main/library/sealing/data-key.ts'
import { addBriefing, device, expectSuccess, noteInput, openFor, temporaryFolder } from './support.ts'

const records = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(9)))
  .map((pairs): ReadonlyMap<string, number> => new Map(pairs))

describe('the list of records', () => {
  it('finds exactly what is gone or older', () => {
    fc.assert(
      fc.property(records, records, (listed, there) => {
        const found = new Set(withdrawn(listed, there, () => false).map(({ file }) => file))
        for (const [file, revision] of listed) expect(found.has(file)).toBe((there.get(file) ?? -1) < revision)
        for (const file of found) expect(listed.has(file)).toBe(true)
      }),
    )
  })

  it('keeps what was found until it is accepted, and nothing else that is gone', () => {
    fc.assert(
      fc.property(records, records, (listed, there) => {
        const findings = withdrawn(listed, there, () => false)
        const next = nextRecords(there, listed, findings)
        expect(withdrawn(next, there, () => false)).toHaveLength(findings.length)
        expect(withdrawn(nextRecords(there, listed, []), there, () => false)).toEqual([])
      }),
    )
  })

  it('loses nothing while it is not known yet what is there', () => {
    fc.assert(
      fc.property(records, records, (listed, there) => {
        expect(withdrawn(listed, newestOf(listed, there), () => false)).toEqual([])
        expect(withdrawn(there, newestOf(listed, there), () => false)).toEqual([])
      }),
    )
  })
})

/** A sealed library's options, with what the machine remembers of it. */
function sealedOptions(): Partial<OpenOptions> {
  const generations = new Map<string, number>()
  return {
    secret: { kind: 'passphrase', text: 'words' },
    derive: async (passphrase, { salt }) => derivedKey(Buffer.from(passphrase), ['test'], Buffer.from(salt)),
    seen: {
      get: async (library) => generations.get(library) ?? 0,
      set: async (library, generation) => void generations.set(library, generation),
    },
  }
}

async function noted(options: Partial<OpenOptions>) {
  const folder = join(await temporaryFolder(), 'library')
  const library = await openFor(folder, options)
  const id = await addBriefing(library)
  expectSuccess(await library.addNote(id, noteInput({ text: 'a first' })))
  expectSuccess(await library.addNote(id, noteInput({ text: 'a second' })))
  await library.close()
  return { folder, id, notes: join(folder, notesFile(device, id)) }
}

describe('a sealed library', () => {
  it('finds nothing wanting where nobody took anything away', async () => {
    const options = sealedOptions()
    const { folder, id } = await noted(options)
    for (const round of [1, 2]) {
      const library = await openFor(folder, options)
      expect(library.state()).toMatchObject({ withdrawn: 0, rolledBack: false })
      expect(await library.verify()).toMatchObject({ ok: true, problems: [] })
      expectSuccess(await library.addNote(id, noteInput({ text: `round ${round}` })))
      await library.close()
    }
  })

  it('tells a record that was taken away, at each opening and by verify', async () => {
    const options = sealedOptions()
    const { folder, id, notes } = await noted(options)
    const folderOfNotes = join(notes, '..')
    for (const name of await readdir(folderOfNotes)) await rm(join(folderOfNotes, name))
    for (const _ of [1, 2]) {
      const library = await openFor(folder, options)
      expect(library.state()).toMatchObject({ withdrawn: 1, rolledBack: false })
      const { problems } = await library.verify()
      expect(problems.map(({ file, problem }) => [file, problem])).toEqual([
        [notesFile(device, id), 'verify.record-missing'],
      ])
      // Writing elsewhere makes the list anew, and does not forget it.
      await addBriefing(library, 'Another text\n\nwith words.')
      await library.close()
    }
  })

  it.each([
    ['with its cache', false],
    ['without it', true],
  ])('tells an older copy in the place of a record, %s', async (_, isCacheGone) => {
    const options = sealedOptions()
    const { folder, id, notes } = await noted(options)
    await copyFile(generationOf(notes, 1), notes)
    if (isCacheGone) await rm(join(folder, 'cache'), { recursive: true })
    const library = await openFor(folder, options)
    expect(library.state()).toMatchObject({ withdrawn: 1 })
    expect((await library.verify()).problems.map(({ problem }) => problem)).toContain('verify.record-older')
    expect(expectSuccess(await library.open(id)).notes).toHaveLength(1)
  })

  it('tells a folder that was rolled back whole, and a list that is gone or damaged', async () => {
    const options = sealedOptions()
    const { folder, id } = await noted(options)
    const manifest = join(folder, 'manifest.json')
    const old = join(folder, '..', 'old.json')
    await copyFile(manifest, old)
    const library = await openFor(folder, options)
    expectSuccess(await library.addNote(id, noteInput({ text: 'a third' })))
    await library.close()
    const tampered: readonly (() => Promise<void>)[] = [
      () => copyFile(old, manifest),
      () => rm(manifest),
      () => writeFile(manifest, 'AMS nonsense'),
    ]
    for (const tamper of tampered) {
      await tamper()
      const again = await openFor(folder, { ...options, mode: 'read-only' })
      expect(again.state().rolledBack).toBe(true)
      expect((await again.verify()).problems.map(({ problem }) => problem)).toContain('verify.rolled-back')
      await again.close()
    }
  })

  it('does not miss what was removed for good by another process meanwhile, nor what is newer than its list', async () => {
    const options = sealedOptions()
    const { folder, id } = await noted(options)
    const first = await openFor(folder, options)
    expectSuccess(await first.addNote(id, noteInput({ text: 'not in any list' })))
    // As after a crash: the records are newer than the list.
    const crashed = await openFor(folder, { ...options, mode: 'read-only' })
    expect(crashed.state()).toMatchObject({ withdrawn: 0, rolledBack: false })
    await first.close()
  })

  it('is one whose briefing went from the bin for good without being missed', async () => {
    const options = sealedOptions()
    const { folder, id } = await noted(options)
    const library = await openFor(folder, options)
    expectSuccess(await library.remove(id))
    await library.close()
    const later = new Date(Date.now() + 400 * 24 * 3600 * 1000)
    const emptied = await openFor(folder, { ...options, now: () => later })
    expect(emptied.rows()).toEqual([])
    await emptied.close()
    expect(await readdir(join(folder, entryFile(id), '..')).catch(() => [])).toEqual([])
    const again = await openFor(folder, options)
    expect(again.state()).toMatchObject({ withdrawn: 0, rolledBack: false })
  })
})
