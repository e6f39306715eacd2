import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeNotes } from '../../../domain/notes/merge-notes.ts'
import { longestNoteText, type Note, type StoredNote } from '../../../domain/notes/note.ts'
import type { Library } from '../../../main/library/library.ts'
import {
  addBriefing,
  device,
  expectSuccess,
  failureCode,
  noteInput,
  openFor,
  otherDevice,
  temporaryFolder,
  text,
} from './support.ts'

const notesOf = async (library: Library, id: string) => expectSuccess(await library.open(id)).notes
const recordOf = async (folder: string, of: string, id: string) =>
  JSON.parse(await readFile(join(folder, 'notes', of, id.slice(-2), `${id}.json`), 'utf8'))

describe('a note', () => {
  it.each([
    ['before the text', { start: -1, end: 3 }],
    ['past its end', { start: 0, end: text.length + 1 }],
    ['of no words', { start: 3, end: 3 }],
    ['backwards', { start: 5, end: 3 }],
    ['between two units', { start: 0.5, end: 3 }],
    ['on an earlier version', { version: 0 }],
    ['on a version still to come', { version: 2 }],
  ])('%s is refused', async (_, changes) => {
    const library = await openFor(await temporaryFolder())
    const id = await addBriefing(library)
    expect(failureCode(await library.addNote(id, noteInput(changes)))).toBe('note-outside-text')
    expect(await notesOf(library, id)).toEqual([])
  })

  it.each([
    [1, 3],
    [0, 1],
  ])('through the middle of a character (%i to %i) is refused', async (start, end) => {
    const library = await openFor(await temporaryFolder())
    const id = await addBriefing(library, '😀😀 talks')
    expect(failureCode(await library.addNote(id, noteInput({ start, end })))).toBe('note-outside-text')
    expectSuccess(await library.addNote(id, noteInput({ start: 0, end: 2 })))
  })

  it('may end with the text and may be as long as the limit, not longer', async () => {
    const library = await openFor(await temporaryFolder())
    const id = await addBriefing(library)
    expectSuccess(
      await library.addNote(id, noteInput({ start: 0, end: text.length, text: 'x'.repeat(longestNoteText) })),
    )
    const long = 'x'.repeat(longestNoteText + 1)
    expect(failureCode(await library.addNote(id, noteInput({ text: long })))).toBe('text-too-large')
  })

  it('on a briefing or note that is not there says so', async () => {
    const library = await openFor(await temporaryFolder())
    const id = await addBriefing(library)
    expect(failureCode(await library.addNote(otherDevice, noteInput()))).toBe('record-missing')
    expect(failureCode(await library.editNote(id, otherDevice, { text: 'x' }))).toBe('note-missing')
    const note = expectSuccess(await library.addNote(id, noteInput()))
    await library.removeNote(id, note.noteId)
    expect(failureCode(await library.editNote(id, note.noteId, { text: 'x' }))).toBe('note-missing')
    expect(failureCode(await library.removeNote(id, note.noteId))).toBe('note-missing')
  })

  it('that was deleted comes back whole', async () => {
    const library = await openFor(await temporaryFolder())
    const id = await addBriefing(library)
    const note = expectSuccess(await library.addNote(id, noteInput({ text: 'kept' })))
    await library.removeNote(id, note.noteId)
    const restored = expectSuccess(await library.restoreNote(id, note.noteId))
    expect(restored).toEqual({ ...note, modified: restored.modified })
    expect(library.rows()[0]?.notes).toBe(1)
  })

  it('changes to a later time even when the clock was put back', async () => {
    let time = new Date('2026-11-23T10:00:00Z')
    const library = await openFor(await temporaryFolder(), { now: () => time })
    const id = await addBriefing(library)
    const note = expectSuccess(await library.addNote(id, noteInput()))
    time = new Date('2020-01-01T00:00:00Z')
    const edited = expectSuccess(await library.editNote(id, note.noteId, { text: 'later' }))
    expect(edited.modified > note.modified).toBe(true)
    const removed = expectSuccess(await library.removeNote(id, note.noteId))
    expect(removed.modified > edited.modified).toBe(true)
  })

  it('edited by many callers at once is each caller’s in turn', async () => {
    const library = await openFor(await temporaryFolder())
    const id = await addBriefing(library)
    const note = expectSuccess(await library.addNote(id, noteInput()))
    const words = Array.from({ length: 30 }, (_, index) => `edit ${index}`)
    const edits = await Promise.all(words.map((word) => library.editNote(id, note.noteId, { text: word })))
    expect(edits.map((edit) => expectSuccess(edit).text)).toEqual(words)
    expect((await notesOf(library, id)).map((stored) => stored.text)).toEqual(['edit 29'])
  })

  it('added by many callers at once is there for each', async () => {
    const folder = await temporaryFolder()
    const library = await openFor(folder)
    const id = await addBriefing(library)
    const added = await Promise.all(Array.from({ length: 30 }, () => library.addNote(id, noteInput())))
    const ids = added.map((note) => expectSuccess(note).noteId).toSorted()
    await library.close()
    expect((await notesOf(await openFor(folder), id)).map(({ noteId }) => noteId).toSorted()).toEqual(ids)
  })
})

