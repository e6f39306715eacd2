import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readingOf } from '../../../domain/briefing.ts'
import { correctedReading } from '../../../domain/reading/corrected-reading.ts'
import { currentSchema } from '../../../main/library/record.ts'
import { entryKind, notesKind, sessionKind } from '../../../main/library/record-kinds.ts'
import { device, expectSuccess, noteInput, openFor, temporaryFolder } from './support.ts'

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures')
const id = '01a20ade-1914-7166-8f16-c2d0ef1c274e'
const writer = '33333333-3333-4333-8333-333333333333'
const words = 'They agreed to open the harbour ferry in June.'

/** A copy of a library as an earlier version left it: a fixture itself is never written. */
async function copyOf(name: string): Promise<string> {
  const folder = await temporaryFolder()
  await cp(join(fixtures, name), folder, { recursive: true })
  return folder
}

describe('a library of schema 1', () => {
  it('opens with its text, its notes and its place, and has no problems', async () => {
    const library = await openFor(await copyOf('library-1'), { device: writer })
    expect(await library.verify()).toMatchObject({ ok: true, problems: [] })
    expect(library.state()).toMatchObject({ entries: 1, damaged: 0, readOnly: null })
    expect(library.rows()).toMatchObject([
      {
        id,
        title: 'Talks on the harbour ferry',
        place: 'HELSINKI',
        date: '2024-05-03',
        source: 'Ministry of Transport',
      },
    ])
    const { briefing, notes, warning } = expectSuccess(await library.open(id))
    expect(warning).toBeNull()
    expect(notes).toMatchObject([{ kind: 'commitment', quote: words, text: 'Ask for the day.', state: 'same' }])
    expect(briefing.versions[0].text.slice(notes[0]?.start ?? 0, notes[0]?.end ?? 0)).toBe(words)
    expect(library.session()).toMatchObject({ place: { briefingId: id, offset: 28 }, draft: { text: 'Half written' } })
  })

  it('takes new notes, from this device and another, and is sound after them', async () => {
    const folder = await copyOf('library-1')
    for (const by of [writer, device]) {
      const library = await openFor(folder, { device: by })
      expectSuccess(await library.addNote(id, noteInput()))
      await library.close()
    }
    const library = await openFor(folder)
    expect(expectSuccess(await library.open(id)).notes).toHaveLength(3)
    expect((await library.verify()).problems).toEqual([])
  })

  it('has a reading from before rules were numbered, so that it can be made again', async () => {
    const library = await openFor(await copyOf('library-1'), { device: writer })
    const { briefing } = expectSuccess(await library.open(id))
    expect(briefing.reading).toMatchObject({ engine: 0, title: 'Talks on the harbour ferry', documents: [] })
    expect(briefing.reading.head).toEqual({ title: null, place: null, date: null, source: null })
  })

  it('is not the only fixture once a record has another schema', async () => {
    const newest = Math.max(...[entryKind, notesKind, sessionKind].map(currentSchema))
    const kept = await readdir(fixtures)
    expect(kept.filter((name) => name.startsWith('library-'))).toHaveLength(newest)
  })
})

describe('a library of schema 2', () => {
  const second = '01a21c40-5a10-7a31-9c52-7b1f0e6d2a44'

  it('opens with its reading as people corrected it, and has no problems', async () => {
    const library = await openFor(await copyOf('library-2'), { device: writer })
    expect(await library.verify()).toMatchObject({ ok: true, problems: [] })
    expect(library.rows()).toMatchObject([
      { id: second, title: 'Ferry talks in Tallinn', events: 2, outcomes: 2, counterpart: 'Ilmar Soo', notes: 1 },
    ])
    const { briefing } = expectSuccess(await library.open(second))
    const corrected = correctedReading(readingOf(briefing), briefing.corrections)
    expect(corrected.head.place).toMatchObject({ value: 'ORMEN', state: 'confirmed' })
    expect(corrected.meetings.map(({ place }) => [place.value, place.state])).toEqual([
      ['Tallinn', 'certain'],
      ['Tallinn harbour', 'corrected'],
    ])
    expect(corrected.people[0]?.affiliation).toMatchObject({ value: 'Norway', state: 'corrected' })
    expect(corrected.outcomes.map(({ meeting }) => meeting.value)).toEqual([
      corrected.meetings[1]?.key,
      corrected.meetings[1]?.key,
    ])
    expect(corrected.removed).toMatchObject([{ list: 'places', text: 'Estonia' }])
  })

  it('keeps decisions in the draft of a text that is being read in', async () => {
    const library = await openFor(await copyOf('library-2'), { device: writer })
    expect(library.session().draft).toMatchObject({
      corrections: { title: 'Half a tit', decisions: { people: [{ verdict: 'added', spans: [[0, 4]] }] } },
    })
  })
})

describe('a library of schema 3', () => {
  const third = '01a20e37-d918-727e-b029-0b4e8bb2efda'

  it('opens with both versions and every note where it stood, settled or waiting, and has no problems', async () => {
    const library = await openFor(await copyOf('library-3'), { device: writer })
    expect(await library.verify()).toMatchObject({ ok: true, problems: [] })
    expect(library.rows()).toMatchObject([{ id: third, title: 'Ferry talks', versions: 2, notes: 6 }])
    const { notes } = expectSuccess(await library.open(third))
    expect(notes.map(({ kind, scope, state, pending, left }) => [kind, scope, state, pending, left])).toEqual([
      ['position', 'briefing', 'same', false, false],
      ['quotable', 'paragraph', 'reworded', true, false],
      ['highlight', 'words', 'reworded', true, false],
      ['question', 'words', 'reworded', false, false],
      ['line', 'words', 'same', false, false],
      ['commitment', 'words', 'gone', false, true],
    ])
    expect(notes.at(-1)).toMatchObject({ tags: ['tariffs'], commitment: { owner: 'Estonia', due: '2024-09-30' } })
    expect(notes[2]).toMatchObject({ version: 0, origin: 'https://example.org/a/1', text: 'From a colleague.' })
    expect(expectSuccess(await library.openVersion(third, 1)).notes).toHaveLength(5)
  })

  it('keeps the draft of a new version with the briefing it is of', async () => {
    const library = await openFor(await copyOf('library-3'), { device: writer })
    expect(library.session().draft).toMatchObject({ text: 'Half a revision', revises: third })
  })
})
