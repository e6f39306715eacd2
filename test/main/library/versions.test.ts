import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Note } from '../../../domain/notes/note.ts'
import { corrected } from '../../../domain/reading/correct.ts'
import { correctedReading } from '../../../domain/reading/corrected-reading.ts'
import { wholeReading } from '../../../domain/reading/reading.ts'
import { notesFile } from '../../../main/library/file-names.ts'
import type { Library } from '../../../main/library/library.ts'
import {
  addBriefing,
  device,
  expectSuccess,
  failingFileSystem,
  failureCode,
  noteInput,
  openFor,
  otherDevice,
  pasted,
  temporaryFolder,
} from './support.ts'

const draft = [
  'Talks on the ferry',
  'The ministers welcomed the progress made on the harbour ferry and its two piers.',
  'They agreed to meet again in June in the northern port.',
  'The delegations will report on the tariffs by 30 September.',
].join('\n\n')
const revised = [
  'Talks on the ferry',
  'A new paragraph on visas stands here.',
  'The ministers took note of the progress made on the harbour ferry and its two piers.',
  'They agreed to meet again in June in the northern port.',
].join('\n\n')

const notesOf = async (library: Library, id: string) => expectSuccess(await library.open(id)).notes
const on = (words: string, text: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

/** The draft with a note on words that stay, one on words that change and one on words that go. */
async function annotated(folder: string) {
  const library = await openFor(folder)
  const id = await addBriefing(library, draft)
  const add = async (words: string) => expectSuccess(await library.addNote(id, noteInput(on(words, draft))))
  const kept = await add('meet again in June')
  const changed = await add('welcomed the progress made')
  const gone = await add('report on the tariffs by 30 September')
  return { library, id, kept, changed, gone }
}

async function revisedDraft(folder: string) {
  const all = await annotated(folder)
  const report = expectSuccess(await all.library.revise(all.id, revised, pasted, 1))
  return { ...all, report }
}

const stateOf = (notes: readonly Note[], { noteId }: Note) => notes.find((note) => note.noteId === noteId)?.state

describe('a new version of a text', () => {
  it('is stored with every note accounted for, and is there after closing', async () => {
    const folder = await temporaryFolder()
    const { library, id, kept, changed, gone, report } = await revisedDraft(folder)
    expect(report.version).toBe(2)
    await library.close()
    const again = await openFor(folder)
    expect(again.rows()[0]).toMatchObject({ versions: 2, notes: 3 })
    for (const notes of [report.notes, await notesOf(again, id)]) {
      expect(stateOf(notes, kept)).toBe('same')
      expect(stateOf(notes, changed)).toBe('reworded')
      expect(stateOf(notes, gone)).toBe('gone')
    }
    expect(await again.verify()).toMatchObject({ ok: true })
  })

  it('leaves the version before readable, with its notes as they were', async () => {
    const { library, id, report } = await revisedDraft(await temporaryFolder())
    const first = expectSuccess(await library.openVersion(id, 1))
    expect(first.reading.text).toBe(draft)
    expect(first.notes).toHaveLength(report.notes.length)
    for (const { quote, start, end, state } of first.notes) {
      expect(state).toBe('same')
      expect(draft.slice(start ?? 0, end ?? 0)).toBe(quote)
    }
    expect(expectSuccess(await library.openVersion(id, 2)).reading.text).toBe(revised)
    expect(failureCode(await library.openVersion(id, 3))).toBe('version-missing')
  })

  it('may hold the same words: every note is the same', async () => {
    const { library, id } = await annotated(await temporaryFolder())
    const report = expectSuccess(await library.revise(id, draft, pasted, null))
    expect(report.notes.map(({ state }) => state)).toEqual(['same', 'same', 'same'])
  })

  it('that is another text altogether leaves every note gone, none lost', async () => {
    const { library, id } = await annotated(await temporaryFolder())
    const report = expectSuccess(await library.revise(id, 'Quarterly figures\n\nBread 3, milk 4.', pasted, null))
    expect(report.notes.map(({ state, pending }) => [state, pending])).toEqual(Array(3).fill(['gone', true]))
    expect(await notesOf(library, id)).toHaveLength(3)
  })

  it.each([
    ['an empty one', '  \n', null, 'text-empty'],
    ['one made on fewer versions', revised, 2, 'briefing-changed'],
  ])('is refused for %s, and nothing changes', async (_, text, basedOn, code) => {
    const { library, id } = await annotated(await temporaryFolder())
    const before = expectSuccess(await library.open(id))
    expect(failureCode(await library.revise(id, text, pasted, basedOn))).toBe(code)
    expect(expectSuccess(await library.open(id))).toEqual(before)
  })

  it('of a briefing that is not there says so', async () => {
    const library = await openFor(await temporaryFolder())
    expect(failureCode(await library.revise(otherDevice, revised, pasted, null))).toBe('record-missing')
  })

  it('asked for twice at once is stored twice, or once where each knows what it is based on', async () => {
    const { library, id } = await annotated(await temporaryFolder())
    const both = await Promise.all([library.revise(id, revised, pasted, null), library.revise(id, draft, pasted, null)])
    expect(both.map((one) => expectSuccess(one).version)).toEqual([2, 3])
    const known = await Promise.all([library.revise(id, revised, pasted, 3), library.revise(id, draft, pasted, 3)])
    expect(known.map(({ ok }) => ok)).toEqual([true, false])
  })

  it('keeps corrections whose words stay, and those of the version before with it', async () => {
    const { library, id } = await annotated(await temporaryFolder())
    const { briefing } = expectSuccess(await library.open(id))
    const add = (words: string) => {
      const { start, end } = on(words, draft)
      return { kind: 'add', list: 'people', span: [start, end] } as const
    }
    const whole = wholeReading(briefing.reading, draft)
    const one = corrected(whole, { title: 'Typed' }, add('ministers'))
    const both = corrected(whole, one, add('delegations'))
    expectSuccess(await library.correct(id, both, briefing.modified))
    expectSuccess(await library.revise(id, revised, pasted, null))
    const { briefing: after } = expectSuccess(await library.open(id))
    const shown = correctedReading(wholeReading(after.reading, revised), after.corrections)
    expect(shown.head.title.value).toBe('Typed')
    expect(shown.people.map(({ name }) => name.value)).toEqual(['ministers'])
    expect(expectSuccess(await library.openVersion(id, 1)).corrections).toEqual(both)
  })

  it('carries also what was deleted, when it is brought back', async () => {
    const { library, id, kept } = await annotated(await temporaryFolder())
    await library.removeNote(id, kept.noteId)
    await library.revise(id, revised, pasted, null)
    expect(await notesOf(library, id)).toHaveLength(2)
    const restored = expectSuccess(await library.restoreNote(id, kept.noteId))
    expect(restored).toMatchObject({ state: 'same', version: 2, quote: 'meet again in June' })
  })

  it('whose notes can’t be written is stored, and the notes are carried all the same', async () => {
    const folder = await temporaryFolder()
    const { library, id, kept, changed } = await annotated(folder)
    await library.close()
    const failing = await openFor(folder, {
      fileSystem: failingFileSystem(({ operation, path }) =>
        operation === 'rename' && path.includes('notes') ? 'ENOSPC' : null,
      ),
    })
    expect(failureCode(await failing.revise(id, revised, pasted, null))).toBe('disk-full')
    await failing.close()
    const again = await openFor(folder)
    const notes = await notesOf(again, id)
    expect(notes).toHaveLength(3)
    expect([stateOf(notes, kept), stateOf(notes, changed)]).toEqual(['same', 'reworded'])
    expectSuccess(await again.settleNote(id, changed.noteId, 2, { how: 'keep' }))
    expect(stateOf(await notesOf(again, id), changed)).toBe('reworded')
  })

  it('carries other devices’ notes without touching their record, and hides nothing they write meanwhile', async () => {
    const folder = await temporaryFolder()
    const { library, id, kept } = await annotated(folder)
    await library.close()
    const before = await readFile(join(folder, notesFile(device, id)))
    const other = await openFor(folder, { device: otherDevice, now: () => new Date('2030-01-01') })
    expectSuccess(await other.revise(id, revised, pasted, null))
    await other.close()
    expect(await readFile(join(folder, notesFile(device, id)))).toEqual(before)
    const first = await openFor(folder)
    expectSuccess(await first.editNote(id, kept.noteId, { text: 'written before the new version was seen' }))
    await first.close()
    const again = await openFor(folder, { device: otherDevice })
    expect(await notesOf(again, id)).toContainEqual(
      expect.objectContaining({ noteId: kept.noteId, text: 'written before the new version was seen', version: 2 }),
    )
  })
})

describe('settling a note', () => {
  it('by keeping, leaving, attaching and taking back is on the disk each time', async () => {
    const folder = await temporaryFolder()
    const { library, id, changed, gone } = await revisedDraft(folder)
    expect(expectSuccess(await library.settleNote(id, changed.noteId, 2, { how: 'keep' }))).toMatchObject({
      pending: false,
      quote: 'took note of the progress made',
    })
    expectSuccess(await library.settleNote(id, gone.noteId, 2, { how: 'leave' }))
    await library.close()
    const again = await openFor(folder)
    expect((await notesOf(again, id)).map(({ pending }) => pending)).toEqual([false, false, false])
    expect(expectSuccess(await again.settleNote(id, gone.noteId, 2, { how: 'reopen' })).pending).toBe(true)
    const span = on('visas', revised)
    expect(expectSuccess(await again.settleNote(id, gone.noteId, 2, { how: 'reattach', span }))).toMatchObject({
      ...span,
      state: 'reworded',
      quote: 'visas',
      history: [{ version: 1, quote: 'report on the tariffs by 30 September' }],
    })
    expect(await again.verify()).toMatchObject({ ok: true })
  })

  it.each([
    ['on a version that is not the newest', 1, { how: 'keep' }, 'briefing-changed'],
    ['outside the text', 2, { how: 'reattach', span: { start: 0, end: 100_000 } }, 'note-outside-text'],
    ['of no words', 2, { how: 'reattach', span: { start: 3, end: 3 } }, 'note-outside-text'],
    ['that is settled', 2, { how: 'keep' }, 'note-settled'],
  ] as const)('%s is refused', async (_, version, decision, code) => {
    const { library, id, kept } = await revisedDraft(await temporaryFolder())
    expect(failureCode(await library.settleNote(id, kept.noteId, version, decision))).toBe(code)
  })

  it('that is not there, or was deleted, says so', async () => {
    const { library, id, changed } = await revisedDraft(await temporaryFolder())
    expect(failureCode(await library.settleNote(id, otherDevice, 2, { how: 'keep' }))).toBe('note-missing')
    await library.removeNote(id, changed.noteId)
    expect(failureCode(await library.settleNote(id, changed.noteId, 2, { how: 'keep' }))).toBe('note-missing')
  })

  it('and writing on it at once loses neither', async () => {
    const { library, id, changed } = await revisedDraft(await temporaryFolder())
    await Promise.all([
      library.settleNote(id, changed.noteId, 2, { how: 'keep' }),
      library.editNote(id, changed.noteId, { text: 'written' }),
      library.editNote(id, changed.noteId, { tags: [' verbs ', 'verbs', ''] }),
      library.editNote(id, changed.noteId, { kind: 'question' }),
    ])
    expect(await notesOf(library, id)).toContainEqual(
      expect.objectContaining({
        text: 'written',
        kind: 'question',
        tags: ['verbs'],
        pending: false,
        noteId: changed.noteId,
      }),
    )
  })
})

describe('a note', () => {
  it('on the whole briefing or a paragraph is stored with its scope, and wants its span to fit', async () => {
    const { library, id } = await annotated(await temporaryFolder())
    const whole = expectSuccess(await library.addNote(id, { ...noteInput(), scope: 'briefing', span: null }))
    expect(whole).toMatchObject({ scope: 'briefing', start: null, quote: '', state: 'same' })
    expect(failureCode(await library.addNote(id, { ...noteInput(), scope: 'briefing' }))).toBe('note-outside-text')
    expect(failureCode(await library.addNote(id, { ...noteInput(), scope: 'words', span: null }))).toBe(
      'note-outside-text',
    )
  })

  it('that becomes a commitment has its fields, and keeps them as another kind', async () => {
    const { library, id, kept } = await annotated(await temporaryFolder())
    const edit = (change: Parameters<Library['editNote']>[2]) => library.editNote(id, kept.noteId, change)
    expect(expectSuccess(await edit({ kind: 'commitment' })).commitment).toMatchObject({ status: 'open', due: null })
    const commitment = { owner: 'Legal', counterpart: 'Tallinn', due: '2026-05-30', status: 'under-way' } as const
    expectSuccess(await edit({ commitment }))
    expectSuccess(await edit({ kind: 'line' }))
    expect(expectSuccess(await edit({ kind: 'commitment' })).commitment).toEqual(commitment)
  })
})
