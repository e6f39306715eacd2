// Damage by the thousand: whatever becomes of a file of a closed library, it is told or does no harm, and nothing crashes.
import { describe, expect, it } from 'vitest'
import type { Library } from '../../../main/library/library.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { passphraseCostSchema } from '../../../main/library/sealing/key-derivation.ts'
import { repeatable } from '../../bench/synthetic-briefings.ts'
import { workOn } from '../../torture/deeds.ts'
import { type DiskState, emptyDisk, filesOf } from '../../torture/disk-state.ts'
import { scale, tellFigures } from '../../torture/figures.ts'
import { type Mutation, type MutationKind, mutated, mutationKinds, type Shelves } from '../../torture/mutations.ts'
import { simulatedDisk } from '../../torture/simulated-disk.ts'
import { simulatedOptions } from '../../torture/simulated-library.ts'
import { type Variant, variants } from '../../torture/variants.ts'
import { expectSuccess, noteInput } from './support.ts'

/** A file put back or taken away as a whole is sound in itself: what there should be, only a list can tell. */
const wholeFile: ReadonlySet<MutationKind> = new Set(['older', 'gone'])

/** A sealed library has such a list, of all but this device's place and draft; a plain one has none. */
function isOnNoList({ name }: Variant, { kind, path }: Mutation): boolean {
  return wholeFile.has(kind) && (name === 'plain' || path.includes('/sessions/'))
}

/**
 * A plain file has no seal: one letter of it for another is what somebody wrote, and a place in the window is of whichever library has the
 * device. Everything else is told there, too.
 */
function isUnsealed({ kind, path }: Mutation): boolean {
  return kind === 'flip' || kind === 'huge' || path.includes('/sessions/')
}

/** A library after some more work: a note on everything there is, and a round of every deed. */
async function worked(variant: Variant, before: DiskState, round: string): Promise<DiskState> {
  const { fileSystem, state } = simulatedDisk(before)
  const library = expectSuccess(await openLibrary(simulatedOptions(variant, fileSystem)))
  for (const { id, versions } of library.rows())
    expectSuccess(await library.addNote(id, noteInput({ version: versions, text: `more in ${round}` })))
  expect(await workOn(library, () => undefined, round)).toEqual([])
  await library.close()
  return state
}

async function shelvesOf(variant: Variant): Promise<Shelves> {
  const earlier = await worked(variant, emptyDisk, 'one')
  const now = await worked(variant, earlier, 'two')
  return { earlier, now, other: await worked(variant, await worked(variant, emptyDisk, 'three'), 'four') }
}

/** Everything a library shows, and everything it says is wrong. */
type Shown = {
  readonly said: readonly string[]
  readonly content: string
  readonly briefings: number
  readonly notes: number
}

async function shownBy(library: Library, said: string[]): Promise<Shown> {
  await library.settled()
  const rows = library.rows()
  const opened = await Promise.all(rows.map(({ id }) => library.open(id)))
  const briefings = opened.flatMap((result) => {
    if (!result.ok) said.push(result.failure.code)
    else if (result.value.warning !== null) said.push(result.value.warning.code)
    return result.ok ? [result.value] : []
  })
  said.push(...(await library.verify()).problems.map(({ problem }) => problem))
  const whole = briefings.filter(({ briefing }) => briefing.versions.every(({ text }) => text.length > 20))
  const content = JSON.stringify([rows, briefings, library.session()])
  return { said, content, briefings: whole.length, notes: briefings.flatMap(({ notes }) => notes).length }
}

async function shown(variant: Variant, state: DiskState): Promise<Shown> {
  const options = simulatedOptions(variant, simulatedDisk(state).fileSystem)
  const derive: typeof options.derive = (passphrase, cost) =>
    options.derive(passphrase, passphraseCostSchema.parse(cost))
  const opened = await openLibrary({ ...options, derive, mode: 'read-only', createIfMissing: false })
  if (!opened.ok) return { said: [opened.failure.code], content: '', briefings: 0, notes: 0 }
  const result = await shownBy(opened.value, [])
  await opened.value.close()
  return result
}

/** Goes on working with a damaged library. Out: whether the damaged bytes are still somewhere. */
async function isKept(variant: Variant, { state, bytes }: Mutation): Promise<boolean> {
  const disk = simulatedDisk(state)
  const opened = await openLibrary({ ...simulatedOptions(variant, disk.fileSystem), createIfMissing: true })
  if (opened.ok) {
    const library = opened.value
    await library.settled()
    for (const { id, versions } of library.rows()) await library.addNote(id, noteInput({ version: versions }))
    library.saveSession(library.session())
    await library.close()
  }
  return bytes === null || [...filesOf(disk.state).values()].some((file) => Buffer.compare(file, bytes) === 0)
}

describe.each(variants)('damage to a file of a $name library', (variant) => {
  it('is told or does no harm, and what can’t be read is never written over', {
    timeout: 1_800_000,
  }, async (context) => {
    const shelves = await shelvesOf(variant)
    const sound = await shown(variant, shelves.now)
    expect(sound.said).toEqual([])
    const random = repeatable(11)
    const figures = { mutations: 0, detected: 0, harmless: 0, undetected: 0, 'older or gone, not told': 0 }
    const undetected: string[] = []
    while (figures.mutations < scale.mutations) {
      const kind = mutationKinds[figures.mutations % mutationKinds.length] ?? 'flip'
      const mutation = mutated(shelves, kind, random)
      if (mutation === null) continue
      figures.mutations += 1
      const where = `${figures.mutations}: ${kind} ${mutation.path}`
      const now = await shown(variant, mutation.state).catch((error) => {
        throw new Error(where, { cause: error })
      })
      if (now.said.length > 0) figures.detected += 1
      else if (now.content === sound.content) figures.harmless += 1
      else if (isOnNoList(variant, mutation)) figures['older or gone, not told'] += 1
      else {
        figures.undetected += 1
        if (variant.name === 'sealed' || !isUnsealed(mutation)) undetected.push(where)
        // Nothing is ever empty without a word, even where one letter for another can't be told.
        expect(now, where).toMatchObject({ briefings: sound.briefings, notes: sound.notes })
      }
      const isRecord = /\.json$/.test(mutation.path) && !mutation.path.includes('/cache/')
      if (isRecord && now.said.length > 0 && figures.mutations % 5 === 0)
        expect(await isKept(variant, mutation), where).toBe(true)
    }
    tellFigures(context, figures)
    expect(undetected).toEqual([])
  })
})
