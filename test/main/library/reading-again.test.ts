import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReadingProgress } from '../../../domain/contract.ts'
import type { Reading } from '../../../domain/reading/reading.ts'
import { entryFile } from '../../../main/library/file-names.ts'
import type { Library, LibraryChange } from '../../../main/library/library.ts'
import type { OpenOptions } from '../../../main/library/open-library.ts'
import { meetingAt, readingWith } from '../../domain/reading/readings.ts'
import {
  addBriefing,
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

/** Rules of a later number that also find one event. */
const better: Pick<OpenOptions, 'engine' | 'read'> = {
  engine: 2,
  read: async (text) => ({
    ...readingWith(text, { title: text.split('\n')[0] ?? null, meetings: [meetingAt([0, 9])] }),
    engine: 2,
  }),
}

/** A closed library of briefings that rules of number 1 have read. */
async function oldLibrary(count: number): Promise<{ readonly folder: string; readonly ids: readonly string[] }> {
  const folder = await temporaryFolder()
  const library = await openFor(folder)
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) ids.push(await addBriefing(library, `Ministers ${index}\n\nThey met.`))
  await library.close()
  return { folder, ids }
}

/** What is told until reading again ends. */
function ended(library: Library): { readonly told: LibraryChange[]; readonly end: Promise<ReadingProgress> } {
  const told: LibraryChange[] = []
  const end = new Promise<ReadingProgress>((resolve) => {
    library.onChange((change) => {
      told.push(change)
      if (change.kind === 'reading' && !change.progress.running) resolve(change.progress)
    })
  })
  return { told, end }
}

async function readAgain(library: Library): Promise<ReadingProgress> {
  const { end } = ended(library)
  expectSuccess(await library.readAgain())
  return end
}

