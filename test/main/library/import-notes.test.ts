import { describe, expect, it } from 'vitest'
import { annotationsOf } from '../../../domain/exchange/annotations-of.ts'
import type { IncomingAnnotation } from '../../../domain/exchange/incoming.ts'
import { readAnnotations } from '../../../domain/exchange/read-annotations.ts'
import type { Library } from '../../../main/library/library.ts'
import {
  addBriefing,
  expectSuccess,
  failingFileSystem,
  failureCode,
  noteInput,
  openFor,
  otherDevice,
  pasted,
  temporaryFolder,
  text,
} from './support.ts'

const annotation = (id: string, exact: string, changes: object = {}) => ({
  id,
  type: 'Annotation',
  modified: '2026-01-01T00:00:00Z',
  body: { type: 'TextualBody', value: 'theirs' },
  target: { source: 'urn:x:other', selector: [{ type: 'TextQuoteSelector', exact }] },
  ...changes,
})
const read = (json: unknown): readonly IncomingAnnotation[] => expectSuccess(readAnnotations(json)).annotations
const take = async (library: Library, id: string, json: unknown) =>
  expectSuccess(await library.importNotes(id, read(json)))
const notesOf = async (library: Library, id: string) => expectSuccess(await library.open(id)).notes
const exportOf = async (library: Library, id: string): Promise<unknown> => {
  const { briefing, notes } = expectSuccess(await library.open(id))
  const words = briefing.versions.at(-1)?.text ?? ''
  return JSON.parse(JSON.stringify(annotationsOf({ id, title: null, text: words, notes })))
}

describe('taking annotations in', () => {
  it('stores every one with the state it landed in, durably and soundly', async () => {
    const folder = await temporaryFolder()
    const library = await openFor(folder)
    const id = await addBriefing(library)
    const file = [annotation('urn:x:1', 'agreed to meet'), annotation('urn:x:2', 'signed the treaty of friendship')]
    const notes = await take(library, id, file)
    expect(notes.map(({ state, quote, pending }) => [state, quote, pending])).toEqual([
      ['same', 'agreed to meet', false],
      ['gone', 'signed the treaty of friendship', true],
    ])
    await library.close()
    const again = await openFor(folder)
    expect(await notesOf(again, id)).toEqual(notes)
    expect(await again.verify()).toMatchObject({ ok: true, problems: [] })
  })

  it('keeps no second note of an annotation that comes in again, on this machine or another', async () => {
    const folder = await temporaryFolder()
    const library = await openFor(folder)
    const id = await addBriefing(library)
    const file = [annotation('urn:x:1', 'agreed'), annotation('urn:x:2', 'nowhere')]
    const first = await take(library, id, file)
    expect(await take(library, id, file)).toEqual(first)
    await library.close()
    const elsewhere = await openFor(folder, { device: otherDevice })
    expect(await take(elsewhere, id, file)).toEqual(first)
    expect((await notesOf(elsewhere, id)).length).toBe(2)
  })

  it('gives another library the same notes, and takes what was written there back onto ours', async () => {
    const clock = { now: '2026-02-01T00:00:00.000Z' }
    const open = async () => openFor(await temporaryFolder(), { now: () => new Date(clock.now) })
    const [ours, theirs] = [await open(), await open()]
    const [id, theirId] = [await addBriefing(ours), await addBriefing(theirs)]
    const note = expectSuccess(await ours.addNote(id, noteInput()))
    const [copy] = await take(theirs, theirId, await exportOf(ours, id))
    const { quote, start, end, kind, creator } = note
    expect(copy).toMatchObject({ quote, start, end, kind, creator, origin: `urn:uuid:${note.noteId}` })
    clock.now = '2026-02-02T00:00:00.000Z'
    expectSuccess(await theirs.editNote(theirId, copy?.noteId ?? '', { text: 'and more' }))
    const back = await take(ours, id, await exportOf(theirs, theirId))
    expect(back).toEqual([{ ...note, text: 'and more', modified: clock.now }])
    expect(await notesOf(ours, id)).toEqual(back)
  })

  it('keeps what was written here later than in the file', async () => {
    const library = await openFor(await temporaryFolder())
    const id = await addBriefing(library)
    const [taken] = await take(library, id, annotation('urn:x:1', 'agreed'))
    const edited = expectSuccess(await library.editNote(id, taken?.noteId ?? '', { text: 'ours', kind: 'redline' }))
    expect(await take(library, id, annotation('urn:x:1', 'agreed'))).toEqual([edited])
  })

  it('carries a quote of a text that is elsewhere on to the next version, where it is found when it stands there', async () => {
    const library = await openFor(await temporaryFolder())
    const id = await addBriefing(library)
    const [gone] = await take(library, id, annotation('urn:x:1', 'signed the treaty'))
    expect(gone?.state).toBe('gone')
    const revised = `${text}\n\nBoth sides then signed the treaty in the harbour.`
    const { notes } = expectSuccess(await library.revise(id, revised, pasted, null))
    const start = revised.indexOf('signed the treaty')
    expect(notes).toMatchObject([{ state: 'same', start, end: start + 17, pending: false, version: 2 }])
    expect(await library.verify()).toMatchObject({ ok: true })
  })

  it('lets a person settle a quote of a text that is elsewhere', async () => {
    const library = await openFor(await temporaryFolder())
    const id = await addBriefing(library)
    const [gone] = await take(library, id, annotation('urn:x:1', 'signed the treaty'))
    const noteId = gone?.noteId ?? ''
    const reattached = await library.settleNote(id, noteId, 1, { how: 'reattach', span: { start: 0, end: 9 } })
    expect(expectSuccess(reattached)).toMatchObject({ pending: false, start: 0, quote: 'Ministers', version: 1 })
    expect(expectSuccess(await library.settleNote(id, noteId, 1, { how: 'reopen' }))).toMatchObject({ state: 'gone' })
    expect(expectSuccess(await library.settleNote(id, noteId, 1, { how: 'leave' }))).toMatchObject({ left: true })
    expect(await library.verify()).toMatchObject({ ok: true })
  })

  it('brings a deleted note back', async () => {
    const library = await openFor(await temporaryFolder())
    const id = await addBriefing(library)
    const [note] = await take(library, id, annotation('urn:x:1', 'agreed'))
    await library.removeNote(id, note?.noteId ?? '')
    expect(await notesOf(library, id)).toEqual([])
    await take(library, id, annotation('urn:x:1', 'agreed'))
    expect((await notesOf(library, id)).map(({ noteId }) => noteId)).toEqual([note?.noteId])
  })

  it('writes all or nothing', async () => {
    const folder = await temporaryFolder()
    const library = await openFor(folder)
    const id = await addBriefing(library)
    await library.close()
    const full = failingFileSystem(({ operation, path }) =>
      operation === 'open' && path.includes('notes') ? 'ENOSPC' : null,
    )
    const failing = await openFor(folder, { fileSystem: full })
    const file = [annotation('urn:x:1', 'agreed'), annotation('urn:x:2', 'Ministers')]
    expect(failureCode(await failing.importNotes(id, read(file)))).toBe('disk-full')
    expect(await notesOf(failing, id)).toEqual([])
  })

  it('takes ten thousand at once in a few seconds', async () => {
    const library = await openFor(await temporaryFolder())
    const id = await addBriefing(library)
    const file = Array.from({ length: 10_000 }, (_, index) =>
      annotation(`urn:x:${index}`, index % 2 ? 'agreed' : `no ${index}`),
    )
    const started = performance.now()
    expect((await take(library, id, file)).length).toBe(10_000)
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})
