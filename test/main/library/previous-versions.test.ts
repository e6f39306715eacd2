import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PreviousVersion } from '../../../domain/previous-version.ts'
import { entryFile, notesFile } from '../../../main/library/file-names.ts'
import type { Library, LibraryChange } from '../../../main/library/library.ts'
import { derivedKey } from '../../../main/library/sealing/data-key.ts'
import type { DeriveKey } from '../../../main/library/sealing/key-derivation.ts'
import { isSealed } from '../../../main/library/sealing/record-seal.ts'
import {
  addBriefing,
  device,
  expectSuccess,
  failureCode,
  noteInput,
  openFor,
  otherDevice,
  pasted,
  temporaryFolder,
  text,
} from './support.ts'

/** Quick, since what makes the real one slow has its own tests. */
const derive: DeriveKey = async (passphrase, { salt }) =>
  derivedKey(Buffer.from(passphrase), ['test'], Buffer.from(salt))
const noChanges = {
  title: false,
  reading: false,
  bin: false,
  texts: 0,
  notesAdded: 0,
  notesChanged: 0,
  notesRemoved: 0,
}
const listOf = async (library: Library, id: string) => expectSuccess(await library.previousVersions(id))
const notesOf = async (library: Library, id: string) =>
  expectSuccess(await library.open(id)).notes.map((note) => note.text)
const changesOf = (versions: readonly PreviousVersion[]) =>
  versions.map(({ changes }) =>
    Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== false && value !== 0)),
  )

/** Makes a record's current file as old as `minute` says, so that states lie apart as they do when people write. */
async function written(folder: string, file: string, minute: number): Promise<void> {
  const time = new Date(Date.UTC(2026, 10, 24, 12, minute))
  await utimes(join(folder, file), time, time)
}

/** A briefing, at 12:01 with one note, at 12:02 with two, at 12:03 with another title. */
async function changed() {
  const folder = await temporaryFolder()
  const library = await openFor(folder)
  const id = await addBriefing(library)
  await written(folder, entryFile(id), 0)
  const first = expectSuccess(await library.addNote(id, noteInput({ text: 'one' })))
  await written(folder, notesFile(device, id), 1)
  expectSuccess(await library.addNote(id, noteInput({ text: 'two' })))
  await written(folder, notesFile(device, id), 2)
  const { modified } = expectSuccess(await library.open(id)).briefing
  expectSuccess(await library.correct(id, { title: 'Astana talks' }, modified))
  await written(folder, entryFile(id), 3)
  return { folder, library, id, first }
}

describe('the previous versions of a briefing', () => {
  it('are none of one that was never changed', async () => {
    const library = await openFor(await temporaryFolder())
    expect(await listOf(library, await addBriefing(library))).toEqual([])
  })

  it('are its states and those of its notes in one line of time, newest first, with what each change did', async () => {
    const { library, id } = await changed()
    const title = 'Ministers met in Astana'
    const opening = 'The ministers agreed to meet again in June. Łódź was named as the place.'
    const at = (minute: number) => `2026-11-24T12:0${minute}:00.000Z`
    expect(await listOf(library, id)).toEqual([
      { moment: at(2), title, opening, texts: 1, notes: 2, changes: { ...noChanges, title: true } },
      { moment: at(1), title, opening, texts: 1, notes: 1, changes: { ...noChanges, notesAdded: 1 } },
      { moment: at(0), title, opening, texts: 1, notes: 0, changes: { ...noChanges, notesAdded: 1 } },
    ])
  })

  it('are listed without writing, also where nothing can be written, and after closing', async () => {
    const { folder, library, id } = await changed()
    const listed = await listOf(library, id)
    await library.close()
    const files = await readdir(folder, { recursive: true })
    const reader = await openFor(folder, { mode: 'read-only' })
    expect(await listOf(reader, id)).toEqual(listed)
    expect(await readdir(folder, { recursive: true })).toEqual(files)
    expect(failureCode(await reader.restorePrevious(id, listed[0]?.moment ?? ''))).toBe('call-refused')
  })

  it('come without those that are damaged', async () => {
    const { folder, library, id } = await changed()
    expectSuccess(await library.addNote(id, noteInput({ text: 'three' })))
    await writeFile(join(folder, notesFile(device, id)).replace('.json', '.1.prev'), 'no record')
    expect(changesOf(await listOf(library, id))).toEqual([{ notesAdded: 2 }, { title: true }, { notesAdded: 1 }])
  })

  it('keep their order when the clock was put back', async () => {
    const { folder, library, id } = await changed()
    await library.removeNote(id, expectSuccess(await library.open(id)).notes[0]?.noteId ?? '')
    await written(folder, notesFile(device, id), -600)
    expectSuccess(await library.addNote(id, noteInput({ text: 'three' })))
    const counts = (await listOf(library, id)).map(({ notes }) => notes)
    expect(counts).toEqual([1, 1, 2, 1, 0])
  })

  it('of a briefing that is not there are refused', async () => {
    const { library } = await changed()
    const missing = '01900000-0000-7000-8000-00000000beef'
    expect(failureCode(await library.previousVersions(missing))).toBe('record-missing')
    expect(failureCode(await library.restorePrevious(missing, '2026-11-24T12:00:00.000Z'))).toBe('record-missing')
  })
})

