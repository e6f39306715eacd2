import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failed, type Result, success } from '../../../domain/result.ts'
import { createHandlers, type HandlerDependencies } from '../../../main/contract/handlers.ts'
import { createManyImport } from '../../../main/import/import-many.ts'
import type { Library } from '../../../main/library/library.ts'
import { holdLibrary, type LibraryHolder, type Opening } from '../../../main/library-holder.ts'
import { conversionProgress } from '../../../main/locking/conversion.ts'
import { createGate } from '../../../main/locking/gate.ts'
import { createTries } from '../../../main/locking/tries.ts'
import { openWithDomain } from '../../../main/open-with-domain.ts'
import { openSettings } from '../../../main/settings-store.ts'
import { readText } from '../../engine.ts'
import { sourceImporter } from '../import/support.ts'
import { expectSuccess } from '../library/plain-support.ts'
import { noBackups } from './no-backups.ts'

const text = 'ORMEN, 4 May 2025 — The ministers met.\n\nThey agreed to meet again.'

let folder: string
let opened: Result<Library>
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aide-handlers-'))
  const library = join(folder, 'library')
  const whatever = { device: randomUUID(), creator: 'officer', mode: 'read-write', createIfMissing: true } as const
  opened = await openWithDomain({ folder: library, ...whatever, report: (trouble) => console.error(trouble) })
})
afterEach(async () => {
  if (opened.ok) await opened.value.close()
  await rm(folder, { recursive: true })
})

const holding = (library: Result<Library>): LibraryHolder => ({
  current: () => library,
  tryAgain: async () => library,
  open: async () => library,
  close: async () => undefined,
  wipe: async () => failed('call-refused'),
  begin: async () => library,
})

async function handlers(change: Partial<HandlerDependencies> = {}) {
  const settings = await openSettings({ read: async () => null, write: async () => {} }, () => {})
  const chooseFile = async () => null
  const { library = holding(opened) } = change
  return createHandlers({
    library,
    gate: createGate(
      library,
      createTries(() => 0),
      conversionProgress(),
    ),
    conversion: { start: async () => failed('call-refused'), stop: () => undefined, seen: () => ({ kind: 'failed' }) },
    locker: { lock: async () => success(null), pageLeft: () => undefined },
    settings,
    chooseFile,
    chooseFiles: async () => [],
    chooseTarget: async () => null,
    chooseAnnotations: async () => null,
    importer: sourceImporter(),
    imports: createManyImport(() => {}),
    readText: async (text) => readText(text),
    backups: noBackups,
    copyText: async () => success(null),
    ...change,
  })
}

describe('wiping the library', () => {
  it('is done only for the folder the window knows, and nothing is put in its place until somebody asks for it', async () => {
    const open = (opening: Opening) =>
      openWithDomain({
        folder: join(folder, 'wiped'),
        device: randomUUID(),
        creator: 'o',
        mode: 'read-write',
        ...opening,
        report: () => {},
      })
    const holder = await holdLibrary(open, () => () => undefined)
    await holder.open({ secret: null, createIfMissing: true })
    const calls = await handlers({ library: holder })
    expectSuccess(await calls['briefing.add']({ text, source: { via: 'paste', file: null }, corrections: {} }))
    expect(await calls['library.wipe']({ folder: '/elsewhere' })).toMatchObject({ failure: { code: 'call-refused' } })
    expect(expectSuccess(await calls['library.state']({})).entries).toBe(1)

    expectSuccess(await calls['library.wipe']({ folder: join(folder, 'wiped') }))
    for (const again of [
      calls['library.state']({}),
      calls['library.rows']({}),
      calls['library.filter']({ query: 'x' }),
    ])
      expect(await again).toMatchObject({ failure: { code: 'library-wiped', values: { left: 0 } } })
    expect(await readdir(join(folder, 'wiped'))).toEqual([])

    expect(await calls['gate.create']({ passphrase: null })).toMatchObject({ failure: { code: 'library-wiped' } })
    expectSuccess(await calls['library.begin']({}))
    expect(await calls['gate.state']({})).toEqual(success({ kind: 'new' }))
    expectSuccess(await calls['gate.create']({ passphrase: null }))
    expect(expectSuccess(await calls['library.state']({})).entries).toBe(0)
    const current = holder.current()
    if (current.ok) await current.value.close()
  })
})

