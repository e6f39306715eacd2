import { copyFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startOfSession } from '../../../../domain/session.ts'
import { entryFile, notesFile } from '../../../../main/library/file-names.ts'
import { openLibrary } from '../../../../main/library/open-library.ts'
import { derivedKey } from '../../../../main/library/sealing/data-key.ts'
import type { DeriveKey } from '../../../../main/library/sealing/key-derivation.ts'
import type { Secret } from '../../../../main/library/sealing/key-header.ts'
import { isSealed } from '../../../../main/library/sealing/record-seal.ts'
import {
  addBriefing,
  device,
  expectSuccess,
  failureCode,
  noteInput,
  openFor,
  optionsFor,
  temporaryFolder,
} from '../support.ts'

/** Quick, since what makes the real one slow has its own tests. */
const derive: DeriveKey = async (passphrase, { salt }) =>
  derivedKey(Buffer.from(passphrase), ['test'], Buffer.from(salt))
const passphrase = (text: string): Secret => ({ kind: 'passphrase', text })
const secret = passphrase('five words without any sense')
const canary = 'Zanzibar-canary-words'

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

async function sealedLibrary() {
  const folder = join(await temporaryFolder(), 'library')
  const library = await openFor(folder, { secret, derive })
  const id = await addBriefing(library, `${canary}\n\nThe ministers agreed on ${canary}.`)
  expectSuccess(await library.addNote(id, noteInput({ text: `${canary} noted` })))
  library.saveSession({
    ...startOfSession,
    draft: { kind: 'note', briefingId: id, noteId: id, text: `${canary} half` },
  })
  return { folder, library, id }
}

