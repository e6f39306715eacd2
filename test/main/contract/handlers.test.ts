import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failed, type Result, success } from '../../../domain/result.ts'
import { createHandlers, type HandlerDependencies } from '../../../main/contract/handlers.ts'
import type { Library } from '../../../main/library/library.ts'
import { openWithDomain } from '../../../main/open-with-domain.ts'
import { openSettings } from '../../../main/settings-store.ts'
import { decodeText, readTextFile } from '../../../main/text-files.ts'
import { readText } from '../../engine.ts'
import { expectSuccess } from '../library/plain-support.ts'

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

const holding = (library: Result<Library>) => ({ current: () => library, tryAgain: async () => library })

async function handlers(change: Partial<HandlerDependencies> = {}) {
  const settings = await openSettings({ read: async () => null, write: async () => {} }, () => {})
  const chooseFile = async () => null
  return createHandlers({
    library: holding(opened),
    settings,
    chooseFile,
    readTextFile: (path, encoding) => readTextFile(path, encoding),
    decodeText,
    readText,
    ...change,
  })
}

describe('the handlers of the contract', () => {
  it('store a text, list it, keep a note on it, and give both back when it is opened', async () => {
    const calls = await handlers()
    const { id } = expectSuccess(
      await calls['briefing.add']({ text, source: { via: 'paste', file: null }, corrections: {} }),
    )
    const note = expectSuccess(
      await calls['note.add']({ briefingId: id, version: 1, start: 26, end: 35, kind: 'line', text: 'ours' }),
    )
    expect(expectSuccess(await calls['library.rows']({})).rows).toMatchObject([{ id, notes: 1, place: 'ORMEN' }])
    expect(expectSuccess(await calls['briefing.open']({ id })).notes).toEqual([note])
    expect(expectSuccess(await calls['library.filter']({ query: 'ministers ormen' })).ids).toEqual([id])
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
