// Every call the library makes to its disk fails once, and then that one and all after it, from opening to closing: on a disk in memory,
// so that all of them can be tried. faults.test.ts does the like with real files.
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../main/library/open-library.ts'
import { workOn } from '../../torture/deeds.ts'
import type { DiskState } from '../../torture/disk-state.ts'
import { scale, tellFigures } from '../../torture/figures.ts'
import { acknowledged, allowedBy, type Telling } from '../../torture/ledger.ts'
import { simulatedDisk } from '../../torture/simulated-disk.ts'
import { flawsAfterCrash, simulatedOptions } from '../../torture/simulated-library.ts'
import { type Variant, variants } from '../../torture/variants.ts'
import { type Call, expectSuccess, failingFileSystem } from './support.ts'

const codes = ['ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EBUSY', 'EROFS', 'EMFILE'] as const
const expected = new Set(['disk-full', 'disk-failed', 'no-permission', 'disk-read-only'])

type Fault = {
  readonly code: string
  /** Whether the calls after the failing one fail as well. */
  readonly lasting: boolean
  /** Whether the disk knows no second names for a file (FAT). */
  readonly noLinks: boolean
}

const bearable = [
  // A lock is filled under its own name there: one that is neither whole nor can be removed is taken for another machine's.
  /^read-only: library-locked-elsewhere$/,
  /^verify\.temporary /,
  // The earlier copy is moved, not given a second name: when the new one can't have its place, the earlier is all there is, and said to be.
  /^[0-9a-f-]+: record-damaged$/,
  /^verify\.current-missing /,
] as const

/** What can't be helped where a disk knows no second names and goes on refusing: nothing is lost by it. */
function isBearable({ lasting, noLinks }: Fault, flaw: string): boolean {
  return lasting && noLinks && bearable.some((pattern) => pattern.test(flaw))
}

async function worked(variant: Variant): Promise<{ readonly state: DiskState; readonly tellings: readonly Telling[] }> {
  const tellings: Telling[] = []
  const { fileSystem, state } = simulatedDisk()
  const library = expectSuccess(await openLibrary(simulatedOptions(variant, fileSystem)))
  expect(await workOn(library, (told) => tellings.push(told), 'before')).toEqual([])
  await library.close()
  return { state, tellings }
}

/** Opens, works and closes with the fault at the n-th call. Out: whether there was an n-th call, and what was acknowledged. */
async function tryFault(variant: Variant, fault: Fault, n: number, before: Awaited<ReturnType<typeof worked>>) {
  const tellings = [...before.tellings]
  const tell = (told: Telling) => tellings.push(told)
  const disk = simulatedDisk(before.state)
  let calls = 0
  let isArmed = true
  const decide = ({ operation }: Call) => {
    if (fault.noLinks && operation === 'link') return 'EPERM'
    calls += 1
    return isArmed && (fault.lasting ? calls >= n : calls === n) ? fault.code : null
  }
  const fileSystem = failingFileSystem(decide, disk.fileSystem)
  const opened = await openLibrary(simulatedOptions(variant, fileSystem))
  if (opened.ok) {
    const library = opened.value
    for (const failure of await workOn(library, tell, 'with the fault')) expect(expected).toContain(failure)
    // Half of the faults are over now, and then everything must go again at once; the others last to the end.
    if (n % 2 === 0) {
      isArmed = false
      if (library.state().readOnly !== null) expectSuccess(await library.takeOver())
      expect(await workOn(library, tell, 'after the fault')).toEqual([])
    }
    await library.close()
  } else expect(expected).toContain(opened.failure.code)
  const flaws = await flawsAfterCrash(variant, disk.state, allowedBy(tellings))
  expect(flaws.filter((flaw) => !isBearable(fault, flaw))).toEqual([])
  return { wasThere: calls >= n, writes: acknowledged(tellings) }
}

const faults = [false, true].flatMap((noLinks) =>
  [false, true].flatMap((lasting) => codes.map((code) => ({ code, lasting, noLinks }))),
)

describe.each(variants)('a $name library', (variant) => {
  it.for(faults)(
    'keeps what it acknowledged with $code at any call (lasting: $lasting, no second names: $noLinks)',
    { timeout: 600_000 },
    async (fault, context) => {
      const before = await worked(variant)
      const figures = { 'calls made to fail': 0, 'acknowledged writes': 0, lost: 0 }
      // Where not every call is tried, the faults together try as many different ones as they can.
      for (let n = 1 + ((faults.indexOf(fault) * 7) % scale.stride); ; n += scale.stride) {
        const { wasThere, writes } = await tryFault(variant, fault, n, before).catch((error) => {
          throw new Error(`call ${n}: ${error.message}`, { cause: error })
        })
        if (!wasThere) break
        figures['calls made to fail'] += 1
        figures['acknowledged writes'] += writes
      }
      expect(figures['calls made to fail']).toBeGreaterThan(100 / scale.stride)
      tellFigures(context, figures)
    },
  )
})
