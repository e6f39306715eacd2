// Power cuts: after each step of the disk, with any part of what was not flushed there, torn or not there.
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../main/library/open-library.ts'
import { repeatable } from '../../bench/synthetic-briefings.ts'
import { crashStates } from '../../torture/crash-states.ts'
import { workOn } from '../../torture/deeds.ts'
import { changeable, emptyDisk, lookUp, type Step } from '../../torture/disk-state.ts'
import { scale, tellFigures } from '../../torture/figures.ts'
import { acknowledged, allowedBy } from '../../torture/ledger.ts'
import { type SimulatedDisk, simulatedDisk } from '../../torture/simulated-disk.ts'
import { flawsAfterCrash, simulatedOptions, type TimedTelling } from '../../torture/simulated-library.ts'
import { type Variant, variants } from '../../torture/variants.ts'
import { expectSuccess } from './support.ts'

/** Everything a library was told to store from its first opening to its closing, with the steps it took on the disk. */
async function worked(variant: Variant, makeDisk: () => SimulatedDisk = simulatedDisk) {
  const disk = makeDisk()
  const tellings: TimedTelling[] = []
  const library = expectSuccess(await openLibrary(simulatedOptions(variant, disk.fileSystem)))
  for (let round = 0; round < scale.rounds; round += 1) {
    const failures = await workOn(library, (told) => tellings.push({ ...told, at: disk.steps.length }), `${round}`)
    expect(failures).toEqual([])
  }
  await library.close()
  return { steps: disk.steps, tellings }
}

describe.each(variants)('a power cut after any step, in a $name library', (variant) => {
  it('loses nothing acknowledged and leaves everything else as it was or as it was to be', async (context) => {
    const { steps, tellings } = await worked(variant)
    let states = 0
    for (const { after, state } of crashStates(emptyDisk, steps, scale.states, repeatable(1))) {
      const allowed = allowedBy(tellings.filter(({ at }) => at <= after))
      expect(await flawsAfterCrash(variant, state, allowed), `state ${states}, after step ${after}`).toEqual([])
      states += 1
    }
    expect(states).toBeGreaterThan(steps.length)
    const writes = acknowledged(tellings)
    tellFigures(context, { steps: steps.length, 'crash states': states, 'acknowledged writes': writes, lost: 0 })
  }, 1_200_000)
})

describe('a power cut with a disk that does not flush', () => {
  it.each<['file' | 'folder']>([['file'], ['folder']])('a %s when told to is found out', async (what) => {
    const [variant] = variants
    if (variant === undefined) throw new Error('no variant')
    const { steps, tellings } = await worked(variant, () => withoutFlush(what))
    let flaws: readonly string[] = []
    for (const { after, state } of crashStates(emptyDisk, steps, 4, repeatable(1))) {
      flaws = await flawsAfterCrash(variant, state, allowedBy(tellings.filter(({ at }) => at <= after)))
      if (flaws.length > 0) break
    }
    expect(flaws).not.toEqual([])
  })
})

/** A disk that says it has flushed files, or folders, and has not. */
function withoutFlush(what: 'file' | 'folder'): SimulatedDisk {
  const disk = simulatedDisk()
  const { fsync, fstat } = disk.fileSystem
  const flushed = async (descriptor: number) =>
    (await fstat(descriptor)).kind === what ? undefined : fsync(descriptor)
  return { ...disk, fileSystem: { ...disk.fileSystem, fsync: flushed } }
}

describe('the crash states of a disk', () => {
  const name = (word: string): Step => ({ kind: 'names', changes: [{ folder: 1, name: word, inode: 2 }] })
  const bytes = new Uint8Array(5000).fill(1)
  const write: Step = { kind: 'write', inode: 2, offset: 0, bytes }
  const made: Step = { kind: 'new', inode: 2, what: 'file' }
  const ends = (steps: readonly Step[]) => {
    const last = [...crashStates(emptyDisk, steps, 1000, repeatable(1))].filter(({ after }) => after === steps.length)
    return last.map(({ state }) => state.files.get(lookUp(state, '/a') ?? 0)).map((file) => file?.length ?? null)
  }

  it('hold what was flushed, and nothing else for sure', () => {
    const flushed: readonly Step[] = [made, name('a'), write, { kind: 'sync', inode: 2 }, { kind: 'sync', inode: 1 }]
    expect(ends(flushed)).toEqual([5000])
    expect(new Set(ends(flushed.slice(0, 4)))).toEqual(new Set([5000, null]))
    expect(new Set(ends(flushed.slice(0, 3)))).toEqual(new Set([5000, 4608, 4096, 512, 0, null]))
  })

  it('have torn files as long as they should be, too, with NULs in place of words', () => {
    const all = [...crashStates(emptyDisk, [made, name('a'), write], 1000, repeatable(1))]
    const kept = all.map(({ state }) => state.files.get(2)).filter((file) => file?.length === 5000)
    const whole = new Set(kept.map((file) => file?.filter((byte) => byte === 1).length))
    expect(whole).toEqual(new Set([5000, 4608, 4096, 512, 0]))
  })

  it('are the disk itself where nothing is pending', () => {
    const disk = changeable(emptyDisk)
    disk.apply(made)
    expect([...crashStates(disk.state, [], 10, repeatable(1))]).toEqual([{ after: 0, state: disk.state }])
  })
})
