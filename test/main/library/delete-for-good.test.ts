import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../main/library/open-library.ts'
import {
  addBriefing,
  type Call,
  device,
  expectSuccess,
  failingFileSystem,
  failureCode,
  noteInput,
  openFor,
  optionsFor,
  otherDevice,
  temporaryFolder,
} from './support.ts'

const secret = 'canary-of-the-deleted'

/** A closed library of two briefings that two devices noted on; the first is in the bin, with every sort of copy beside it. */
async function prepared() {
  const folder = await temporaryFolder()
  const first = await openFor(folder)
  const kept = await addBriefing(first, 'A text that stays.')
  const id = await addBriefing(first, `A text with ${secret} in it.`)
  for (const text of [`one ${secret}`, `two ${secret}`, `three ${secret}`])
    expectSuccess(await first.addNote(id, noteInput({ text })))
  expectSuccess(await first.addNote(kept, noteInput()))
  first.saveSession({
    place: { view: 'bin', briefingId: id, noteId: null, offset: 3, query: '' },
    draft: { kind: 'note', briefingId: id, noteId: kept, text: `draft ${secret}` },
  })
  await first.remove(id)
  await first.close()
  const second = await openFor(folder, { device: otherDevice })
  expectSuccess(await second.addNote(id, noteInput({ text: `theirs ${secret}` })))
  await second.close()
  const entries = join(folder, 'entries', id.slice(-2))
  const content = await readFile(join(entries, `${id}.json`))
  for (const name of [
    `${id}.damaged-20261123T100000000Z`,
    `${id}.repaired-20261123T100000000Z`,
    `${id} (conflicted copy 2026-11-23 101500).json`,
    `.${id}.json.0123456789abcdef01234567.tmp`,
  ])
    await writeFile(join(entries, name), content)
  return { folder, id, kept }
}

describe('deleting for good', () => {
  it('leaves no word of the briefing in the library: not of its notes, copies, list or session, whoever wrote them', async () => {
    const { folder, id, kept } = await prepared()
    const library = await openFor(folder)
    expectSuccess(await library.deleteForGood(id))
    expect(library.rows().map((row) => row.id)).toEqual([kept])
    expect(library.session()).toMatchObject({ place: { view: 'bin', briefingId: null }, draft: null })
    const without = async () => {
      for (const file of await filesIn(folder)) {
        expect(file).not.toContain(id)
        const text = await readFile(join(folder, file), 'utf8')
        expect(text.includes(secret) || text.includes(id), file).toBe(false)
      }
    }
    await without()
    await library.close()
    await without()
    const again = await openFor(folder)
    expect(again.rows().map((row) => row.id)).toEqual([kept])
    expect((await again.verify()).problems).toEqual([])
    expect(failureCode(await again.restore(id))).toBe('record-missing')
    expect(expectSuccess(await again.open(kept)).notes).toHaveLength(1)
  })

  it('is refused for what is not in the bin, is not there, or is damaged', async () => {
    const { folder, id, kept } = await prepared()
    const library = await openFor(folder)
    expect(failureCode(await library.deleteForGood(kept))).toBe('briefing-not-in-bin')
    expect(failureCode(await library.deleteForGood(device))).toBe('record-missing')
    await writeFile(join(folder, 'entries', id.slice(-2), `${id}.json`), 'torn')
    expect(failureCode(await library.deleteForGood(id))).toBe('record-damaged')
    expect((await filesIn(folder)).some((file) => file.includes(id))).toBe(true)
  })

  it('is refused while another has the library', async () => {
    const { folder, id } = await prepared()
    await openFor(folder)
    const second = await openFor(folder)
    expect(failureCode(await second.deleteForGood(id))).toBe('library-locked')
    expectSuccess(await second.open(id))
  })

  it('that fails at any removal leaves the briefing in the bin or gone, and done again it is gone', async () => {
    const { folder, id, kept } = await prepared()
    let left = 0
    const stops = ({ operation }: Call) => operation === 'unlink' && left-- === 0
    for (let step = 0; step < 20; step += 1) {
      left = Number.POSITIVE_INFINITY
      const fileSystem = failingFileSystem((call) => (stops(call) ? 'EIO' : null))
      const library = expectSuccess(await openLibrary(optionsFor(folder, { fileSystem })))
      await library.settled()
      left = step
      const deleted = await library.deleteForGood(id)
      left = Number.POSITIVE_INFINITY
      await library.close()
      if (deleted.ok || deleted.failure.code === 'record-missing') break
      const again = await openFor(folder)
      expect(again.rows().find((row) => row.id === id)?.deleted, `removal ${step}`).not.toBeNull()
      await again.close()
    }
    const library = await openFor(folder)
    expect(library.rows().map((row) => row.id)).toEqual([kept])
    expect((await filesIn(folder)).filter((file) => file.includes(id))).toEqual([])
  })
})

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}
