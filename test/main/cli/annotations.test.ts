import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { NoteReport } from '../../../main/cli/note-report.ts'
import { flawsOfCollection } from '../../domain/exchange/web-annotation-rules.ts'
import { inFolder } from './aide.ts'

const { place, inLibrary } = inFolder()
const talks = 'Talks in Bern 😀\n\nBERN, May 3, 2024 — The ministers met. They agreed.\n\nThe ministers met again.'

type Imported = {
  readonly imported: number
  readonly skipped: readonly { readonly index: number; readonly message: string }[]
  readonly notes: readonly NoteReport[]
}

async function added(): Promise<string> {
  const file = join(place.folder, 'talks.txt')
  await writeFile(file, talks)
  const { added: all } = (await inLibrary(['add', file])).json() as { added: readonly { id: string }[] }
  return all[0]?.id ?? ''
}
const write = async (name: string, content: unknown) => {
  await writeFile(join(place.folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return name
}
const importing = async (id: string, name: string, content: unknown) =>
  inLibrary(['import-annotations', id, await write(name, content)])
const quoting = (id: string, exact: string) => ({
  id,
  body: { value: 'x' },
  target: { source: 'urn:x:t', selector: { type: 'TextQuoteSelector', exact } },
})

describe('export --as annotations and import-annotations', () => {
  it('take notes from one briefing to another, through a file that is valid against the model', async () => {
    const [from, to] = [await added(), await added()]
    await inLibrary(['note', from, '--quote', 'They agreed', '--kind', 'commitment', '--text', 'When?'])
    const ran = await inLibrary(['export', from, '--as', 'annotations', '--out', 'notes.jsonld'])
    expect([ran.code, ran.json()]).toEqual([0, { written: ['notes.jsonld'] }])
    const file = JSON.parse(readFileSync(join(place.folder, 'notes.jsonld'), 'utf8'))
    expect(flawsOfCollection(file)).toEqual([])
    expect(file.label).toBe('Talks in Bern 😀')
    const imported = await inLibrary(['import-annotations', to, 'notes.jsonld'])
    const start = talks.indexOf('They agreed')
    expect([imported.code, imported.said]).toEqual([0, ''])
    expect(imported.json()).toMatchObject({
      imported: 1,
      skipped: [],
      notes: [{ state: 'same', quote: 'They agreed', found: 'They agreed', start, end: start + 11, score: 1 }],
    })
    const shown = (await inLibrary(['show', to])).json()
    expect(shown).toMatchObject({ notes: [{ kind: 'commitment', text: 'When?', quote: 'They agreed', start }] })
    expect((await inLibrary(['verify'])).json()).toMatchObject({ ok: true })
  })

  it('exports a file each into a folder', async () => {
    const ids = [await added(), await added()]
    const ran = await inLibrary(['export', ...ids, '--as', 'annotations', '--out', 'all'])
    expect(ran.json()).toEqual({ written: ids.map((id) => join('all', `talks-in-bern-${id.slice(-12)}.jsonld`)) })
  })

  it('says of every annotation what became of it, and why one was not taken', async () => {
    const id = await added()
    const content = [
      quoting('urn:x:1', 'They agreed'),
      7,
      quoting('urn:x:2', 'ministers'),
      quoting('urn:x:3', 'no treaty'),
    ]
    const ran = await importing(id, 'several.json', content)
    const { imported, skipped, notes } = ran.json() as Imported
    expect([ran.code, imported, skipped]).toEqual([0, 3, [{ index: 1, message: 'This is not an annotation.' }]])
    expect(notes.map(({ state, found }) => [state, found])).toEqual([
      ['same', 'They agreed'],
      ['ambiguous', 'ministers'],
      ['gone', null],
    ])
    expect(notes[1]?.candidates?.map(({ found }) => found)).toEqual(['ministers', 'ministers'])
    expect(
      ((await importing(id, 'several.json', content)).json() as Imported).notes.map(({ noteId }) => noteId),
    ).toEqual(notes.map(({ noteId }) => noteId))
  })

  it('reads standard input', async () => {
    const id = await added()
    const ran = await inLibrary(['import-annotations', id, '-'], JSON.stringify(quoting('urn:x:1', 'They agreed')))
    expect(ran.json()).toMatchObject({ imported: 1 })
  })

  it.each<[string, unknown]>([
    ['no JSON', '{"items": ['],
    ['JSON that holds no annotations', { name: 'x' }],
    ['nothing', ''],
  ])('fails with a sentence for a file of %s', async (_, content) => {
    const ran = await importing(await added(), 'bad.json', content)
    expect([ran.code, ran.out]).toEqual([1, ''])
    expect(ran.said).toMatch(/No annotations could be recognised/)
  })

  it('prints what it skipped and exits 1 when no annotation of a file could be read', async () => {
    const ran = await importing(await added(), 'bad.json', { items: [1, null, {}] })
    expect(ran.code).toBe(1)
    expect(ran.json()).toMatchObject({ imported: 0, notes: [], skipped: [{ index: 0 }, { index: 1 }, { index: 2 }] })
  })

  it('takes a hundred thousand notes in, two thirds of which stand nowhere or in many places', async () => {
    const id = await added()
    const quotes = ['They agreed', 'ministers', 'no such words']
    const items = Array.from({ length: 100_000 }, (_, index) => quoting(`urn:x:${index}`, quotes[index % 3] ?? ''))
    const { code, json } = await importing(id, 'many.json', items)
    expect([code, (json() as Imported).imported]).toEqual([0, 100_000])
  }, 120_000)
})
