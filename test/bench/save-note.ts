// What it costs to keep one note: through the library at three sizes, in lowdb's single file, and as a row of SQLite. All take turns
// in one loop, so that a busy moment of the machine strikes each of them alike.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import type { Briefing } from '../../domain/briefing.ts'
import type { StoredNote } from '../../domain/notes/note.ts'
import { benchNote, openBenchLibrary, type Protection } from './bench-library.ts'
import { type Spread, spreadOf, timed } from './statistics.ts'
import { syntheticBriefing, syntheticNote } from './synthetic-briefings.ts'

const rounds = 200
const warmUp = 20
/** The single file takes its turn every so many rounds: at 10,000 briefings one write is as long as hundreds of notes. */
const singleFileEvery = 20

/** Something that keeps a note; `save` resolves when the note is kept. */
type Keeper = {
  readonly name: string
  readonly every: number
  readonly save: (round: number) => Promise<void>
  readonly close: () => Promise<void>
}

export type LibraryOnDisk = {
  readonly size: number
  readonly folder: string
  readonly sample: readonly Briefing[]
  readonly protection: Protection
}

/** Measures all keepers. Resolves to milliseconds a note by keeper: `library-N`, `sealed-N`, `single-file-N`,
 * `sqlite`. */
export async function measureSaving(
  folder: string,
  libraries: readonly LibraryOnDisk[],
): Promise<Readonly<Record<string, Spread>>> {
  const keepers: Keeper[] = [sqliteKeeper(join(folder, 'notes.sqlite'))]
  for (const library of libraries) {
    keepers.push(await libraryKeeper(library))
    if (library.protection === 'plain')
      keepers.push(await singleFileKeeper(join(folder, `single-${library.size}.json`), library.size))
  }
  const samples = new Map<string, number[]>(keepers.map(({ name }) => [name, []]))
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const { name, every, save } of keepers) {
      if (round % every !== 0) continue
      const took = await timed(() => save(round))
      if (round >= warmUp) samples.get(name)?.push(took)
    }
  }
  for (const { close } of keepers) await close()
  return Object.fromEntries([...samples].map(([name, values]) => [name, spreadOf(values)]))
}

async function libraryKeeper({ size, folder, sample, protection }: LibraryOnDisk): Promise<Keeper> {
  const library = await openBenchLibrary(folder, protection)
  await library.settled()
  const save = async (round: number) => {
    const briefing = chosen(sample, round)
    const saved = await library.addNote(briefing.id, benchNote(briefing, round))
    if (!saved.ok) throw new Error(`A note was not saved: ${saved.failure.code}.`)
  }
  return { name: `${protection === 'plain' ? 'library' : 'sealed'}-${size}`, every: 1, save, close: library.close }
}

async function singleFileKeeper(path: string, size: number): Promise<Keeper> {
  const data = {
    briefings: Array.from({ length: size }, (_, index) => syntheticBriefing(index)),
    notes: [] as StoredNote[],
  }
  const database = new Low(new JSONFile<typeof data>(path), data)
  const save = async (round: number) => {
    database.data.notes.push(syntheticNote(chosen(data.briefings, round), round))
    await database.write()
  }
  return { name: `single-file-${size}`, every: singleFileEvery, save, close: async () => undefined }
}

function sqliteKeeper(path: string): Keeper {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  database.exec('CREATE TABLE note (id TEXT PRIMARY KEY, briefing TEXT NOT NULL, record TEXT NOT NULL)')
  const insert = database.prepare('INSERT INTO note (id, briefing, record) VALUES (?, ?, ?)')
  const briefing = syntheticBriefing(0)
  const save = async (round: number) => {
    const note = syntheticNote(briefing, round)
    insert.run(`${note.noteId}-${round}`, briefing.id, JSON.stringify(note))
  }
  return { name: 'sqlite', every: 1, save, close: async () => database.close() }
}

function chosen(sample: readonly Briefing[], round: number): Briefing {
  const briefing = sample[round % sample.length]
  if (briefing === undefined) throw new RangeError('There are no briefings.')
  return briefing
}
