import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LibraryChange } from '../../../main/library/library.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import {
  addBriefing,
  device,
  expectSuccess,
  failureCode,
  noteInput,
  openFor,
  optionsFor,
  pasted,
  temporaryFolder,
  text,
} from './support.ts'

describe('a library', () => {
  it('gives back after a restart what was added and noted before', async () => {
    const folder = join(await temporaryFolder(), 'library')
    const first = await openFor(folder)
    const id = await addBriefing(first)
    const note = expectSuccess(await first.addNote(id, noteInput()))
    await first.close()

    const second = await openFor(folder)
    expect(second.id).toBe(first.id)
    const opened = expectSuccess(await second.open(id))
    expect(opened.briefing.versions[0].text).toBe(text)
    expect(opened.notes).toEqual([note])
    expect(opened.warning).toBeNull()
    expect(second.rows()).toMatchObject([{ id, title: 'Ministers met in Astana', notes: 1, deleted: null }])
  })

  it('lays its files out as the design says, readable by their owner alone', async () => {
    const folder = await temporaryFolder()
    const library = await openFor(folder)
    const id = await addBriefing(library)
    await library.addNote(id, noteInput())
    await library.close()
    const shard = id.slice(-2)
    for (const file of [
      'library.json',
      `entries/${shard}/${id}.json`,
      `notes/${device}/${shard}/${id}.json`,
      'cache/catalogue.json',
    ]) {
      expect((await stat(join(folder, file))).mode & 0o777, file).toBe(0o600)
    }
    expect((await stat(join(folder, 'entries', shard))).mode & 0o777).toBe(0o700)
    const header = JSON.parse(await readFile(join(folder, 'library.json'), 'utf8'))
    expect(header).toMatchObject({
      format: 'aide-memoire-library',
      version: 1,
      id: library.id,
      header: null,
      settings: {},
    })
  })

  it('tells listeners of rows and notes as they change', async () => {
    const library = await openFor(await temporaryFolder())
    const changes: LibraryChange[] = []
    const stop = library.onChange((change) => changes.push(change))
    const id = await addBriefing(library)
    const note = expectSuccess(await library.addNote(id, noteInput()))
    await library.removeNote(id, note.noteId)
    stop()
    await library.remove(id)
    const rows = changes.flatMap((change) => (change.kind === 'rows' ? change.upserted.map((row) => row.notes) : []))
    const notes = changes.flatMap((change) =>
      change.kind === 'notes' ? [[change.upserted.length, change.removed.length]] : [],
    )
    expect(rows).toEqual([0, 1, 0])
    expect(notes).toEqual([
      [1, 0],
      [0, 1],
    ])
    expect(changes.some((change) => change.kind === 'state' && change.state.entries === 1)).toBe(true)
  })

  it('moves briefings into the bin and out again', async () => {
    const library = await openFor(await temporaryFolder())
    const id = await addBriefing(library)
    expect(expectSuccess(await library.remove(id)).deleted).not.toBeNull()
    expect(library.state().entries).toBe(0)
    expect(library.rows()).toHaveLength(1)
    expect(expectSuccess(await library.restore(id)).deleted).toBeNull()
    expect(library.state().entries).toBe(1)
  })

  it('keeps corrections apart from the reading; a key given as undefined is none', async () => {
    const library = await openFor(await temporaryFolder())
    const briefing = expectSuccess(await library.add(text, pasted, { title: undefined, place: 'Astana' }))
    expect(briefing.corrections).toEqual({ place: 'Astana' })
    expect(briefing.reading.dateline.place).toBeNull()
    expect(library.rows()[0]).toMatchObject({ title: 'Ministers met in Astana', place: 'Astana' })
  })

  it('stores the bare name of a file, never its folder', async () => {
    const library = await openFor(await temporaryFolder())
    const added = expectSuccess(await library.add(text, { via: 'file', file: '/home/officer/secret/readout.txt' }, {}))
    expect(added.source.file).toBe('readout.txt')
  })

  it('refuses a text that normalising refuses, and stores nothing', async () => {
    const library = await openFor(await temporaryFolder())
    expect(failureCode(await library.add('  ', pasted, {}))).toBe('text-empty')
    expect(library.rows()).toEqual([])
  })

  it('keeps place and draft over a restart', async () => {
    const folder = await temporaryFolder()
    const first = await openFor(folder)
    const id = await addBriefing(first)
    const session = {
      place: { view: 'library', briefingId: id, noteId: null, offset: 12, query: '' },
      draft: { kind: 'briefing', text: 'half', source: { via: 'typed', file: null } },
    } as const
    first.saveSession(session)
    expect(first.session()).toEqual(session)
    await first.close()
    expect((await openFor(folder)).session()).toEqual(session)
  })

  it.each([
    ['its earlier copy', 2],
    ['nothing', 1],
  ])('reports a damaged place and draft of which %s is left', async (_, saves) => {
    const folder = await temporaryFolder()
    for (let save = 0; save < saves; save += 1) {
      const library = await openFor(folder)
      library.saveSession(library.session())
      await library.close()
    }
    await writeFile(join(folder, 'sessions', `${device}.json`), 'null')
    const reported: unknown[] = []
    await openFor(folder, { mode: 'read-only', report: (message) => reported.push(message) })
    expect(reported).toMatchObject([{ code: 'record-damaged', values: { file: `sessions/${device}.json` } }])
  })

  it('writes nothing when it was opened to read', async () => {
    const folder = await temporaryFolder()
    const writer = await openFor(folder)
    const id = await addBriefing(writer)
    await writer.close()
    const reader = expectSuccess(await openLibrary(optionsFor(folder, { mode: 'read-only' })))
    await reader.settled()
    expect(failureCode(await reader.addNote(id, noteInput()))).toBe('call-refused')
    expect(reader.rows()).toHaveLength(1)
    await reader.close()
  })
})
