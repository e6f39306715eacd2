import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { corrected } from '../../../domain/reading/correct.ts'
import type { Corrections } from '../../../domain/reading/corrections.ts'
import { wholeReading } from '../../../domain/reading/reading.ts'
import { entryFile } from '../../../main/library/file-names.ts'
import type { LibraryChange } from '../../../main/library/library.ts'
import {
  addBriefing,
  expectSuccess,
  failingFileSystem,
  failureCode,
  noteInput,
  openFor,
  temporaryFolder,
  text,
} from './support.ts'

async function withBriefing() {
  const folder = await temporaryFolder()
  const library = await openFor(folder)
  const id = await addBriefing(library)
  const { briefing } = expectSuccess(await library.open(id))
  const added = corrected(wholeReading(briefing.reading, text), {}, { kind: 'add', list: 'people', span: [0, 9] })
  return { folder, library, id, briefing, added }
}

describe('corrections', () => {
  it('are on the disk when the call returns, whole, and the reading beside them is as it was', async () => {
    const { folder, library, id, briefing, added } = await withBriefing()
    const changed = expectSuccess(await library.correct(id, { ...added, title: 'Typed' }, briefing.modified))
    expect(changed).toMatchObject({ corrections: { ...added, title: 'Typed' }, reading: briefing.reading })
    expect(changed.modified > briefing.modified).toBe(true)
    const stored: unknown = JSON.parse(await readFile(join(folder, entryFile(id)), 'utf8'))
    expect(stored).toMatchObject({ corrections: { ...added, title: 'Typed' }, revision: 2 })
    const again = await openFor(folder, { mode: 'read-only' })
    expect(expectSuccess(await again.open(id)).briefing.corrections).toEqual({ ...added, title: 'Typed' })
  })

  it('change the row and tell windows that show the briefing', async () => {
    const { library, id, briefing } = await withBriefing()
    const told: LibraryChange[] = []
    library.onChange((change) => told.push(change))
    expectSuccess(await library.correct(id, { title: 'Typed', place: 'Bern' }, briefing.modified))
    expect(told).toMatchObject([
      { kind: 'rows', upserted: [{ id, title: 'Typed', place: 'Bern' }] },
      { kind: 'briefings', ids: [id] },
    ])
  })

  it('made on an earlier state are refused, and what was kept meanwhile stays', async () => {
    const { library, id, briefing } = await withBriefing()
    expectSuccess(await library.correct(id, { title: 'First' }, briefing.modified))
    const refused = await library.correct(id, { title: 'Second' }, briefing.modified)
    expect(failureCode(refused)).toBe('briefing-changed')
    expect(expectSuccess(await library.open(id)).briefing.corrections).toEqual({ title: 'First' })
  })

  it('that are there already are no change, whatever they were made on', async () => {
    const { library, id, briefing } = await withBriefing()
    const first = expectSuccess(await library.correct(id, { title: 'First' }, briefing.modified))
    const again = expectSuccess(await library.correct(id, { title: 'First', place: undefined }, briefing.modified))
    expect(again.modified).toBe(first.modified)
  })

  it('are undone by sending the former ones', async () => {
    const { library, id, briefing, added } = await withBriefing()
    const changed = expectSuccess(await library.correct(id, added, briefing.modified))
    const undone = expectSuccess(await library.correct(id, briefing.corrections, changed.modified))
    expect(undone.corrections).toEqual({})
  })

  it('about words that are not in the text are refused, also with a new text', async () => {
    const { library, id, briefing, added } = await withBriefing()
    const outside: Corrections = JSON.parse(JSON.stringify(added).replaceAll('[0,9]', '[0,9000]'))
    expect(failureCode(await library.correct(id, outside, briefing.modified))).toBe('correction-outside-text')
    const adding = await library.add('Short text.', { via: 'paste', file: null }, outside)
    expect(failureCode(adding)).toBe('correction-outside-text')
  })

  it('leave notes alone, and a note does not make them stale', async () => {
    const { library, id, briefing, added } = await withBriefing()
    const note = expectSuccess(await library.addNote(id, noteInput()))
    expectSuccess(await library.correct(id, added, briefing.modified))
    expect(expectSuccess(await library.open(id)).notes).toEqual([note])
  })

  it('that can’t be written are not kept, and the former ones are', async () => {
    const folder = await temporaryFolder()
    let full = false
    const fileSystem = failingFileSystem(({ operation }) => (full && operation === 'open' ? 'ENOSPC' : null))
    const library = await openFor(folder, { fileSystem })
    const id = await addBriefing(library)
    const { briefing } = expectSuccess(await library.open(id))
    full = true
    expect((await library.correct(id, { title: 'x' }, briefing.modified)).ok).toBe(false)
    full = false
    expect(expectSuccess(await library.open(id)).briefing.corrections).toEqual({})
  })

  it('of a library that is open for reading only are refused', async () => {
    const { folder, library, id, briefing } = await withBriefing()
    await library.close()
    const reader = await openFor(folder, { mode: 'read-only' })
    expect((await reader.correct(id, { title: 'x' }, briefing.modified)).ok).toBe(false)
  })
})
