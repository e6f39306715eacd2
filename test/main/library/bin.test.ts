import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { binKeeps } from '../../../domain/briefing.ts'
import { addBriefing, expectSuccess, failureCode, noteInput, openFor, otherDevice, temporaryFolder } from './support.ts'

const start = new Date('2026-11-23T10:00:00Z')
const later = (milliseconds: number) => ({ now: () => new Date(start.getTime() + milliseconds) })

describe('the bin', () => {
  it('keeps a briefing thirty days, then removes every file of it', async () => {
    const folder = await temporaryFolder()
    const first = await openFor(folder, later(0))
    const id = await addBriefing(first)
    const kept = await addBriefing(first)
    for (let count = 0; count < 2; count += 1) await first.addNote(id, noteInput())
    await first.remove(id)
    await first.close()
    const second = await openFor(folder, { ...later(binKeeps), device: otherDevice })
    expectSuccess(await second.addNote(id, noteInput()))
    expect(second.rows().find((row) => row.id === id)?.deleted).not.toBeNull()
    await second.close()

    const third = await openFor(folder, later(binKeeps + 1))
    expect(third.rows().map((row) => row.id)).toEqual([kept])
    expect(failureCode(await third.open(id))).toBe('record-missing')
    const files = await readdir(folder, { recursive: true })
    expect(files.filter((file) => file.includes(id))).toEqual([])
    expect(files).toContain(join('entries', kept.slice(-2), `${kept}.json`))
  })

  it('is not emptied of a briefing whose file is damaged and whose older copy alone says deleted', async () => {
    const folder = await temporaryFolder()
    const first = await openFor(folder, later(0))
    const id = await addBriefing(first)
    expectSuccess(await first.addNote(id, noteInput()))
    await first.remove(id)
    await first.restore(id)
    await first.close()
    await writeFile(join(folder, 'entries', id.slice(-2), `${id}.json`), 'torn')
    const second = await openFor(folder, later(binKeeps * 2))
    expect(second.rows().map((row) => row.id)).toEqual([id])
    expect(expectSuccess(await second.open(id)).notes).toHaveLength(1)
  })

  it('is not emptied by a process that only reads', async () => {
    const folder = await temporaryFolder()
    const first = await openFor(folder, later(0))
    const id = await addBriefing(first)
    await first.remove(id)
    await first.close()
    const reader = await openFor(folder, { ...later(binKeeps * 2), mode: 'read-only' })
    expect(reader.rows()).toHaveLength(1)
    expectSuccess(await reader.open(id))
  })

  it('takes and gives back the same briefing twice without harm', async () => {
    const library = await openFor(await temporaryFolder())
    const id = await addBriefing(library)
    const row = expectSuccess(await library.remove(id))
    expect(expectSuccess(await library.remove(id))).toEqual(row)
    expect(expectSuccess(await library.restore(id)).deleted).toBeNull()
    expect(expectSuccess(await library.restore(id)).deleted).toBeNull()
  })
})