describe('the handlers of the contract', () => {
  it('store a text, list it, keep a note on it, and give both back when it is opened', async () => {
    const calls = await handlers()
    const { id } = expectSuccess(
      await calls['briefing.add']({ text, source: { via: 'paste', file: null }, corrections: {} }),
    )
    const note = expectSuccess(
      await calls['note.add']({
        briefingId: id,
        version: 1,
        scope: 'words',
        span: { start: 26, end: 35 },
        kind: 'line',
        text: 'ours',
      }),
    )
    expect(expectSuccess(await calls['library.rows']({})).rows).toMatchObject([{ id, notes: 1, place: 'ORMEN' }])
    expect(expectSuccess(await calls['briefing.open']({ id })).notes).toEqual([note])
    expect(expectSuccess(await calls['library.filter']({ query: 'ministers ormen' })).ids).toEqual([id])
  })

  it('keep corrections of a briefing whole, and refuse those made on an earlier state', async () => {
    const calls = await handlers()
    const added = await calls['briefing.add']({ text, source: { via: 'paste', file: null }, corrections: {} })
    const { id } = expectSuccess(added)
    const { briefing } = expectSuccess(await calls['briefing.open']({ id }))
    const basedOn = briefing.modified
    const changed = await calls['briefing.correct']({ id, corrections: { title: 'Typed' }, basedOn })
    expect(expectSuccess(changed)).toMatchObject({ id, corrections: { title: 'Typed' } })
    const stale = await calls['briefing.correct']({ id, corrections: { title: 'Other' }, basedOn })
    expect(stale).toMatchObject({ failure: { code: 'briefing-changed', messageKey: 'failure.briefing-changed' } })
  })

  it('begin and stop reading again', async () => {
    const calls = await handlers()
    expect(await calls['library.read-again']({})).toEqual(success({ total: 0 }))
    expect(await calls['library.stop-reading']({})).toEqual(success(null))
  })

  it('read a text without storing it', async () => {
    const calls = await handlers()
    const incoming = expectSuccess(await calls['text.read']({ text: `﻿${text.replaceAll('\n', '\r\n')}` }))
    expect(incoming.reading.text).toBe(text)
    expect(expectSuccess(await calls['library.rows']({})).rows).toEqual([])
  })

  it('keep place and draft of the session apart, each changed alone', async () => {
    const calls = await handlers()
    const draft = { kind: 'briefing', text: 'half', source: { via: 'typed', file: null } } as const
    const place = { view: 'bin', briefingId: null, noteId: null, offset: 7, query: 'x' } as const
    await calls['session.draft']({ draft })
    await calls['session.place']({ place })
    expect(expectSuccess(await calls['session.get']({}))).toEqual({ place, draft })
  })

  it('answer null when the choice of a file is cancelled, and the failure when the file is missing', async () => {
    const missing = join(folder, 'missing.txt')
    expect(await (await handlers())['text.choose-file']({})).toEqual(success(null))
    const choosing = await handlers({ chooseFile: async () => ({ path: missing, name: 'missing.txt' }) })
    expect(await choosing['text.choose-file']({})).toMatchObject({ failure: { code: 'file-missing' } })
  })

  it('decode the chosen file again with an encoding that was named, and no other file', async () => {
    const file = join(folder, 'old.txt')
    await writeFile(file, Uint8Array.from([204, 206, 209, 202, 194, 192]))
    const calls = await handlers({ chooseFile: async () => ({ path: file, name: 'old.txt' }) })
    expect(await calls['text.decode-chosen']({ encoding: 'windows-1251' })).toMatchObject({
      failure: { code: 'call-refused' },
    })
    expect(await calls['text.choose-file']({})).toMatchObject({ failure: { code: 'text-encoding' } })
    const again = expectSuccess(await calls['text.decode-chosen']({ encoding: 'windows-1251' }))
    expect(again).toMatchObject({ fileName: 'old.txt', reading: { text: 'МОСКВА' } })
  })

  it('read pasted rich text with its headings and lists', async () => {
    const html = `<h1>Ministers meet</h1><ul><li>${text.split('\n', 1)[0]}</li></ul><script>leak</script>`
    const { reading } = expectSuccess(await (await handlers())['text.read-rich']({ html }))
    expect(reading.text).toBe('Ministers meet\n\n• ORMEN, 4 May 2025 — The ministers met.')
  })

  it('read one file of a choice of files, and import several, but never a file that was not chosen', async () => {
    const files = ['one.txt', 'two.html', 'three.txt'].map((name) => ({ name, path: join(folder, name) }))
    await writeFile(join(folder, 'one.txt'), text)
    await writeFile(join(folder, 'two.html'), '<!doctype html><h1>Two</h1><p>They met.</p>')
    let choice = files.slice(0, 1)
    const calls = await handlers({ chooseFiles: async () => choice })
    expect(await calls['import.start']({})).toMatchObject({ failure: { code: 'call-refused' } })
    expect(await calls['text.choose-files']({})).toEqual(success({ files: ['one.txt'] }))
    expect(expectSuccess(await calls['text.decode-chosen']({ encoding: null })).reading.text).toBe(text)
    choice = files
    expect(await calls['text.choose-files']({})).toEqual(success({ files: ['one.txt', 'two.html', 'three.txt'] }))
    expect(await calls['text.decode-chosen']({ encoding: null })).toMatchObject({ failure: { code: 'call-refused' } })
    expect(expectSuccess(await calls['import.start']({}))).toMatchObject({
      added: [{ file: 'one.txt' }, { file: 'two.html', title: 'Two' }],
      failed: [{ file: 'three.txt', failure: { code: 'file-missing' } }],
      left: 0,
    })
    expect(await calls['import.start']({})).toMatchObject({ failure: { code: 'call-refused' } })
    expect(expectSuccess(await calls['library.rows']({})).rows).toHaveLength(2)
  })

  it('answer every call on the library with the reason when it could not be opened', async () => {
    const calls = await handlers({ library: holding(failed('library-damaged', { file: 'library.json' })) })
    const id = randomUUID()
    const answers = [
      await calls['library.state']({}),
      await calls['library.rows']({}),
      await calls['briefing.open']({ id }),
      await calls['briefing.add']({ text, source: { via: 'paste', file: null }, corrections: {} }),
    ]
    for (const answer of answers) expect(answer).toMatchObject({ failure: { code: 'library-damaged' } })
    expect((await calls['session.get']({})).ok).toBe(true)
    expect((await calls['settings.get']({})).ok).toBe(true)
  })
})