describe('notes of several devices', () => {
  const openBoth = async (folder: string) => {
    const first = await openFor(folder)
    const id = await addBriefing(first)
    const note = expectSuccess(await first.addNote(id, noteInput({ text: 'ours' })))
    await first.close()
    return { id, note }
  }

  it('are shown together and counted once', async () => {
    const folder = await temporaryFolder()
    const { id } = await openBoth(folder)
    const second = await openFor(folder, { device: otherDevice })
    await second.addNote(id, noteInput({ text: 'theirs', start: 10, end: 13 }))
    expect((await notesOf(second, id)).map((note) => note.text)).toEqual(['ours', 'theirs'])
    expect(second.rows()[0]?.notes).toBe(2)
  })

  it('are edited and deleted in the record of the device that does it', async () => {
    const folder = await temporaryFolder()
    const { id, note } = await openBoth(folder)
    const before = await recordOf(folder, device, id)
    const second = await openFor(folder, { device: otherDevice })
    const edited = expectSuccess(await second.editNote(id, note.noteId, { text: 'changed' }))
    expect(edited.modified > note.modified).toBe(true)
    expect(await recordOf(folder, device, id)).toEqual(before)
    expect((await recordOf(folder, otherDevice, id)).notes).toMatchObject([{ noteId: note.noteId, text: 'changed' }])
    await second.removeNote(id, note.noteId)
    await second.close()
    const first = await openFor(folder)
    expect(await notesOf(first, id)).toEqual([])
    expect(first.rows()[0]?.notes).toBe(0)
  })

  it('brought by a sync engine while the library is open are seen', async () => {
    const folder = await temporaryFolder()
    const library = await openFor(folder)
    const id = await addBriefing(library)
    await library.addNote(id, noteInput({ text: 'ours' }))
    const record = await recordOf(folder, device, id)
    const theirs = {
      ...record,
      device: otherDevice,
      notes: [{ ...record.notes[0], noteId: otherDevice, text: 'theirs' }],
    }
    await mkdir(join(folder, 'notes', otherDevice, id.slice(-2)), { recursive: true })
    await writeFile(join(folder, 'notes', otherDevice, id.slice(-2), `${id}.json`), JSON.stringify(theirs))
    expect((await notesOf(library, id)).map((note) => note.text).toSorted()).toEqual(['ours', 'theirs'])
    expect(library.rows()[0]?.notes).toBe(2)
  })

  it('that can’t be read hide nobody else’s, and say so', async () => {
    const folder = await temporaryFolder()
    const { id } = await openBoth(folder)
    await mkdir(join(folder, 'notes', otherDevice, id.slice(-2)), { recursive: true })
    await writeFile(join(folder, 'notes', otherDevice, id.slice(-2), `${id}.json`), 'null')
    const library = await openFor(folder)
    const opened = expectSuccess(await library.open(id))
    expect(opened.notes).toHaveLength(1)
    expect(opened.warning?.code).toBe('record-damaged')
    expect(library.state().damaged).toBe(1)
    expectSuccess(await library.addNote(id, noteInput()))
  })

  it('whose damaged record was set aside by a later note stay known as damaged, now and at the next start', async () => {
    const folder = await temporaryFolder()
    const { id } = await openBoth(folder)
    const first = await openFor(folder)
    expectSuccess(await first.addNote(id, noteInput()))
    await first.close()
    await writeFile(join(folder, 'notes', device, id.slice(-2), `${id}.json`), 'null')
    const library = await openFor(folder)
    expectSuccess(await library.addNote(id, noteInput()))
    expect(library.state().damaged).toBe(1)
    await library.close()
    expect((await openFor(folder)).state().damaged).toBe(1)
  })

  it('of this device that can’t be read are never written over', async () => {
    const folder = await temporaryFolder()
    const { id } = await openBoth(folder)
    const file = join(folder, 'notes', device, id.slice(-2), `${id}.json`)
    await writeFile(file, 'null')
    const library = await openFor(folder)
    expect(failureCode(await library.addNote(id, noteInput()))).toBe('record-damaged')
    expect(await readFile(file, 'utf8')).toBe('null')
    expect(await readdir(join(folder, 'notes', device, id.slice(-2)))).toEqual([`${id}.json`])
  })
})