describe('restoring a previous version', () => {
  it('brings back title and notes, tells it, and is itself a change that restoring takes back', async () => {
    const { library, id } = await changed()
    const told: LibraryChange[] = []
    library.onChange((change) => told.push(change))
    const [, , oldest] = await listOf(library, id)
    const { before } = expectSuccess(await library.restorePrevious(id, oldest?.moment ?? ''))
    expect(expectSuccess(await library.open(id)).briefing.corrections).toEqual({})
    expect(await notesOf(library, id)).toEqual([])
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['rows', 'briefings', 'notes']))
    const [newest] = await listOf(library, id)
    expect(newest).toMatchObject({ moment: before, title: 'Astana talks', notes: 2 })

    expectSuccess(await library.restorePrevious(id, before))
    expect(expectSuccess(await library.open(id)).briefing.corrections).toEqual({ title: 'Astana talks' })
    expect((await notesOf(library, id)).toSorted()).toEqual(['one', 'two'])
    expect((await library.verify()).problems).toEqual([])
  })

  it('brings back an earlier version of the text, and the later one again', async () => {
    const { folder, library, id } = await changed()
    expectSuccess(await library.revise(id, `${text}\n\nA last paragraph.`, pasted, 1))
    await written(folder, entryFile(id), 5)
    await written(folder, notesFile(device, id), 5)
    const [newest] = await listOf(library, id)
    expect(newest?.changes.texts).toBe(1)
    const { before } = expectSuccess(await library.restorePrevious(id, newest?.moment ?? ''))
    const restored = expectSuccess(await library.open(id))
    expect(restored.briefing.versions).toHaveLength(1)
    expect(restored.notes.map(({ version, state }) => ({ version, state }))).toEqual([
      { version: 1, state: 'same' },
      { version: 1, state: 'same' },
    ])
    expectSuccess(await library.restorePrevious(id, before))
    expect(expectSuccess(await library.open(id)).briefing.versions).toHaveLength(2)
    expect((await library.verify()).problems).toEqual([])
  })

  it('leaves the bin and other devices’ notes alone', async () => {
    const { folder, library, id, first } = await changed()
    await library.close()
    const theirs = await openFor(folder, { device: otherDevice })
    expectSuccess(await theirs.addNote(id, noteInput({ text: 'theirs' })))
    await theirs.close()
    const ours = await openFor(folder)
    const foreign = expectSuccess(await ours.open(id)).notes.find((note) => note.text === 'theirs')
    expectSuccess(await ours.editNote(id, foreign?.noteId ?? '', { text: 'theirs, edited here' }))
    expectSuccess(await ours.removeNote(id, first.noteId))
    const listed = await listOf(ours, id)
    expectSuccess(await ours.remove(id))
    // The state before that edit.
    const wanted = listed.find(({ changes }) => changes.title)
    expectSuccess(await ours.restorePrevious(id, wanted?.moment ?? ''))
    expect((await notesOf(ours, id)).toSorted()).toEqual(['one', 'theirs', 'two'])
    expect(expectSuccess(await ours.open(id)).briefing.deleted).not.toBeNull()
  })

  it('works in a sealed library, none of whose copies can be read', async () => {
    const folder = join(await temporaryFolder(), 'library')
    const library = await openFor(folder, { secret: { kind: 'passphrase', text: 'a few words' }, derive })
    const id = await addBriefing(library)
    for (const words of ['one', 'two', 'three']) expectSuccess(await library.addNote(id, noteInput({ text: words })))
    const [, wanted] = await listOf(library, id)
    expect(wanted?.notes).toBe(1)
    expectSuccess(await library.restorePrevious(id, wanted?.moment ?? ''))
    expect(await notesOf(library, id)).toEqual(['one'])
    const copies = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.prev'))
    expect(copies.length).toBeGreaterThan(2)
    for (const copy of copies) expect(isSealed(await readFile(join(folder, copy))), copy).toBe(true)
  })

  it('that is not kept is refused, and changes nothing', async () => {
    const { folder, library, id } = await changed()
    const path = join(folder, entryFile(id))
    const before = [await readFile(path, 'utf8'), await readdir(dirname(path))]
    expect(failureCode(await library.restorePrevious(id, '2026-11-24T11:00:00.000Z'))).toBe('previous-missing')
    expect([await readFile(path, 'utf8'), await readdir(dirname(path))]).toEqual(before)
  })
})