describe('a sealed library', () => {
  it('shows its words to whoever has the passphrase, and to nobody in any of its files', async () => {
    const { folder, library, id } = await sealedLibrary()
    expectSuccess(await library.addNote(id, noteInput({ text: `${canary} again` })))
    await library.close()
    const files = await filesIn(folder)
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) {
      const bytes = await readFile(file)
      expect(bytes.includes(canary), file).toBe(false)
      expect(bytes.includes('ministers'), file).toBe(false)
      expect(isSealed(bytes) || file.endsWith('library.json'), file).toBe(true)
    }
    const again = await openFor(folder, { secret, derive })
    expect(again.rows()[0]?.title).toBe(canary)
    expect(expectSuccess(await again.open(id)).notes.map(({ text }) => text)).toEqual([
      `${canary} noted`,
      `${canary} again`,
    ])
    expect(await again.verify()).toMatchObject({ ok: true, problems: [] })
  })

  it.each([
    ['nothing', null, 'library-sealed'],
    ['a wrong passphrase', passphrase('five words with sense'), 'passphrase-wrong'],
    ['no passphrase at all', passphrase(''), 'passphrase-empty'],
    ['a recovery key where none was made', { kind: 'recovery-key', text: 'X' } as const, 'recovery-key-mistyped'],
  ])('is not opened with %s, and nothing in it changes', async (_, given, code) => {
    const { folder, library } = await sealedLibrary()
    await library.close()
    const before = await filesIn(folder)
    expect(failureCode(await openLibrary(optionsFor(folder, { secret: given, derive })))).toBe(code)
    expect(await filesIn(folder)).toEqual(before)
  })

  it('is never made by a recovery key, and a plain one is not opened with a secret', async () => {
    const folder = join(await temporaryFolder(), 'library')
    const recovery = { kind: 'recovery-key', text: 'X' } as const
    expect(failureCode(await openLibrary(optionsFor(folder, { secret: recovery, derive })))).toBe('file-missing')
    await openFor(folder)
    expect(failureCode(await openLibrary(optionsFor(folder, { secret, derive })))).toBe('library-plain')
  })

  it('opens with the new passphrase and the newest recovery key only, not even from a copy of library.json', async () => {
    const { folder, library } = await sealedLibrary()
    const keys = library.keys
    if (keys === null) throw new Error('it is not sealed')
    expect(failureCode(await keys.changePassphrase(passphrase('wrong'), 'new'))).toBe('passphrase-wrong')
    expect(failureCode(await keys.newRecoveryKey(passphrase('wrong')))).toBe('passphrase-wrong')
    const lost = expectSuccess(await keys.newRecoveryKey(secret))
    const shown = expectSuccess(await keys.newRecoveryKey(secret))
    expectSuccess(await keys.changePassphrase({ kind: 'recovery-key', text: shown }, 'a new passphrase'))
    await library.close()
    await rm(join(folder, 'library.json'))
    const tries: readonly (readonly [Secret, string | null])[] = [
      [secret, 'passphrase-wrong'],
      [{ kind: 'recovery-key', text: lost }, 'recovery-key-wrong'],
      [{ kind: 'recovery-key', text: shown }, null],
      [passphrase('a new passphrase'), null],
    ]
    for (const [given, code] of tries) {
      const opened = await openLibrary(optionsFor(folder, { secret: given, derive }))
      expect(opened.ok ? null : opened.failure.code).toBe(code)
      if (opened.ok) await opened.value.close()
    }
  })

  it.each([
    ['another briefing', entryFile],
    ['the notes on another briefing', (id: string) => notesFile(device, id)],
  ])('does not take the file of %s for one’s own', async (_, fileOf) => {
    const { folder, library, id } = await sealedLibrary()
    const other = await addBriefing(library, 'Another text\n\nOther words.')
    expectSuccess(await library.addNote(other, noteInput()))
    await library.close()
    await copyFile(join(folder, fileOf(other)), join(folder, fileOf(id)))
    const again = await openFor(folder, { secret, derive })
    const report = await again.verify()
    expect(report.problems.map(({ file }) => file)).toEqual([fileOf(id)])
    const opened = await again.open(id)
    // Nothing of the other briefing: its own last good copy, or a failure that says so.
    if (opened.ok) expect(opened.value.notes.every(({ text }) => text.includes(canary))).toBe(true)
  })

  it('does not take another device’s notes for this one’s', async () => {
    const { folder, library, id } = await sealedLibrary()
    await library.close()
    const stranger = '33333333-3333-4333-8333-333333333333'
    await rename(join(folder, 'notes', device), join(folder, 'notes', stranger))
    const again = await openFor(folder, { secret, derive })
    expect(expectSuccess(await again.open(id)).notes).toEqual([])
    expect((await again.verify()).problems.map(({ file }) => file)).toContain(notesFile(stranger, id))
  })

  it('of which library.json is lost or another’s is never made anew', async () => {
    const { folder, library } = await sealedLibrary()
    await library.close()
    const { folder: foreign, library: other } = await sealedLibrary()
    await other.close()
    for (const name of await readdir(folder)) if (name.startsWith('library.')) await rm(join(folder, name))
    expect(failureCode(await openLibrary(optionsFor(folder, { secret, derive })))).toBe('library-foreign')
    await copyFile(join(foreign, 'library.json'), join(folder, 'library.json'))
    const again = await openFor(folder, { secret, derive })
    expect(again.rows()).toEqual([])
    const { ok, problems } = await again.verify()
    expect({ ok, some: problems.length > 2 }).toEqual({ ok: false, some: true })
  })

  it('writes nothing in clear where a record is damaged: its last good copy is read and the bytes are set aside', async () => {
    const { folder, library, id } = await sealedLibrary()
    expectSuccess(await library.addNote(id, noteInput({ text: 'a second' })))
    await library.close()
    const file = join(folder, notesFile(device, id))
    const bytes = await readFile(file)
    bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100)
    await writeFile(file, bytes)
    const again = await openFor(folder, { secret, derive })
    expect(expectSuccess(await again.open(id)).notes).toHaveLength(1)
    expectSuccess(await again.addNote(id, noteInput({ text: 'a third' })))
    expect(expectSuccess(await again.open(id)).notes).toHaveLength(2)
    await again.close()
    for (const name of await filesIn(folder)) expect((await readFile(name)).includes(canary), name).toBe(false)
  })
})