type Step = {
  readonly do: 'add' | 'edit' | 'remove' | 'restore' | 'reopen'
  readonly which: number
  readonly words: string
}
const step = fc.record<Step>({
  do: fc.constantFrom('add', 'add', 'edit', 'remove', 'restore', 'reopen'),
  which: fc.nat(9),
  words: fc.string({ unit: 'binary', maxLength: 20 }),
})
type Model = Map<string, { words: string; deleted: boolean }>

describe('any sequence of note operations and reopenings', () => {
  it('leaves the notes a simple model has', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const folder = await temporaryFolder()
        const model: Model = new Map()
        let library = await openFor(folder)
        const id = await addBriefing(library)
        for (const next of steps) {
          if (next.do === 'reopen') {
            await library.close()
            library = await openFor(folder)
          } else await apply(library, id, model, next)
          const expected = [...model]
            .filter(([, { deleted }]) => !deleted)
            .map(([noteId, { words }]) => [noteId, words])
          const found = (await notesOf(library, id)).map((note: Note) => [note.noteId, note.text])
          expect(found.toSorted()).toEqual(expected.toSorted())
          expect(library.rows()[0]?.notes).toBe(expected.length)
        }
        await library.close()
      }),
      { numRuns: 30 },
    )
  })
})

async function apply(library: Library, id: string, model: Model, next: Step): Promise<void> {
  if (next.do === 'add') {
    const note = expectSuccess(await library.addNote(id, noteInput({ text: next.words })))
    model.set(note.noteId, { words: next.words, deleted: false })
    return
  }
  const noteId = [...model.keys()][next.which]
  const known = noteId === undefined ? undefined : model.get(noteId)
  if (noteId === undefined || known === undefined) return
  if (next.do === 'restore') {
    expectSuccess(await library.restoreNote(id, noteId))
    known.deleted = false
    return
  }
  const done =
    next.do === 'edit' ? await library.editNote(id, noteId, { text: next.words }) : await library.removeNote(id, noteId)
  expect(done.ok).toBe(!known.deleted)
  if (known.deleted) return
  if (next.do === 'edit') known.words = next.words
  else known.deleted = true
}

const parts = { id: fc.nat(4), modified: fc.nat(5), placed: fc.nat(3), version: fc.integer({ min: 1, max: 3 }) }
const storedNote = fc.record({ ...parts, text: fc.string({ maxLength: 3 }) }).map(
  ({ id, modified, placed, version, text: words }): StoredNote => ({
    noteId: `note ${id}`,
    kind: 'line',
    text: words,
    tags: [],
    commitment: null,
    scope: 'words',
    settled: {
      version,
      selectors: {
        position: { type: 'TextPositionSelector', start: 0, end: 1 },
        quote: { type: 'TextQuoteSelector', exact: 'M', prefix: '', suffix: '' },
        paragraph: { type: 'ParagraphSelector', number: null },
      },
      state: 'same',
      settled: '2026-01-01T00:00:00.000Z',
    },
    carried: null,
    history: [],
    placed: `2026-01-0${placed + 1}T00:00:00.000Z`,
    created: '2026-01-01T00:00:00.000Z',
    modified: `2026-01-0${modified + 1}T00:00:00.000Z`,
    deleted: null,
    creator: 'A',
    origin: null,
  }),
)
const devices = fc.array(fc.array(storedNote, { maxLength: 6 }), { maxLength: 4 })
const times = (notes: readonly StoredNote[]) =>
  notes.map(({ noteId, modified, settled, placed }) => `${noteId} ${modified} ${settled.version} ${placed}`).toSorted()

describe('merging notes', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(devices, (records) => {
        const merged = mergeNotes(records)
        expect(mergeNotes([merged, ...records])).toEqual(merged)
        expect(mergeNotes([merged])).toEqual(merged)
      }),
    )
  })

  it('does not depend on the order of devices, but for ties', () => {
    fc.assert(
      fc.property(devices, (records) => {
        expect(times(mergeNotes(records.toReversed()))).toEqual(times(mergeNotes(records)))
      }),
    )
  })

  it('loses no note and invents none', () => {
    fc.assert(
      fc.property(devices, (records) => {
        const ids = new Set(records.flat().map(({ noteId }) => noteId))
        expect(new Set(mergeNotes(records).map(({ noteId }) => noteId))).toEqual(ids)
      }),
    )
  })
})
