// A repair on a disk that fails: every call in `npm run test:torture`, some of them in `npm test`.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../main/library/open-library.ts'
import { scale } from '../../torture/figures.ts'
import {
  addBriefing,
  type Call,
  device,
  expectSuccess,
  failingFileSystem,
  noteInput,
  openFor,
  optionsFor,
  temporaryFolder,
} from './support.ts'

const stride = Math.ceil(scale.stride / 8)
type Place = {
  readonly folder: string
  readonly id: string
  readonly entry: string
  readonly notes: string
  readonly session: string
}
const put = async (file: string, content: string | Uint8Array) => {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}
const copyOf = (file: string) => file.replace('.json', '.1.prev')

/** A closed library of one briefing with two notes, each file with an earlier copy beside it. */
async function prepared(): Promise<Place> {
  const folder = await temporaryFolder()
  const library = await openFor(folder)
  const id = await addBriefing(library)
  await library.remove(id)
  await library.addNote(id, noteInput())
  await library.addNote(id, noteInput())
  library.saveSession(library.session())
  await library.close()
  await put(join(folder, 'library.1.prev'), await readFile(join(folder, 'library.json')))
  const shard = id.slice(-2)
  return {
    folder,
    id,
    entry: join(folder, 'entries', shard, `${id}.json`),
    notes: join(folder, 'notes', device, shard, `${id}.json`),
    session: join(folder, 'sessions', `${device}.json`),
  }
}

describe('a repair that is kept from going on', () => {
  /** Each round begins with the same damage: an entry, library.json and an earlier copy of notes. */
  async function damaged() {
    const place = await prepared()
    const good = await readFile(copyOf(place.entry))
    await put(place.entry, 'torn')
    await put(join(place.folder, 'library.json'), 'torn')
    await put(copyOf(place.notes), 'torn')
    const shard = dirname(place.entry).slice(place.folder.length)
    const round = async (decide: (call: Call) => string | null) => {
      const folder = await temporaryFolder()
      await cp(place.folder, folder, { recursive: true })
      let counting = false
      const fileSystem = failingFileSystem((call) => (counting ? decide(call) : null))
      const library = expectSuccess(await openLibrary(optionsFor(folder, { fileSystem, pid: 2 ** 30 })))
      await library.settled()
      counting = true
      const report = await library.repair()
      counting = false
      await library.close()
      return { folder, report }
    }
    const expectFinished = async (folder: string, when: string) => {
      const entries = join(folder, shard)
      const entry = join(entries, `${place.id}.json`)
      expect(await readFile(copyOf(entry)), when).toEqual(good)
      const library = await openFor(folder)
      expect(await library.repair(), when).toMatchObject({ ok: true, failure: null })
      await library.close()
      expect(await readFile(entry), when).toEqual(good)
      const kept = (await readdir(entries)).filter((name) => name.includes('.repaired-'))
      expect(kept, when).toHaveLength(1)
      expect(await readFile(join(entries, kept[0] ?? ''), 'utf8'), when).toBe('torn')
      await rm(folder, { recursive: true })
    }
    return { round, expectFinished }
  }

  it('by the n-th call, for every n, leaves the good copies, says so, and is finished by the next', async () => {
    const { round, expectFinished } = await damaged()
    for (let failing = 1; ; failing += stride) {
      let calls = 0
      const { folder, report } = await round(() => (++calls === failing ? 'EIO' : null))
      if (!report.ok) expect(report.problems.some(({ repaired }) => !repaired)).toBe(true)
      await expectFinished(folder, `call ${failing}`)
      if (calls < failing) break
    }
  }, 60_000)

  it('by a disk that takes nothing from the n-th write on, for every n, is finished by the next', async () => {
    const { round, expectFinished } = await damaged()
    for (let last = 0; ; last += Math.ceil(stride / 3)) {
      let writes = 0
      const { folder, report } = await round(({ operation }) =>
        writing.has(operation) && ++writes > last ? 'EROFS' : null,
      )
      expect(report.ok).toBe(writes <= last)
      await expectFinished(folder, `write ${last}`)
      if (writes <= last) break
    }
  }, 60_000)
})

const writing: ReadonlySet<Call['operation']> = new Set(['write', 'fsync', 'rename', 'link', 'unlink', 'mkdir'])
