import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failed, success } from '../../../domain/result.ts'
import { largestDrop, mostFilesAtOnce } from '../../../domain/text/limits.ts'
import { droppedDocuments } from '../../../main/contract/incoming-documents.ts'
import { createManyImport, type Incoming } from '../../../main/import/import-many.ts'
import type { Library } from '../../../main/library/library.ts'
import { openWithDomain } from '../../../main/open-with-domain.ts'
import { expectSuccess } from '../library/plain-support.ts'
import { sourceImporter } from './support.ts'

let folder: string
let library: Library
const opened = async () =>
  expectSuccess(
    await openWithDomain({
      folder: join(folder, 'library'),
      device: randomUUID(),
      creator: 'officer',
      mode: 'read-write',
      createIfMissing: true,
      report: (trouble) => console.error(trouble),
    }),
  )
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aide-many-'))
  library = await opened()
})
afterEach(async () => {
  await library.close()
  await rm(folder, { recursive: true })
})

const document = (file: string, text: string | null): Incoming => ({
  file,
  via: 'drop',
  read: async () =>
    text === null
      ? failed('document-damaged', { file, kind: 'pdf' })
      : success({ text, format: 'text', attachments: ['a'] }),
})
const words = (file: string) => `Talks in ${file}\n\nThe ministers met in ${file}.`

describe('an import of many documents', () => {
  it('stores each and reports those that failed, in their order, with progress before each', async () => {
    const told: unknown[] = []
    const imports = createManyImport((event) => told.push(event))
    const report = expectSuccess(
      await imports.start(library, [
        document('a', words('Ormen')),
        document('b', null),
        document('c', ' '),
        document('d', words('Bern')),
      ]),
    )
    expect(report).toMatchObject({
      added: [
        { file: 'a', title: 'Talks in Ormen', attachments: ['a'] },
        { file: 'd', title: 'Talks in Bern' },
      ],
      failed: [
        { file: 'b', failure: { code: 'document-damaged' } },
        { file: 'c', failure: { code: 'text-empty' } },
      ],
      left: 0,
    })
    expect(told).toEqual([
      { done: 0, total: 4, file: 'a' },
      { done: 1, total: 4, file: 'b' },
      { done: 2, total: 4, file: 'c' },
      { done: 3, total: 4, file: 'd' },
      { done: 4, total: 4, file: null },
    ])
    expect(
      library
        .rows()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(report.added.map(({ id }) => id).toSorted())
  })

  it('stores a document that comes twice, or under one name with another, each time', async () => {
    const twice = [document('a', words('Ormen')), document('a', words('Ormen')), document('a', words('Bern'))]
    const { added } = expectSuccess(await createManyImport(() => {}).start(library, twice))
    expect(new Set(added.map(({ id }) => id)).size).toBe(3)
  })

  it('that is cancelled keeps what was stored and says how many were left', async () => {
    const imports = createManyImport(({ file }) => {
      if (file === 'b') imports.cancel()
    })
    const report = await imports.start(
      library,
      ['a', 'b', 'c'].map((file) => document(file, words(file))),
    )
    expect(report).toMatchObject({ value: { added: [{ file: 'a' }], failed: [], left: 2 } })
    expect(library.rows()).toHaveLength(1)
    expect(await imports.start(library, [document('c', words('c'))])).toMatchObject({ value: { left: 0 } })
  })

  it('lets no second one start before it is done', async () => {
    const imports = createManyImport(() => {})
    const first = imports.start(library, [document('a', words('Ormen'))])
    expect(await imports.start(library, [document('b', words('Bern'))])).toMatchObject({
      failure: { code: 'import-running' },
    })
    expect(await first).toMatchObject({ value: { added: [{ file: 'a' }] } })
  })

  it('reads nothing while the library can only be read', async () => {
    const { failure } = failed('library-locked', { pid: 1 })
    const locked: Library = { ...library, state: () => ({ ...library.state(), readOnly: failure }) }
    const unread: Incoming = { file: 'a', via: 'file', read: () => Promise.reject(new Error('was read')) }
    expect(await createManyImport(() => {}).start(locked, [unread])).toEqual({ ok: false, failure })
  })
})

describe('dropped files', () => {
  const importer = sourceImporter()
  const file = { fileName: 'a.txt', bytes: Buffer.from('x') }

  it('are read by what they are, whatever their names say', async () => {
    const page = { fileName: 'page.docx', bytes: Buffer.from('<!doctype html><p>They met.') }
    const documents = expectSuccess(droppedDocuments([page, { ...page, bytes: Buffer.from('They met.') }], importer))
    const texts = await Promise.all(documents.map((one) => one.read()))
    expect(texts.map((text) => expectSuccess(text).format)).toEqual(['html', 'text'])
  })

  it('that are too many or too large together are refused before any is read', () => {
    const huge = { fileName: 'a', bytes: { length: largestDrop } as Uint8Array }
    expect(droppedDocuments(Array(mostFilesAtOnce + 1).fill(file), importer)).toMatchObject({
      failure: { code: 'import-too-many', values: { count: mostFilesAtOnce + 1 } },
    })
    expect(droppedDocuments(Array(11).fill(huge), importer)).toMatchObject({ failure: { values: { megabytes: 220 } } })
    expect(droppedDocuments(Array(mostFilesAtOnce).fill(file), importer).ok).toBe(true)
  })
})