describe('reading again', () => {
  it('makes every reading of older rules anew and says how many say something else', async () => {
    const { folder, ids } = await oldLibrary(3)
    const library = await openFor(folder, better)
    const { told, end } = ended(library)
    expect(expectSuccess(await library.readAgain())).toEqual({ total: 3 })
    expect(await end).toEqual({ done: 3, total: 3, changed: 3, running: false, failure: null })
    expect(library.rows().map(({ events }) => events)).toEqual([1, 1, 1])
    const changed = told.flatMap((change) => (change.kind === 'briefings' ? change.ids : []))
    expect(changed.toSorted()).toEqual(ids.toSorted())
    const rows = told.flatMap((change) => (change.kind === 'rows' ? change.upserted : []))
    expect(rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  })

  it('has nothing left to do after that, also when the library is opened anew', async () => {
    const { folder } = await oldLibrary(2)
    const library = await openFor(folder, better)
    await readAgain(library)
    expect(expectSuccess(await library.readAgain())).toEqual({ total: 0 })
    await library.close()
    const later = await openFor(folder, better)
    expect(expectSuccess(await later.readAgain())).toEqual({ total: 0 })
  })

  it('leaves corrections, notes and the time of the last change as they are', async () => {
    const { folder, ids } = await oldLibrary(1)
    const [id = ''] = ids
    const library = await openFor(folder, better)
    const note = expectSuccess(await library.addNote(id, noteInput({ end: 5 })))
    const before = expectSuccess(await library.open(id)).briefing
    const kept = expectSuccess(await library.correct(id, { title: 'Typed' }, before.modified))
    await readAgain(library)
    const after = expectSuccess(await library.open(id))
    expect(after.briefing).toMatchObject({
      corrections: { title: 'Typed' },
      modified: kept.modified,
      reading: { engine: 2 },
    })
    expect(after.notes).toEqual([note])
    // A correction made on what was shown before is still good.
    expectSuccess(await library.correct(id, { title: 'Typed again' }, kept.modified))
  })

  it('keeps a correction that comes while the text is being read', async () => {
    const { folder, ids } = await oldLibrary(1)
    const [id = ''] = ids
    const slow = Promise.withResolvers<null>()
    const reading = Promise.withResolvers<null>()
    const read = async (words: string): Promise<Reading> => {
      reading.resolve(null)
      await slow.promise
      return better.read(words)
    }
    const library = await openFor(folder, { engine: 2, read })
    const { end } = ended(library)
    expectSuccess(await library.readAgain())
    await reading.promise
    const { briefing } = expectSuccess(await library.open(id))
    expectSuccess(await library.correct(id, { title: 'Meanwhile' }, briefing.modified))
    slow.resolve(null)
    await end
    const after = expectSuccess(await library.open(id)).briefing
    expect(after).toMatchObject({ corrections: { title: 'Meanwhile' }, reading: { engine: 2 } })
  })

  it('stops after the briefing at hand, and goes on with the rest the next time', async () => {
    const { folder } = await oldLibrary(4)
    const count = { read: 0 }
    let stop: Promise<void> | null = null
    const read = async (words: string): Promise<Reading> => {
      count.read += 1
      if (count.read === 2) stop = library.stopReading()
      return better.read(words)
    }
    const library: Library = await openFor(folder, { engine: 2, read })
    const first = await readAgain(library)
    await stop
    expect(first).toEqual({ done: 2, total: 4, changed: 2, running: false, failure: null })
    expect(await readAgain(library)).toMatchObject({ done: 2, total: 2 })
    expect(count.read).toBe(4)
  })

  it('is ended by closing the library, at a whole record', async () => {
    const { folder } = await oldLibrary(3)
    const reading = Promise.withResolvers<null>()
    const read = async (words: string): Promise<Reading> => {
      reading.resolve(null)
      return better.read(words)
    }
    const library = await openFor(folder, { engine: 2, read })
    expectSuccess(await library.readAgain())
    await reading.promise
    await library.close()
    const later = await openFor(folder, better)
    expect((await later.verify()).problems).toEqual([])
    expect(expectSuccess(await later.readAgain()).total).toBeLessThan(3)
  })

  it('asked for twice runs once', async () => {
    const { folder } = await oldLibrary(2)
    const library = await openFor(folder, better)
    const { end, told } = ended(library)
    await Promise.all([library.readAgain(), library.readAgain()])
    await end
    expect(told.flatMap((change) => (change.kind === 'briefings' ? change.ids : []))).toHaveLength(2)
  })

  it('is refused where nothing can be written', async () => {
    const { folder } = await oldLibrary(1)
    const holder = await openFor(folder)
    const second = await openFor(folder, { ...better, device: otherDevice, pid: process.pid })
    expect(failureCode(await second.readAgain())).toMatch(/^library-locked/)
    await holder.close()
    const reader = await openFor(folder, { ...better, mode: 'read-only' })
    expect((await reader.readAgain()).ok).toBe(false)
  })

  it('ends with the reason when the disk is full, and loses nothing', async () => {
    const { folder, ids } = await oldLibrary(3)
    let full = false
    const fileSystem = failingFileSystem(({ operation, path }) =>
      full && operation === 'open' && path.includes('entries') && path.includes('.tmp') ? 'ENOSPC' : null,
    )
    const library = await openFor(folder, { ...better, fileSystem })
    full = true
    expect(await readAgain(library)).toMatchObject({ done: 0, total: 3, failure: { code: 'disk-full' } })
    full = false
    for (const id of ids) expect(expectSuccess(await library.open(id)).briefing.reading.engine).toBe(1)
  })

  it('leaves a damaged record and its last good copy as they are', async () => {
    const { folder, ids } = await oldLibrary(2)
    const [id = ''] = ids
    const first = await openFor(folder)
    const { briefing } = expectSuccess(await first.open(id))
    expectSuccess(await first.correct(id, { title: 'Typed' }, briefing.modified))
    await first.close()
    await writeFile(join(folder, entryFile(id)), 'null')
    const library = await openFor(folder, better)
    expect(await readAgain(library)).toMatchObject({ done: 2, total: 2, changed: 1, failure: null })
    expect(await readFile(join(folder, entryFile(id)), 'utf8')).toBe('null')
  })

  it('goes past a text on which the rules fail, and says so', async () => {
    const { folder } = await oldLibrary(3)
    const reported: unknown[] = []
    const read = async (words: string): Promise<Reading> => {
      if (words.startsWith('Ministers 1')) throw new Error('no rule for this')
      return better.read(words)
    }
    const library = await openFor(folder, { engine: 2, read, report: (problem) => reported.push(problem) })
    expect(await readAgain(library)).toMatchObject({ done: 3, changed: 2, failure: null })
    expect(reported).toMatchObject([{ message: 'no rule for this' }])
  })

  it('records the new rules where they read the same, so that nothing is read twice', async () => {
    const { folder, ids } = await oldLibrary(1)
    const same: Pick<OpenOptions, 'engine' | 'read'> = {
      engine: 2,
      read: async (words) => ({ ...(await optionsFor('').read(words)), engine: 2 }),
    }
    const library = await openFor(folder, { ...same, device })
    expect(await readAgain(library)).toMatchObject({ done: 1, changed: 0 })
    expect(await readFile(join(folder, entryFile(ids[0] ?? '')), 'utf8')).toContain('"engine":2')
  })
})
