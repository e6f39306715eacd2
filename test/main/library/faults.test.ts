import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { Library } from '../../../main/library/library.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import {
  addBriefing,
  type Call,
  expectSuccess,
  failingFileSystem,
  failureCode,
  noteInput,
  openFor,
  optionsFor,
  pasted,
  temporaryFolder,
  text,
} from './support.ts'

const codes = ['ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EBUSY', 'EROFS', 'EMFILE'] as const
const expected = new Set(['disk-full', 'disk-failed', 'no-permission', 'disk-read-only'])

/** What a run was told is stored: ids of briefings and of notes. */
type Acknowledged = { readonly briefings: string[]; readonly notes: [string, string][] }

async function addAndNote(library: Library, id: string, told: Acknowledged): Promise<readonly string[]> {
  const failures: string[] = []
  const added = await library.add(text, pasted, {})
  if (added.ok) told.briefings.push(added.value.id)
  else failures.push(added.failure.code)
  for (const briefing of [id, ...(added.ok ? [added.value.id] : [])]) {
    const note = await library.addNote(briefing, noteInput())
    if (note.ok) told.notes.push([briefing, note.value.noteId])
    else failures.push(note.failure.code)
  }
  return failures
}

/** No such process: its lock is taken over at the next opening, as after a crash. */
const deadPid = 2 ** 30

describe.each(codes)('with %s at the n-th call, for every n', (code) => {
  it('nothing acknowledged is lost, nothing is damaged or left over, and the failure is a value', async () => {
    const folder = await temporaryFolder()
    const told: Acknowledged = { briefings: [], notes: [] }
    let failing = Number.POSITIVE_INFINITY
    let calls = 0
    const library = await openFor(folder, { fileSystem: failingFileSystem(() => (++calls === failing ? code : null)) })
    const id = await addBriefing(library)
    told.briefings.push(id)
    for (let n = 1; ; n += 1) {
      calls = 0
      failing = n
      const failures = await addAndNote(library, id, told)
      const used = calls
      failing = Number.POSITIVE_INFINITY
      for (const failure of failures) expect(expected).toContain(failure)
      // The next try goes through: a disk that was cleaned up is used again at once.
      expect(await addAndNote(library, id, told), `after call ${n}`).toEqual([])
      if (used < n) break
    }
    await library.close()
    await expectStored(folder, told, 'read-only', 'in the end')
  })

  it('opening at the n-th call either fails as a value or gives all there is', async () => {
    const folder = await temporaryFolder()
    const before = await openFor(folder)
    const id = await addBriefing(before)
    const note = expectSuccess(await before.addNote(id, noteInput()))
    await before.close()
    for (let failing = 1; ; failing += 1) {
      let calls = 0
      const fileSystem = failingFileSystem(() => (++calls === failing ? code : null))
      const opened = await openLibrary(optionsFor(folder, { fileSystem, pid: deadPid }))
      if (opened.ok) {
        await opened.value.settled()
        await opened.value.close()
      } else expect(expected).toContain(opened.failure.code)
      await expectStored(folder, { briefings: [id], notes: [[id, note.noteId]] }, 'read-write', `call ${failing}`)
      if (calls < failing) break
    }
  })
})

async function expectStored(
  folder: string,
  told: Acknowledged,
  mode: 'read-write' | 'read-only',
  when: string,
): Promise<void> {
  const library = await openFor(folder, { mode })
  if (mode === 'read-write') expect(library.state().readOnly, when).toBeNull()
  for (const briefing of told.briefings) {
    const opened = expectSuccess(await library.open(briefing))
    const ids = new Set(opened.notes.map(({ noteId }) => noteId))
    expect(
      told.notes.filter(([of, noteId]) => of === briefing && !ids.has(noteId)),
      when,
    ).toEqual([])
    expect(opened.warning, when).toBeNull()
  }
  expect((await library.verify()).problems, when).toEqual([])
  await library.close()
  expect(await readdir(folder), when).not.toContain('lock.json')
}

describe('a library that can’t be written', () => {
  it.each(['EROFS', 'EACCES', 'EPERM'])('(%s at the lock) opens to read and says disk-read-only', async (code) => {
    const folder = await temporaryFolder()
    const first = await openFor(folder)
    const id = await addBriefing(first)
    await first.close()
    const refuses = ({ operation, path }: Call) => (operation === 'open' && path.includes('.tmp') ? code : null)
    const library = await openFor(folder, { fileSystem: failingFileSystem(refuses) })
    expect(library.state().readOnly?.code).toBe('disk-read-only')
    expect(library.rows()).toHaveLength(1)
    expectSuccess(await library.open(id))
    for (const refused of [
      library.addNote(id, noteInput()),
      library.add(text, pasted, {}),
      library.remove(id),
      library.restore(id),
    ]) {
      expect(failureCode(await refused)).toBe('disk-read-only')
    }
  })

  it('becomes writable again by taking over once the disk allows it', async () => {
    const folder = await temporaryFolder()
    await (await openFor(folder)).close()
    let readOnly = true
    const fileSystem = failingFileSystem(({ operation, path }) =>
      readOnly && operation === 'open' && path.includes('.tmp') ? 'EROFS' : null,
    )
    const library = await openFor(folder, { fileSystem })
    expect(failureCode(await library.takeOver())).toBe('disk-read-only')
    readOnly = false
    expect(expectSuccess(await library.takeOver()).readOnly).toBeNull()
    await addBriefing(library)
  })
})
